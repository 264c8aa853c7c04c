import { BATCH_CODES } from './catalogue/batch-codes.js';
import { CALL_CODES } from './catalogue/call-codes.js';
import type { CodeEntry, Kind } from './catalogue/code-entry.js';
import { MANY_CODES } from './catalogue/many-codes.js';
import { READING_CODES } from './catalogue/reading-codes.js';
import { REPORT_CODES } from './catalogue/report-codes.js';
import { RESOURCE_CODES } from './catalogue/resource-codes.js';

export type { CodeEntry, Kind } from './catalogue/code-entry.js';

/** Every code that is not a rule, by what it is about, in the order of docs/codes.md. Rules say themselves what they demand. */
export const CODES = {
  报告的数据和文字: REPORT_CODES,
  读入文件: READING_CODES,
  '核对、汇总和导出': MANY_CODES,
  '模板、字体和印章': RESOURCE_CODES,
  用法和文件: CALL_CODES,
  批量生成: BATCH_CODES,
} as const;

/** The rules that are the same for every form; what is told under them is about the report. */
const OF_RULES = [
  'text/invisible',
  'text/space',
  'edition/year',
  'previous/year',
  'previous/agency',
  'cell/blank',
  'section/absent',
  'section/contradicted',
  'heading/variant',
  'title/mismatch',
  'period/mismatch',
  'author/mismatch',
  'signoff/mismatch',
  'text/figure',
  'text/claim',
  'text/share',
  'text/change',
  'text/parts',
  'text/twice',
  'text/unbound',
  'text/too-long',
  'text/repeated',
  'text/too-short',
  'text/doubled',
  'text/unit',
  'text/no-stop',
  'text/stray-space',
  'fees/amount',
  'fees/unstated',
  'section/parts',
  'years/jump',
  'text/half-width',
  'text/enumerator',
  'text/debris',
  'text/unbalanced',
  'text/placeholder',
  'text/radical',
  'text/wrong-year',
  'facts/unused',
] as const;

/** A code that `CODES` explains. */
type ExplainedCode = { [A in keyof typeof CODES]: keyof (typeof CODES)[A] }[keyof typeof CODES];

/** The stable name of a kind of problem, for programs to tell them apart. */
export type Code = ExplainedCode | (typeof OF_RULES)[number] | FormCode;

/** The rules that a form defines: its sums, its ties to the year before, and what its texts must mention. */
export type FormCode = `sum/${string}` | `years/${string}` | `${string}/missing`;

const EXPLAINED = new Map<string, CodeEntry>(Object.values(CODES).flatMap((area) => Object.entries(area)));

/** Whether a code has a meaning of its own, which no form can give it. */
export const isTaken = (code: string): boolean => EXPLAINED.has(code) || (OF_RULES as readonly string[]).includes(code);

/**
 * The kind of a problem, which decides the exit code: the one that it states itself, or else that of its code. Rules are about the
 * report.
 */
export function kindOf({ code, kind }: { readonly code: Code; readonly kind?: Kind }): Kind {
  return kind ?? EXPLAINED.get(code)?.kind ?? 'report';
}
