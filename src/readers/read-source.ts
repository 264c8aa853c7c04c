import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import type { Source } from './source.js';

/**
 * Reads a report from text. JSON and YAML are told apart by the file's name, or else by the text: JSON begins with a brace.
 *
 * @param file the name that problems give for the text
 * @throws ReportError `syntax/invalid`
 */
export function readSource(text: string, file: string): Source {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') {
    throw new ReportError([
      diagnostic('syntax/invalid', {
        message: '文件是空的',
        place: { file, line: 1, column: 1 },
        found: '没有内容',
        expected: 'JSON 或 YAML 写成的报告',
        hint: '检查文件是否保存完整',
      }),
    ]);
  }
  const isYaml = /\.ya?ml$/i.test(file) || (!/\.json$/i.test(file) && !/^\s*[{[]/.test(content));
  return isYaml ? readYaml(content, file) : readJson(content, file);
}
