import { codePointName } from '../diagnostics/code-point-name.js';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import type { CharacterKind } from './kinds.js';
import { scriptName } from './scripts.js';

/** Names that offices may know. */
const NAMES: { readonly [character: string]: string } = {
  '\t': '制表符',
  '\n': '换行',
  '\u00ad': '软连字符',
  '\u200b': '零宽空格',
  '\u2028': '分行符',
  '\u2029': '分段符',
  '\ufeff': '字节序标记',
  '\ufffc': '对象替代符',
  '\ufffd': '乱码替代符',
};

/** `U+200B（零宽空格）` */
function nameOf(character: string): string {
  const name = NAMES[character];
  return `${codePointName(character)}${name === undefined ? '' : `（${name}）`}`;
}

const namesOf = (found: readonly string[]): string =>
  [...new Set(found.flatMap((one) => [...one]))].slice(0, 5).map(nameOf).join('、');

const MESSAGES: { readonly [C in Code]?: (found: readonly string[]) => string } = {
  'text/line-break': (found) => `这里不能换行：${namesOf(found)}`,
  'text/space': (found) => `文字里有特殊的空白 ${namesOf(found)}`,
  'text/invisible': (found) => `文字里有看不见的字符 ${namesOf(found)}`,
  'text/radical': (found) => `文字里有部首字符 ${[...new Set(found)].join('')}`,
  'text/script': (found) => `文字里有${[...new Set(found.map(scriptName))].join('，')}`,
  'text/combining': (found) => `文字里有叠不上去的符号 ${namesOf(found)}`,
};

/** What is said of characters of a kind. */
export const messageOf = ({ code }: CharacterKind, found: readonly string[]): string =>
  (code && MESSAGES[code]?.(found)) ?? `文字里有不能印出的字符 ${namesOf(found)}`;

/**
 * Characters that are refused, as an error.
 *
 * @param characters those of the kind, in one text
 * @param found the words that they stand in
 */
export function unprintable(
  kind: CharacterKind,
  characters: readonly string[],
  { path, found }: { readonly path: Path; readonly found: string },
): Diagnostic {
  const { code = 'text/forbidden-character', hint } = kind;
  const message = messageOf(kind, characters);
  return diagnostic(code, { message, path, found, expected: `没有${kind.name}`, hint });
}
