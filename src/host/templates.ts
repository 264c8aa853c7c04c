import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { memo } from '../memo/memo.js';
import type { FindTemplate, TemplateFile } from '../narrative/find-template.js';
import { versionOf } from './file-version.js';
import { exists, isFolder, readBytes, shipped } from './files.js';

/** The most templates that are kept: some folders of their own, of four parts each. */
const MOST = 200;

/** Templates read so far, by the versions of their files: one that has been changed is read again. */
const read = memo<TemplateFile>(MOST);
/** Those that ship with the package, which do not change; undefined for those that there are not. */
const readShipped = memo<TemplateFile | undefined>(MOST);

const CODES = { missing: 'template/missing-file', unreadable: 'template/missing-file' } as const;

const readTemplate = (file: string): TemplateFile => ({ file, text: readBytes(file, CODES).toString('utf8') });

function templateAt(file: string): TemplateFile | undefined {
  const version = versionOf(file);
  return version === undefined ? undefined : read(version, () => readTemplate(file));
}

function noFolder(folder: string, name: string): ReportError {
  return new ReportError([
    diagnostic('template/missing-file', {
      message: `找不到模板文件夹 ${folder}`,
      found: '没有',
      expected: `文件夹，其中放 ${name}.hbs 等文件`,
      hint: '检查路径；文件夹里没有的模板用自带的',
    }),
  ]);
}

const shippedTemplate: FindTemplate = (name) => {
  const file = shipped(`templates/${name}.hbs`);
  return readShipped(file, () => (exists(file) ? readTemplate(file) : undefined));
};

/**
 * Finds templates in a folder laid out as `<edition>/<part>.hbs`, and falls back to the shipped ones. A file is read once, and again
 * when it has changed.
 *
 * @throws ReportError `template/missing-file`, when a template is asked for, if there is no such folder
 */
export function templatesIn(folder: string | undefined): FindTemplate {
  if (folder === undefined) return shippedTemplate;
  return (name) => {
    if (!exists(folder)) throw noFolder(folder, name);
    return templateAt(`${folder}/${name}.hbs`) ?? shippedTemplate(name);
  };
}

/** Every template in a folder, in order of names; none if there is no such folder. */
export function templateFiles(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => join(folder, name));
}
