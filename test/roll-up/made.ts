import { type AnyReport, defineForm, defineTable, type Form, type ListedAgency, parseReport } from '../../src/index.js';
import { dataCells } from '../../src/table/cells.js';
import { nest } from '../../src/table/complete.js';

const spending = defineTable({
  description: '支出',
  widths: [1, 1, 1],
  groups: [
    {
      columns: [
        { key: 'amount', label: '金额（单位：万元）', kind: 'amount' },
        { key: 'change', label: '增减', kind: 'signed' },
      ],
      rows: [
        { key: 'staff', label: '人员' },
        { key: 'sites', label: '平台' },
        { key: 'total', label: '合计', totalBy: 'S1' },
      ],
    },
  ],
});

const cases = defineTable({
  description: '事项',
  widths: [1, 1, 1],
  groups: [
    {
      columns: [
        { key: 'people', label: '自然人' },
        { key: 'firms', label: '法人' },
      ],
      rows: [
        { key: 'carriedOver', label: '上年结转' },
        { key: 'received', label: '新收' },
        { key: 'carriedForward', label: '结转下年' },
      ],
    },
  ],
});

/** A small form with figures of every kind. */
export const form = defineForm({
  id: 'small',
  name: '小报告',
  topic: '小',
  citation: '示办〔2020〕1号',
  years: [2020],
  sections: [
    { key: 'spending', heading: '一、支出' },
    { key: 'cases', heading: '二、事项' },
  ],
  texts: {},
  tables: { spending, cases },
  facts: {},
  rolls: [
    {
      rule: 'K1',
      at: 'cases.carriedOver.people',
      terms: [{ of: 'previous', path: 'cases.carriedForward.people', sign: 1 }],
    },
  ],
  stated: [],
  wording: {},
}) satisfies Form;

export const forms = [form];

/** The dotted paths of all cells, in order. */
export const paths = Object.entries(form.tables).flatMap(([key, spec]) =>
  dataCells(spec).map(({ path }) => [key, ...path].join('.')),
);

/** A report with these values in its cells, and 0 in all others. */
export function report(
  name: string,
  values: { readonly [path: string]: unknown } = {},
  more: { readonly [key: string]: unknown } = {},
): AnyReport {
  const tables = Object.entries(form.tables).map(([key, spec]) => {
    const of = (path: readonly string[]) => [key, ...path].join('.');
    return [key, nest(dataCells(spec), ({ path }) => (of(path) in values ? values[of(path)] : 0))] as const;
  });
  const given = { edition: 'small', year: 2024, agency: { name }, ...Object.fromEntries(tables), ...more };
  return parseReport(given, { forms }) as AnyReport;
}

/** A list of agencies: each with the one above it. */
export const listOf = (above: { readonly [name: string]: string }): readonly ListedAgency[] =>
  Object.entries(above).map(([name, upper], i) => ({
    name,
    former: [],
    above: upper,
    others: {},
    line: i + 2,
    column: 1,
  }));
