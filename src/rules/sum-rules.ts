import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { gather } from '../diagnostics/gather.js';
import { type Form, headingOf } from '../form/form.js';
import { isUntouched } from '../report/untouched.js';
import { dataCells, valueAt } from '../table/cells.js';
import { sumRulesIn } from '../table/sums.js';
import { fact, fail, PASS, type Rule, type Subject, type Verdict } from './rule.js';
import { judgedSums } from './sum-order.js';
import { valuesOf } from './table-values.js';

/** The verdicts on the sums of a report by the ids of their rules. */
const sumsByRule = fact((subject: Subject): ReadonlyMap<string, readonly Verdict[]> => {
  const byRule = new Map<string, Verdict[]>();
  for (const { rule, verdict } of judgedSums(subject)) {
    const own = byRule.get(rule);
    if (own) own.push(verdict);
    else byRule.set(rule, [verdict]);
  }
  return byRule;
});

function sumRule(id: string): Rule {
  return {
    code: `sum/${id}`,
    severity: 'error',
    formula: '各分项之和 = 总计',
    basis: '总计的含义',
    hint: '核对分项和总计；确须按已公布的数字印出时，在 waivers 中写明 rule、path 和 reason',
    example: { wrong: '分项 12、3，总计 14', right: '分项 12、3，总计 15' },
    check: (subject) => sumsByRule(subject).get(id) ?? [],
  };
}

function blanks(subject: Subject): readonly Verdict[] {
  const { report, form } = subject;
  const present = Object.entries(form.tables).filter(([key]) => valueAt(report, [key]) !== undefined);
  return present.flatMap(([key, spec]) => {
    const values = valuesOf(subject, key);
    return dataCells(spec).map(
      ({ index, path, label }): Verdict =>
        values[index] === null ? fail('cell/blank', [key, ...path], { cause: 'cell', name: label }, { label }) : PASS,
    );
  });
}

/** Blank cells, told once for each table. */
const blankTables = (findings: readonly Diagnostic[], { form, report }: Subject): readonly Diagnostic[] =>
  gather(findings, (key, all, where, first) => {
    const { message: _, found: __, expected: ___, facts: ____, code: _____, label: ______, ...same } = first;
    const isToBegin = isUntouched(form, key, valueAt(report, [key]));
    const facts = { cause: 'table', name: headingOf(form, key), all, isToBegin } as const;
    return diagnostic('cell/blank', facts, { ...same, ...where });
  });

/** The ids of the rules with one prefix: those that the form words and those in use, sorted. */
export const idsOf = (prefix: string, { wording }: Form, used: readonly string[]): readonly string[] => {
  const worded = Object.keys(wording).flatMap((code) => (code.startsWith(prefix) ? code.slice(prefix.length) : []));
  return [...new Set([...worded, ...used])].sort();
};

/** The arithmetic of a form's tables, read off their definitions, and cells left blank. */
export const tableRules = (form: Form): readonly Rule[] => [
  ...idsOf('sum/', form, Object.values(form.tables).flatMap(sumRulesIn)).map(sumRule),
  {
    code: 'cell/blank',
    severity: 'warning',
    formula: '表中各格都有数值，没有的填 0',
    basis: '通行做法',
    hint: '数值为零时按惯例填 0；留空会印成空白格',
    example: { wrong: '规章 · 本年制发件数：（空白）', right: '规章 · 本年制发件数：0' },
    check: blanks,
    gather: blankTables,
  },
];
