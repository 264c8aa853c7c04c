import { BATCH_CODES, type BatchFacts } from './catalogue/batch-codes.js';
import { CALL_CODES, type CallFacts } from './catalogue/call-codes.js';
import type { CodeEntry, Kind, Said } from './catalogue/code-entry.js';
import { DATA_CODES, type DataFacts } from './catalogue/data-codes.js';
import { FILE_CODES, type FileFacts } from './catalogue/file-codes.js';
import { MANY_CODES, type ManyFacts } from './catalogue/many-codes.js';
import type { FormFacts } from './catalogue/passage-facts.js';
import { READING_CODES, type ReadingFacts } from './catalogue/reading-codes.js';
import { REPORT_CODES, type ReportFacts } from './catalogue/report-codes.js';
import { RESOURCE_CODES, type ResourceFacts } from './catalogue/resource-codes.js';
import { ROLLUP_CODES, type RollupFacts } from './catalogue/rollup-codes.js';
import { FORM_WORDS, RULE_WORDS, type RuleFacts } from './catalogue/rule-words.js';
import { TEMPLATE_CODES, type TemplateFacts } from './catalogue/template-codes.js';

export type { CodeEntry, Kind } from './catalogue/code-entry.js';

/** The codes by their areas, so that `Code` knows them one by one. */
const AREAS = {
  报告的数据和文字: { ...DATA_CODES, ...REPORT_CODES },
  读入文件: READING_CODES,
  '核对、汇总和导出': { ...MANY_CODES, ...ROLLUP_CODES },
  '模板、字体和印章': { ...TEMPLATE_CODES, ...RESOURCE_CODES },
  用法和文件: { ...CALL_CODES, ...FILE_CODES },
  批量生成: BATCH_CODES,
} as const;

/**
 * Every code that is not a rule, with what it means and what to do, by what it is about, in the order of docs/codes.md. Rules say
 * themselves what they demand.
 */
export const CODES: { readonly [area: string]: { readonly [code: string]: CodeEntry } } = AREAS;

/** The facts of every code, by the code; those that forms define have theirs by what they are. */
export interface ProblemFacts
  extends DataFacts,
    ReportFacts,
    ReadingFacts,
    ManyFacts,
    RollupFacts,
    TemplateFacts,
    ResourceFacts,
    CallFacts,
    FileFacts,
    BatchFacts,
    RuleFacts {}

/** The rules that a form defines: its sums, its ties to the year before, and what its texts must mention. */
export type FormCode = `sum/${string}` | `years/${string}` | `${string}/missing`;

/** The stable name of a kind of problem, for programs to tell them apart. */
export type Code = keyof ProblemFacts | FormCode;

/**
 * The codes of problems as types know them. What texts must mention by a form of one's own has a code of its own (`…/missing`), which
 * no type can tell from those that are known: as a `string` it can be compared with any.
 */
export type ToldCode = keyof ProblemFacts | `sum/${string}` | `years/${Uppercase<string>}` | 'fees/missing';

/** The facts of problems of a code. */
export type FactsOf<C extends Code> = C extends keyof ProblemFacts
  ? ProblemFacts[C]
  : C extends `sum/${string}`
    ? FormFacts['sum']
    : C extends `years/${string}`
      ? FormFacts['years']
      : FormFacts['missing'];

const EXPLAINED = new Map<string, CodeEntry>(Object.values(AREAS).flatMap((area) => Object.entries(area)));

/** What a code means, in Chinese; undefined for that of a rule, which says itself what it demands. */
export const meaningOf = (code: Code): string | undefined => EXPLAINED.get(code)?.means;

/** Whether a code has a meaning of its own, which no form can give it. */
export const isTaken = (code: string): boolean => EXPLAINED.has(code) || Object.hasOwn(RULE_WORDS, code);

/**
 * The kind of a problem, which decides the exit code: the one that it states itself, or else that of its code. Rules are about the
 * report.
 */
export function kindOf({ code, kind }: { readonly code: Code; readonly kind?: Kind }): Kind {
  return kind ?? EXPLAINED.get(code)?.kind ?? 'report';
}

type Say = (facts: never) => Said;

function formWords(code: string): Say {
  if (code.startsWith('sum/')) return FORM_WORDS.sum;
  return code.startsWith('years/') ? FORM_WORDS.years : FORM_WORDS.missing;
}

/** What is said of a problem: by its facts, and where these leave something out, by its code. */
export function saidOf(code: Code, facts: FactsOf<Code>): Said {
  const entry = EXPLAINED.get(code);
  if (entry === undefined) {
    const say: Say = (RULE_WORDS as { readonly [code: string]: Say })[code] ?? formWords(code);
    return say(facts as never);
  }
  const { means, expected, remedy, says } = entry;
  return { message: means, expected, hint: remedy, ...says(facts as never) };
}
