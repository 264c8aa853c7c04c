import { relative, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { editions } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import type { Assets } from './package-files.js';
import { templateFiles, templatesIn } from './templates.js';

/** What is in a folder, in a line. */
/** Nothing of the folder is taken for reports of a form; for others something may be. */
function nothingTaken(folder: string, form: Form, files: readonly string[], isForOthers: boolean): Diagnostic {
  const { id } = form;
  const isEdition = Object.hasOwn(editions, id);
  return diagnostic(
    'template/unused',
    { file: folder, form: id, isEdition, files, sample: String(partsOf(form)[0]) },
    { severity: isForOthers ? 'note' : 'warning' },
  );
}

/**
 * What is to be told of a folder of templates: that no file in it takes the place of a part or a sentence of a form.
 *
 * @param folder none if the caller names none
 */
export function folderFaults(
  folder: string | undefined,
  form: Form,
  assets: Assets | undefined,
): readonly Diagnostic[] {
  if (folder === undefined) return [];
  const files = templateFiles(folder).map((file) => relative(folder, file).split(sep).join('/'));
  const parts = partsOf(form).map((part) => `${form.id}/${part}`);
  const ours = templatesIn(undefined, assets);
  const isOurs = (name: string) => parts.includes(name) || ours(name) !== undefined;
  const names = files.map((file) => file.replace(/\.hbs$/, ''));
  if (names.some((name) => name.startsWith(`${form.id}/`) && isOurs(name))) return [];
  return [nothingTaken(folder, form, files, names.some(isOurs))];
}
