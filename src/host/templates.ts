import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { FindTemplate, TemplateFile } from '../narrative/find-template.js';
import { exists, readBytes, shipped } from './files.js';

/** Template files that have been read; undefined for those that are not there. Few by nature: four a folder and form. */
const read = new Map<string, TemplateFile | undefined>();

const CODES = { missing: 'template/missing-file', unreadable: 'template/missing-file' } as const;

function templateAt(file: string): TemplateFile | undefined {
  if (read.has(file)) return read.get(file);
  const template = exists(file) ? { file, text: readBytes(file, CODES).toString('utf8') } : undefined;
  read.set(file, template);
  return template;
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

const shippedTemplate: FindTemplate = (name) => templateAt(shipped(`templates/${name}.hbs`));

/**
 * Finds templates in a folder laid out as `<edition>/<part>.hbs`, and those that it lacks among the shipped ones. Files are read
 * once in a process.
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
