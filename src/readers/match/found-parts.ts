import type { Form } from '../../form/form.js';
import type { Closing } from './closing.js';
import type { Opening } from './opening.js';
import type { ReadTable } from './place-figures.js';
import type { SectionParts } from './section-parts.js';

/** The parts of a report as they were found. */
export interface FoundParts {
  readonly form: Form;
  readonly file: string;
  readonly opening: Opening;
  readonly closing: Closing;
  readonly parts: readonly SectionParts[];
  readonly tables: readonly (ReadTable & { readonly key: string })[];
}

/** A section of the form that the source does not have. */
export type AbsentSection = Pick<Form['sections'][number], 'key' | 'heading'>;
