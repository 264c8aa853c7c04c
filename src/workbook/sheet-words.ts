import { FIX_OFFER } from '../diagnostics/fix-offer.js';
import { BLANKS_ARE_ZERO } from './fields.js';

/** What is said to those who write reports as data, and what it is in a workbook. */
const PHRASES: readonly (readonly [data: RegExp, sheet: string])[] = [
  [
    /YAML 里写了 fill: 0 的表除外：空着的按 0 计，全是 0 的任填一个 0/gu,
    `没有填的都是 0 的，在表上方选“${BLANKS_ARE_ZERO}”`,
  ],
  [/写 fill: 0；总计可用 totals: "compute" 算出/gu, `选“${BLANKS_ARE_ZERO}”`],
  [FIX_OFFER, ''],
  [/写成(?:各行的)?列表/gu, '在格里换行（Alt+Enter）'],
  [/ 或 "[\d.]+"；有单位时写 \{ "value": "([^"]*)", "unit": "([^"]*)" \}/gu, '；有单位的写在后面，如 $1（$2）'],
  [/不填则为 /gu, '不填则为'],
];

/** The columns of a waiver, which hints name alone. */
const COLUMNS: { readonly [key: string]: string } = { rule: '规则', path: '位置', reason: '理由' };

/** What a part of the report is called on the sheets, and where it is. */
export interface SheetPart {
  readonly title: string;
  /** `三!D7`. */
  readonly at?: string | undefined;
}

/** Quotations, whose words are not ours, and the names of data in texts. */
const QUOTED = /(“[^”]*”|《[^》]*》|\{\{[^{}]*\}\})/u;
const NAME = / ?(?<![\w.@/:-])([a-z]\w*(?:\.\w+|\[\d+\])*)(?![\w./:@-]) ?/gu;

/** Names of data as cells of the sheets. */
function named(text: string, partOf: (name: string) => SheetPart | undefined): string {
  return text.replace(NAME, (whole, name: string) => {
    const part = partOf(name);
    if (part === undefined) return COLUMNS[name] ?? whole;
    return `“${part.title}”${part.at === undefined ? '' : `（${part.at}）`}`;
  });
}

/** A variable in braces stays, with the cell that it takes its value from. */
function explained(variable: string, partOf: (name: string) => SheetPart | undefined): string {
  const at = partOf(variable.slice(2, -2).trim())?.at;
  return at === undefined ? variable : `${variable}（取自 ${at}）`;
}

/**
 * Words about a report as a person says them who has its workbook before them: cells and their titles for the names of data, and what
 * is done in a sheet for what is written in a file.
 *
 * @param partOf what a dotted name means; nothing if it is none
 */
export function inSheetWords(text: string, partOf: (name: string) => SheetPart | undefined): string {
  const said = PHRASES.reduce((sum, [data, sheet]) => sum.replace(data, sheet), text);
  return said
    .split(QUOTED)
    .map((piece, i) => {
      if (i % 2 === 0) return named(piece, partOf);
      return piece.startsWith('{') ? explained(piece, partOf) : piece;
    })
    .join('');
}
