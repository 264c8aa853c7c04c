import { codePointName } from '../diagnostics/code-point-name.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';

/** Control characters but tab and line feed, lone surrogates, and U+FFFE, U+FFFF: no file format can carry them. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function inText(text: string, path: Path): readonly Diagnostic[] {
  const found = FORBIDDEN.exec(text.replaceAll('\r\n', '\n'));
  if (!found) return [];
  return [
    diagnostic('text/forbidden-character', {
      message: `文字里有不能印出的字符 ${codePointName(found[0])}`,
      path,
      found: `第 ${[...text.slice(0, found.index)].length + 1} 个字符是 ${codePointName(found[0])}`,
      expected: '没有控制字符和残缺代理对的文字',
      hint: '删去它；多半是从别处复制时带来的',
    }),
  ];
}

/** Finds characters that no output can carry, in every text of a report object. */
export function forbiddenCharacters(value: unknown, path: Path = []): readonly Diagnostic[] {
  if (typeof value === 'string') return inText(value, path);
  if (Array.isArray(value)) return value.flatMap((item, i) => forbiddenCharacters(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => forbiddenCharacters(item, [...path, key]));
}
