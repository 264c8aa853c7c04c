import { defineForm, editions, type Form, parseReport, reportJsonSchema, type TableSpec } from '../../src/index.js';

// A definition that cannot be is refused, by a plain Error: it is no fault of a report.

const table: TableSpec = {
  description: '经费',
  widths: [1, 1],
  groups: [
    {
      columns: [{ key: 'amount', label: '金额', kind: 'amount' }],
      rows: [
        { key: 'a', label: '甲' },
        { key: 'b', label: '乙' },
        { key: 'total', label: '合计', totalBy: 'F1' },
      ],
    },
  ],
};
const form: Form = {
  id: 'own',
  name: '年度报告',
  topic: '经费',
  citation: '某办〔2025〕1号',
  years: [2025],
  sections: [{ key: 'money', heading: '一、经费' }],
  texts: {},
  tables: { money: table },
  facts: {},
  rolls: [],
  stated: [],
  wording: {},
};
const [group] = table.groups;
const withTable = (change: Partial<TableSpec>): Partial<Form> => ({ tables: { money: { ...table, ...change } } });
const column = (change: object) =>
  withTable({ groups: [{ rows: [], ...group, ...change } as (typeof table.groups)[0]] });
const stated = (pattern: RegExp, path = 'money.a.amount') => ({ stated: [{ name: '甲', pattern, paths: [path] }] });

/** Whatever takes forms proves them. */
const use = (own: Form) => reportJsonSchema({ forms: [own] });

test.each(Object.values<Form>(editions))('edition $id is whole', (edition) => {
  expect(() => use({ ...edition, id: 'copy' })).not.toThrow();
});

test('a form is given back as it is', () => {
  expect(defineForm(form)).toBe(form);
  expect(structuredClone(form)).toEqual(form);
});

test.each<[string, object, string]>([
  ['a section that has nothing', { sections: [...form.sections, { key: 'b', heading: '二、' }] }, 'b has neither'],
  ['a section twice', { sections: [...form.sections, ...form.sections] }, 'money is there twice'],
  ['a text of no section', { texts: { b: {} } }, 'b belongs to no section'],
  ['a function', { facts: { a: { kind: 'count', title: () => '甲' } } }, 'facts.a.title is a function'],
  ['a part that is missing', { rolls: undefined }, 'rolls is missing'],
  ['an id that leads elsewhere', { id: '../2021' }, 'cannot be the name of a folder'],
  ['a key with a dot', { facts: { 'a.b': { kind: 'count' } } }, 'facts: “a.b” cannot be a key'],
  ['a key that every object has', { facts: { constructor: { kind: 'count' } } }, '“constructor” cannot be a key'],
  ...[[0], [4], [2, 2], [3, 1], [1.5]].map((breaks): [string, object, string] => [
    `breaks ${breaks} of four characters`,
    column({ columns: [{ key: 'amount', label: '经费金额', breaks }] }),
    'money: the breaks of “经费金额” must rise within it',
  ]),
  ['widths of other columns', withTable({ widths: [1] }), 'money: 1 widths for 2 columns'],
  ['no groups', withTable({ groups: [] }), 'money: no groups'],
  ['a row without a key', column({ rows: [{ label: '甲' }] }), 'the row “甲” has no key'],
  ['a cell twice', column({ rows: [group?.rows[0], group?.rows[0]] }), 'two cells are called money.a.amount'],
  ['a cell called as an option', column({ rows: [{ key: 'fill', label: '甲' }] }), 'can be called fill'],
  [
    'an identity of no row',
    withTable({ identities: [{ rule: 'E', left: ['a', 'c'], right: ['b'] }] }),
    'money: identity E: no row c',
  ],
  [
    'a sum of counts and amounts',
    withTable({
      widths: [1, 1, 1],
      groups: [
        {
          columns: [
            { key: 'amount', label: '金额', kind: 'amount' },
            { key: 'total', label: '合计', totalBy: 'F2' },
          ],
          rows: [{ key: 'a', label: '甲' }],
        },
      ],
    }),
    'F2 adds up counts and amounts',
  ],
  ['a roll of no cell', { rolls: [{ rule: 'C', at: 'money.c.amount', terms: [] }] }, 'roll C: no cell money.c.amount'],
  ['a stated amount', stated(/甲(\d+)元/g), 'stated 甲: money.a.amount is an amount'],
  ['a pattern without the flag', stated(/甲(\d+)元/), 'needs the flag g and one group'],
  ['a pattern without a group', stated(/甲\d+元/g), 'needs the flag g and one group'],
  [
    'words with another flag',
    { claims: [{ name: '甲', topic: /甲/iu, words: /均/u, of: ['all'], zero: [] }] },
    '甲: a pattern of words has the flag u',
  ],
  [
    'words with a group',
    { stated: [{ name: '甲', topic: /(甲)/u, paths: [] }] },
    '甲: a pattern of words has the flag u, no other, and no groups',
  ],
  [
    'a charge that is looked for from where it was last found',
    { charge: { name: '费', pattern: /费/gu, part: 'money', step: 10 } },
    '费: a pattern of words has the flag u',
  ],
])('%s', (_, change, says) => {
  expect(() => use({ ...form, ...change } as Form)).toThrow(says);
});

test('no section can have a key of the report object', () => {
  const schema = reportJsonSchema() as { readonly oneOf: readonly { readonly properties: object }[] };
  const tables = ['disclosure', 'requests', 'review'];
  for (const key of Object.keys(schema.oneOf[0]?.properties ?? {}).filter((one) => !tables.includes(one))) {
    const own = { ...form, sections: [{ key, heading: '一、' }], texts: { [key]: {} }, tables: {} };
    expect(() => use(own)).toThrow(key === '$schema' ? 'cannot be a key' : `no section can be called ${key}`);
  }
});

test.each([
  [{ a: { amount: 0.1 }, b: { amount: '0.20' } }, '0.3'],
  [
    { a: { amount: { value: '1.5', unit: '万元' } }, b: { amount: { value: 2, unit: '万元' } } },
    { value: '3.5', unit: '万元' },
  ],
  [{ a: { amount: 1 }, b: { amount: 2 } }, 3],
])('totals of amounts are exact: %j', (cells, total) => {
  const raw = { edition: 'own', year: 2025, agency: { name: '某局' }, money: { ...cells, totals: 'compute' } };
  expect(parseReport(raw, { forms: [form] })).toMatchObject({ money: { total: { amount: total } } });
});
