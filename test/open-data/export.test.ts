import { describe, expect, test } from '@jest/globals';
import { editions, exportCells, parseReport } from '../../src/index.js';
import { dataCells } from '../../src/table/cells.js';
import { small } from '../reading/page.js';

// The cells of reports as open data.

const COLUMNS = 'agency,year,edition,path,label,value,unit,note,id';

interface Line {
  readonly [column: string]: unknown;
}

const lines = (text: string): readonly Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const noted = parseReport({
  ...small,
  disclosure: { ...small.disclosure, rules: { issued: { value: 1, note: '其中修订1件' }, repealed: 2, inForce: null } },
  tables: {
    other: [
      {
        caption: '平台',
        columns: ['数量（个）', '说明'],
        rows: [{ label: '网站', values: ['3', '含"无障碍"版,两种'] }],
      },
    ],
  },
});

describe('a line a cell', () => {
  test('every cell of the form once, in its order, with an id of its own', () => {
    const { text, findings } = exportCells([small], { format: 'jsonl' });
    const found = lines(text);
    const paths = Object.entries(editions['2021'].tables).flatMap(([key, spec]) =>
      dataCells(spec).map(({ path }) => [key, ...path].join('.')),
    );
    expect(found.map(({ path }) => path)).toEqual(paths);
    expect(new Set(found.map(({ id }) => id)).size).toBe(paths.length);
    expect(findings).toEqual([]);
    expect(found[0]).toEqual({
      agency: '示例县交通运输局',
      year: 2024,
      edition: '2021',
      path: 'disclosure.rules.issued',
      label: '规章 · 本年制发件数',
      value: 1,
      unit: '',
      note: '',
      id: '示例县交通运输局/2024/disclosure.rules.issued',
    });
    expect(found.find(({ path }) => path === 'disclosure.fees.amount')).toMatchObject({ value: '12.50', unit: '万元' });
  });

  test('notes, blanks and further tables', () => {
    const found = lines(exportCells([noted], { format: 'jsonl' }).text);
    expect(found[0]).toMatchObject({ value: 1, note: '其中修订1件' });
    expect(found[2]).toMatchObject({ value: null });
    expect(found.slice(-2)).toMatchObject([
      { path: 'tables.other[0].rows[0].values[0]', label: '平台 · 网站 · 数量（个）', value: '3', unit: '个' },
      { label: '平台 · 网站 · 说明', value: '含"无障碍"版,两种', unit: '' },
    ]);
  });

  test('as CSV: the same columns, quoted where needed, with a byte order mark only if it is asked for', () => {
    const { text } = exportCells([noted]);
    const rows = text.split('\r\n');
    expect(rows[0]).toBe(COLUMNS);
    expect(rows[1]).toBe(
      '示例县交通运输局,2024,2021,disclosure.rules.issued,规章 · 本年制发件数,1,,其中修订1件,示例县交通运输局/2024/disclosure.rules.issued',
    );
    expect(rows.at(-2)).toContain(',"含""无障碍""版,两种",');
    expect(exportCells([noted], { bom: true }).text).toBe(`\uFEFF${text}`);
  });
});

describe('what a spreadsheet would run', () => {
  const named = (name: string) => parseReport({ ...small, agency: { name } });

  test.each(['=HYPERLINK("http://a")', '+1+2', '-2+3', '@SUM(A1)', '＝1+1', "=cmd|' /C calc'!A0"])(
    '%s is made harmless, and told',
    (name) => {
      const { text, findings } = exportCells([named(name)]);
      const cells = text
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.replace(/^"/, ''));
      expect(cells.every((row) => row.startsWith("'"))).toBe(true);
      expect(findings).toMatchObject([{ code: 'export/formula', severity: 'warning', path: ['agency', 'name'] }]);
      expect(exportCells([named(name)], { format: 'jsonl' }).text).toContain(`"agency":${JSON.stringify(name)}`);
    },
  );

  test('nor is it run in another form or behind what nobody sees', () => {
    const signs = [...'=+-@＝＋－＠﹦﹢﹣﹫−'];
    const unseen = ['', ' ', '\u3000', '\u200B', '\u2060\uFEFF', '\u00AD\u202E', '\n'];
    const texts = signs.flatMap((sign) => unseen.map((before) => `${before}${sign}甲`));
    const values = [...texts, '—甲', '–', '−', '\u200B甲=1', '（+1）'];
    const further = { columns: values.map((_, i) => `第${i}列`), rows: [{ values }] };
    const { findings } = exportCells([{ ...small, tables: { other: [further] } }]);
    expect(findings.map(({ found }) => found.at(-1) === '甲' && found.length > 1)).toEqual(texts.map(() => true));
  });

  test('figures and dashes are none', () => {
    const table = { columns: ['甲', '乙', '丙'], rows: [{ values: ['-5', '-', '-3.5%'] }] };
    const { text, findings } = exportCells([parseReport({ ...small, tables: { other: [table] } })]);
    expect(findings).toEqual([]);
    expect(text).not.toContain("'");
  });
});

test('a further table whose rows do not fit its columns is told and left out', () => {
  const table = { columns: ['甲', '乙'], rows: [{ values: ['1'] }, { values: ['2', '3', '4'] }] };
  const ragged = parseReport({ ...noted, tables: { other: [...(noted.tables?.other ?? []), table] } });
  for (const format of ['jsonl', 'csv'] as const) {
    const { text, findings } = exportCells([ragged], { format });
    expect(text).toBe(exportCells([noted], { format }).text);
    expect(findings).toMatchObject(
      [0, 1].map((row) => ({ code: 'cell/missing', severity: 'error', path: ['tables', 'other', 1, 'rows', row] })),
    );
  }
});

test('a second report of one agency and year is told', () => {
  expect(exportCells([small, noted]).findings.map(({ code }) => code)).toEqual(['export/repeated']);
});
