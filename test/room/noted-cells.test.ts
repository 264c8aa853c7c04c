import { describe, expect, test } from '@jest/globals';
import { editions } from '../../src/editions/editions.js';
import { checkReport, composeReport, documentTexts, parseReport } from '../../src/index.js';
import { dataAttachments } from '../../src/open-data/attachments.js';
import { fc } from '../fast-check.js';
import { minimal, problemsOf, type Raw, short, withValue } from '../input/example.js';
import { documentWith, textsWith } from './written.js';

// A figure of a table with a note behind it: `{ value, note }`.

const ISSUED = 'disclosure.rules.issued';
const FEES = 'disclosure.fees.amount';
const noted = { value: 22, note: '其中修订16件' };
const withCell = (path: string, cell: unknown): Raw => withValue(minimal(), path, cell);

test('templates see the figures of further tables without their notes, too', () => {
  const each = '{{#each tables.overview}}{{#each rows}}{{#each values}}共{{this}}件。{{/each}}{{/each}}{{/each}}';
  const tables = { overview: [{ columns: ['件数'], rows: [{ values: [noted] }] }] };
  expect(textsWith(withValue(minimal({ tables }), 'narrative.overview', each))).toContain('共22件。');
});

describe('is printed behind the figure', () => {
  test.each<[string, unknown, string]>([
    [ISSUED, noted, '22（其中修订16件）'],
    [ISSUED, { value: 0, note: '（上年2件）' }, '0（上年2件）'],
    [ISSUED, { value: 3, note: '（一）类1件，（二）类2件' }, '3（（一）类1件，（二）类2件）'],
    [FEES, { value: '96171.60', note: '含上年结余' }, '96171.60（含上年结余）'],
    [FEES, { value: 3168.0656, unit: '万元', note: '含上年结余' }, '3168.0656（万元）（含上年结余）'],
  ])('%s: %j', (path, cell, printed) => {
    const report = parseReport(withCell(path, cell));
    expect(report).toMatchObject(withValue({}, path, cell));
    expect(parseReport(report)).toEqual(report);
    expect(textsWith(withCell(path, cell))).toContain(printed);
  });

  test('in brackets of its own or in those that it has, once, whatever it says', () => {
    const note = fc.string({ unit: fc.constantFrom(...'其中修订件0123456789，'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(), note, fc.boolean(), (value, words, isBracketed) => {
        const cell = { value, note: isBracketed ? `（${words}）` : words };
        const texts = textsWith(withCell(ISSUED, cell));
        expect(texts.filter((text) => text === `${value}（${words}）`)).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });

  test('in a further table', () => {
    const tables = { other: [{ columns: ['件数'], rows: [{ values: [{ value: 5, note: '其中2件' }] }] }] };
    expect(textsWith({ tables })).toContain('5（其中2件）');
  });
});

describe('counts as the figure', () => {
  const requests = {
    fill: 0,
    totals: 'compute',
    received: { naturalPerson: { value: 2, note: '甲' } },
    carriedForward: { naturalPerson: 2 },
  };

  test('in totals that are computed, and in sums', () => {
    const report = parseReport(minimal({ requests }));
    expect(report.requests?.received.total).toBe(2);
    expect(checkReport(report)).toEqual([]);
    const wrong = {
      ...requests,
      received: { naturalPerson: { value: 2, note: '甲' }, total: { value: 3, note: '乙' } },
    };
    const found = checkReport(parseReport(minimal({ requests: wrong })));
    expect(found.map(short).toSorted()).toEqual([
      'sum/E1 requests.disposition.total.total',
      'sum/I2 requests.received.total',
    ]);
    expect(found.find(({ code }) => code === 'sum/I2')).toMatchObject({ found: '3', expected: '2' });
  });

  test('in templates', () => {
    const narrative = { overview: '制发{{disclosure.rules.issued}}件，收费{{disclosure.fees.amount}}。' };
    const disclosure = {
      fill: 0,
      rules: { issued: noted },
      fees: { amount: { value: '1.5', unit: '万元', note: '甲' } },
    };
    expect(textsWith({ narrative, disclosure })).toContain('制发22件，收费1.5（万元）。');
  });

  test('in templates it is all there is', () => {
    for (const part of ['note', 'value']) {
      const overview = `{{disclosure.rules.issued.${part}}}`;
      const found = checkReport(
        parseReport({ ...withCell(ISSUED, noted), narrative: { ...minimal().narrative, overview } }),
      );
      expect(found.map(short)).toEqual(['template/unknown-variable narrative.overview']);
    }
  });

  test('against last year, on both sides', () => {
    const problems = '与上一年度完全不同的另外一段话，写的是今年的情况。';
    const rules = { issued: { value: 2, note: '甲' }, repealed: 0, inForce: { value: 5, note: '乙' } };
    const previous = (inForce: number) =>
      minimal({ year: 2024, disclosure: { fill: 0, rules: { inForce: { value: inForce, note: '丙' } } } });
    const found = (inForce: number) =>
      checkReport(
        parseReport(
          minimal({
            year: 2025,
            narrative: { problems },
            disclosure: { fill: 0, rules },
            previous: previous(inForce),
          }),
        ),
      ).map(short);
    expect(found(3)).toEqual([]);
    expect(found(4)).toEqual(['years/C2 disclosure.rules.inForce']);
  });

  test('facts that have the same keys keep both', () => {
    const item = { kind: 'list', fields: { value: { kind: 'count' }, note: { kind: 'text' } } } as const;
    const form = { ...editions['2021'], id: 'own', facts: { items: item } };
    const raw = minimal({
      edition: 'own',
      facts: { items: [{ value: 3, note: '甲' }] },
      narrative: { preamble: '引言。', overview: '{{#each facts.items}}{{note}}{{value}}件。{{/each}}' },
    });
    const options = { forms: [form] };
    expect(documentTexts(composeReport(parseReport(raw, options), options))).toContain('甲3件。');
  });
});

test.each<[string, unknown, readonly string[]]>([
  [ISSUED, { value: 22 }, ['shape/type disclosure.rules.issued']],
  [ISSUED, { note: '甲' }, ['shape/missing disclosure.rules.issued.value']],
  [ISSUED, { value: null, note: '甲' }, ['shape/type disclosure.rules.issued.value']],
  [ISSUED, { value: -1, note: '甲' }, ['shape/value disclosure.rules.issued.value']],
  [ISSUED, { value: '22', note: '甲' }, ['shape/type disclosure.rules.issued.value']],
  [ISSUED, { value: 22, note: '' }, ['shape/value disclosure.rules.issued.note']],
  [ISSUED, { value: 22, note: ['甲'] }, ['shape/type disclosure.rules.issued.note']],
  [ISSUED, { value: 22, note: '甲', unit: '件' }, ['shape/unknown-key disclosure.rules.issued.unit']],
  [ISSUED, -1, ['shape/value disclosure.rules.issued']],
  [ISSUED, '22', ['shape/type disclosure.rules.issued']],
  [FEES, { value: '1,5', note: '甲' }, ['shape/value disclosure.fees.amount.value']],
  [FEES, { value: 1, unit: '', note: '甲' }, ['shape/value disclosure.fees.amount.unit']],
])('%s: %j is refused at its place', (path, cell, expected) => {
  const found = problemsOf(() => parseReport(withCell(path, cell)));
  expect(found.map(short)).toEqual(expected);
  for (const { hint } of found) expect(hint).toMatch(/\p{Script=Han}/u);
});

test('the rules on wording see it', () => {
  const codes = (note: string) => checkReport(parseReport(withCell(ISSUED, { value: 1, note }))).map(short);
  expect(codes('其中修订16件,废止2件')).toEqual(['text/half-width disclosure.rules.issued.note']);
  expect(codes('其中《规则')).toEqual(['text/unbalanced disclosure.rules.issued.note']);
  expect(codes('⼀件')).toEqual(['text/radical disclosure.rules.issued.note']);
  expect(codes('XX件')).toEqual(['text/placeholder disclosure.rules.issued.note']);
  expect(problemsOf(() => parseReport(withCell(ISSUED, { value: 1, note: '甲\u0001' }))).map(short)).toEqual([
    'text/forbidden-character disclosure.rules.issued.note',
  ]);
});

test('carried data keep the figure and the note apart', () => {
  const csv = (raw: Raw) => {
    const report = parseReport(raw);
    const [, disclosure] = dataAttachments(report, editions['2021']);
    return new TextDecoder().decode(disclosure?.bytes).split('\r\n');
  };
  expect(csv(minimal())[0]).toBe('path,label,value');
  const lines = csv(withCell(ISSUED, { value: 22, note: '修订16件,废止1件' }));
  expect(lines[0]).toBe('path,label,value,note');
  expect(lines[1]).toMatch(/^disclosure\.rules\.issued,[^,]+,22,"修订16件,废止1件"$/);
  expect(lines[2]).toMatch(/,0,$/);
});

test('cells with and without notes differ in nothing else', () => {
  const plain = documentWith(withCell(ISSUED, 22));
  const annotated = documentWith(withCell(ISSUED, noted));
  const differing = documentTexts(annotated).filter((text, i) => text !== documentTexts(plain)[i]);
  expect(differing).toEqual(['22（其中修订16件）']);
});
