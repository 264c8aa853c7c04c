import { loadForms } from '../host/load-forms.js';
import type { Form, TextOptions } from '../index.js';
import { loadSettings, tellLess } from './load-config.js';

/** The options of every command that reads reports, as they are typed. */
export interface TextFlags {
  readonly form?: readonly string[];
  readonly templates?: string;
}

/** What reports are read with. */
export type ReadingOptions = TextOptions & { readonly forms: readonly Form[] };

/**
 * What a command reads reports with: the forms and templates that are typed, the rules and limits of the settings. No command reads a
 * report otherwise, so that limits hold for all of them.
 *
 * @throws ReportError if a form or the settings cannot be used
 */
export async function toReadingOptions({ form, templates }: TextFlags): Promise<ReadingOptions> {
  const forms = await loadForms(form);
  return { forms, ...loadSettings(forms), ...(templates !== undefined && { templates }) };
}

/** The same for a command that checks what it reads: it tells which rules are not asked for. */
export async function toCheckingOptions(flags: TextFlags): Promise<ReadingOptions> {
  const options = await toReadingOptions(flags);
  tellLess(options);
  return options;
}
