import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FormOptions } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import type { FindTemplate } from '../narrative/find-template.js';
import type { Faces } from './characters.js';
import type { RuleSettings } from './rule.js';

/** What the texts of a report need besides the report: the forms and their templates. */
export interface TextSources extends FormOptions {
  /** Finds the templates. */
  readonly find: FindTemplate;
  /** What is to be told of where they come from, for a report of a form. */
  readonly templateFaults?: (form: Form) => readonly Diagnostic[];
  /** Fonts of the caller's own, for characters that the shipped ones lack. */
  readonly fonts?: Faces;
  /** Which rules are off or told as something else; as the form has them if not given. */
  readonly rules?: RuleSettings;
  /** The program that opens the file draws it with fonts of its own, so that a character which no face has is only a warning. */
  readonly isDrawnByReader?: boolean;
}
