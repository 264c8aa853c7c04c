import { describe, expect, test } from '@jest/globals';
import { checkReport, parseReport } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { minimal, problemsOf, type Raw, short } from '../input/example.js';
import { documentWith, textsWith } from './written.js';

// Texts before and after statutory tables, and notes below them.

const SECTIONS = ['disclosure', 'requests', 'review'] as const;
const CORNERS = { disclosure: '信息内容', requests: '四、结转下年度继续办理', review: '行政复议' };

/** Where each of some texts stands among those of a document; each must be there exactly once. */
function positions(texts: readonly string[], wanted: readonly string[]): readonly number[] {
  return wanted.map((text) => {
    expect(texts.filter((one) => one === text)).toHaveLength(1);
    return texts.indexOf(text);
  });
}

test('each is printed once, in its order', () => {
  const amount = fc.record({
    before: fc.integer({ min: 0, max: 3 }),
    note: fc.integer({ min: 0, max: 2 }),
    after: fc.integer({ min: 0, max: 3 }),
    further: fc.boolean(),
    asText: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.tuple(amount, amount, amount), (amounts) => {
      const wanted: string[] = [];
      const raw: Raw = { narrative: {}, notes: {}, tables: {} };
      for (const [i, section] of SECTIONS.entries()) {
        const { before, note, after, further, asText } = amounts[i] as (typeof amounts)[number];
        const made = (what: string, count: number) => Array.from({ length: count }, (_, n) => `${what}${i}之${n}`);
        const given = (list: readonly string[]) => (asText ? list.join('\n') || undefined : list);
        const [texts, notes, afters] = [made('前', before), made('注', note), made('后', after)];
        raw.narrative[section] = after === 0 && i > 0 ? given(texts) : { before: given(texts), after: given(afters) };
        raw.notes[section] = given(notes);
        if (further) {
          raw.tables[section] = [
            { caption: `附表${i}`, columns: [`列${i}`], rows: [{ values: [1] }], note: `附注${i}` },
          ];
        }
        const own = further ? [`附表${i}`, `列${i}`, `附注${i}`] : [];
        wanted.push(...texts, `角${i}`, ...notes, ...afters, ...own);
      }
      const texts = textsWith(JSON.parse(JSON.stringify(raw)));
      const found = positions(
        texts.map((text, at) => {
          const section = SECTIONS.findIndex((key) => CORNERS[key] === text && texts.indexOf(text) === at);
          return section < 0 ? text : `角${section}`;
        }),
        wanted,
      );
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});

test('they are templates, and figures typed into them are told', () => {
  const requests = { fill: 0, totals: 'compute', received: { naturalPerson: 3 }, carriedForward: { naturalPerson: 3 } };
  const text = '收到政府信息公开申请{{requests.received.total}}件。';
  const changes = {
    requests,
    narrative: { requests: { before: text, after: text } },
    notes: { requests: `注：${text}` },
  };
  const texts = textsWith(changes);
  expect(texts.filter((one) => one === '收到政府信息公开申请3件。')).toHaveLength(2);
  expect(texts).toContain('注：收到政府信息公开申请3件。');
  // Only a text that prints something from data is told what else it could print.
  const typed = (count: number) => {
    const said = `收到政府信息公开申请${count}件，结转{{requests.carriedForward.total}}件。`;
    return checkReport(
      parseReport(minimal({ ...changes, narrative: { requests: { after: said } }, notes: { requests: said } })),
    ).map(short);
  };
  expect(typed(4)).toEqual(['text/figure notes.requests', 'text/figure narrative.requests.after']);
  expect(typed(3)).toEqual(['text/unbound notes.requests', 'text/unbound narrative.requests.after']);
});

test('problems in them have their place', () => {
  const findings = (changes: Raw) => checkReport(parseReport(minimal(changes))).map(short);
  expect(findings({ narrative: { disclosure: '依法公开,及时。' } })).toEqual(['text/half-width narrative.disclosure']);
  expect(findings({ narrative: { disclosure: { after: '《条例' } } })).toEqual([
    'text/unbalanced narrative.disclosure.after',
  ]);
  expect(findings({ notes: { review: '注:无。' } })).toEqual(['text/half-width notes.review']);
  expect(findings({ notes: { review: '{{yeer}}' } })).toEqual(['template/unknown-variable notes.review']);
  const tables = { other: [{ columns: ['甲'], rows: [{ values: [1] }], note: '{{agency.telephone}}' }] };
  expect(findings({ tables })).toEqual(['template/missing-value tables.other[0].note']);
});

describe('what cannot be', () => {
  test.each<[Raw, string]>([
    [{ narrative: { overview: { before: '甲' } } }, 'shape/type narrative.overview'],
    [{ narrative: { disclosure: { befor: '甲' } } }, 'shape/unknown-key narrative.disclosure.befor'],
    [{ narrative: { disclosure: 3 } }, 'shape/type narrative.disclosure'],
    [{ notes: { overview: '甲' } }, 'shape/unknown-key notes.overview'],
    [{ notes: { disclosure: { before: '甲' } } }, 'shape/type notes.disclosure'],
    [{ tables: { other: [{ columns: ['甲'], rows: [{ values: [1] }], note: 1 }] } }, 'shape/type tables.other[0].note'],
  ])('%j', (changes, expected) => {
    expect(problemsOf(() => parseReport(minimal(changes))).map(short)).toEqual([expected]);
  });
});

test('an empty one prints nothing', () => {
  const changes = { narrative: { disclosure: { before: [], after: ' ' } }, notes: { disclosure: '\n' } };
  expect(documentWith(changes).blocks).toEqual(documentWith({}).blocks);
});
