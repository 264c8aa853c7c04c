import type { Element } from '../neutral/markup.js';
import { inFormat } from '../neutral/number-formats.js';

const STYLES: { readonly [style: string]: readonly [format: string, after: string] } = {
  decimal: ['decimal', '.'],
  'cjk-ideographic': ['chineseCounting', '、'],
  'simp-chinese-informal': ['chineseCounting', '、'],
  'trad-chinese-informal': ['chineseCounting', '、'],
  'lower-alpha': ['lowerLetter', '.'],
  'upper-alpha': ['upperLetter', '.'],
  'lower-roman': ['lowerRoman', '.'],
  'upper-roman': ['upperRoman', '.'],
};

const TYPES: { readonly [type: string]: string } = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Gives the number that a browser prints before the next item of an ordered list. */
export type NextItem = (item: Element) => string;

export function listNumbers(list: Element): NextItem {
  const { type = '', start = '1', style = '' } = list.attributes;
  const named = /list-style(?:-type)?:\s*([a-z-]+)/i.exec(style)?.[1]?.toLowerCase();
  const [format, after] = STYLES[named ?? TYPES[type] ?? 'decimal'] ?? [];
  let count = Number.parseInt(start, 10) || 1;
  return ({ attributes: { value } }) => {
    if (list.name !== 'ol' || format === undefined) return '';
    count = Number.parseInt(value ?? '', 10) || count;
    return `${inFormat(count++, format)}${after}`;
  };
}
