import { relative, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { firstFew } from '../diagnostics/first-few.js';
import { editions } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import type { Assets } from './package-files.js';
import { templateFiles, templatesIn } from './templates.js';

/** What is in a folder, in a line. */
const contentOf = (files: readonly string[]): string =>
  files.length === 0 ? '没有 .hbs 文件' : `有 ${firstFew(files, '个文件')}`;

/** Nothing of the folder is taken for reports of a form; for others something may be. */
function nothingTaken(folder: string, form: Form, files: readonly string[], isForOthers: boolean): Diagnostic {
  const { id } = form;
  const isEdition = Object.hasOwn(editions, id);
  const what = isEdition ? `${id} 年版` : ` ${id} `;
  const example = `把文件放在 ${folder}/${id} 里，按“${id}/部分或句子的名称.hbs”命名`;
  return diagnostic('template/unused', {
    severity: isForOthers ? 'note' : 'warning',
    message: `模板文件夹 ${folder} 里没有${what}用得上的模板，文字仍按自带的写`,
    found: contentOf(files),
    expected: `${id}/${partsOf(form)[0]}.hbs 一类的文件`,
    hint: isEdition ? `${example}；用 nianbao templates copy ${folder} 可以复制自带的来改` : example,
  });
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
