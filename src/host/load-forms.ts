import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formsOf } from '../editions/editions.js';
import { proveForm } from '../form/define-form.js';
import type { Form } from '../form/form.js';
import { readBytes } from './files.js';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function noForm(file: string, found: string): ReportError {
  return new ReportError([diagnostic('usage/argument', { cause: 'no-form', file, given: found })]);
}

/** What a module exports by default, if it can be a form at all. */
async function exported(file: string): Promise<Form> {
  // A file that is not there is told as such.
  readBytes(file);
  let value: unknown;
  try {
    ({ default: value } = (await import(pathToFileURL(resolve(file)).href)) as { readonly default?: unknown });
  } catch (error) {
    throw noForm(file, reason(error));
  }
  const { id, sections, texts, tables } = Object(value) as Partial<Form>;
  if (typeof id === 'string' && Array.isArray(sections) && texts && tables) return value as Form;
  throw noForm(file, value === undefined ? '没有默认导出' : '默认导出的不是报告格式');
}

/**
 * Loads forms from modules that export them by default. Only paths that the caller has typed are loaded.
 *
 * @throws ReportError `file/not-found`, `file/unreadable`; `usage/argument` if a module exports no form, or two forms have the same id
 */
export async function loadForms(files: readonly string[] = []): Promise<readonly Form[]> {
  const forms = await Promise.all(
    files.map(async (file) => {
      const form = await exported(file);
      try {
        return proveForm(form);
      } catch (error) {
        throw noForm(file, reason(error));
      }
    }),
  );
  formsOf({ forms });
  return forms;
}
