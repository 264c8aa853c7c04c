import { describe, expect, test } from '@jest/globals';
import { assessReport, checkReport, composeReport, documentTexts, editions, parseReport } from '../../src/index.js';
import { dataAttachments } from '../../src/open-data/attachments.js';
import { minimal, problemsOf, type Raw, short } from '../input/example.js';

// Sections that a report says it does not have.

const SECTIONS = editions['2021'].sections;

/** The smallest report without some sections, which are declared absent for a reason. */
function without(...sections: readonly string[]): Raw {
  const raw = minimal({ narrative: { overview: '全年工作有序开展。' } });
  for (const section of sections) {
    delete raw[section];
    delete raw.narrative[section];
  }
  return { ...raw, absent: Object.fromEntries(sections.map((section) => [section, `理由之${section}`])) };
}

test.each(SECTIONS)('$key: not printed, told once, and nothing else is said of it', ({ key, heading }) => {
  const report = parseReport(without(key));
  expect(parseReport(report)).toEqual(report);
  const [found, ...others] = checkReport(report);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'section/absent', severity: 'warning', path: ['absent', key] });
  expect(found?.message).toBe(`报告里没有“${heading}”：理由之${key}`);
  const whole = documentTexts(composeReport(parseReport(without())));
  const texts = documentTexts(composeReport(report));
  const next = SECTIONS[SECTIONS.findIndex((section) => section.key === key) + 1]?.heading;
  const [from, to] = [whole.indexOf(heading), next === undefined ? whole.length : whole.indexOf(next)];
  expect(texts).toEqual([...whole.slice(0, from), ...whole.slice(to)]);
});

test('it can be waived', () => {
  const waivers = [{ rule: 'section/absent', path: 'absent.other', reason: '上级机关的要求' }];
  expect(checkReport(parseReport({ ...without('other'), waivers }))).toMatchObject([{ waived: '上级机关的要求' }]);
});

test('rules that need it are not assessed, and say why', () => {
  const { rules } = assessReport(parseReport(without('requests', 'review', 'other', 'overview', 'problems')));
  const why = '报告写明没有这一部分（absent）';
  for (const code of ['sum/E1', 'sum/I1', 'sum/I2', 'sum/I3', 'fees/missing', 'text/too-long', 'text/repeated']) {
    const { passed, findings, unassessed } = rules.find(({ rule }) => rule.code === code) ?? { unassessed: [] };
    expect({ passed, findings }).toEqual({ passed: 0, findings: [] });
    expect(new Set(unassessed.map((one) => one.why))).toEqual(new Set([why]));
  }
});

test('last year may have been without it', () => {
  const previous = { ...without('requests', 'problems'), year: 2023 };
  const { findings, rules } = assessReport(parseReport({ ...minimal(), year: 2024, previous }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const whys = (code: string) => rules.find(({ rule }) => rule.code === code)?.unassessed.map(({ why }) => why);
  expect(whys('years/C1')).toContain('上年或本年的单元格空白，或上年的版式没有这一项');
  expect(whys('text/repeated')).toEqual(['上年的报告没有这一部分']);
});

test('carried data have no table of it', () => {
  const names = dataAttachments(parseReport(without('review')), editions['2021']).map(({ name }) => name);
  expect(names).toEqual(['report.json', 'disclosure.csv', 'requests.csv']);
});

test.each<[string, unknown]>([
  ['review', { fill: 0 }],
  ['review', {}],
  ['narrative', { review: '文字' }],
  ['notes', { review: '注' }],
  ['headings', { review: '四、其他' }],
  ['tables', { review: [{ columns: ['甲'], rows: [{ values: [1] }] }] }],
])('something of it in %s contradicts that', (key, value) => {
  const raw = without('review');
  const given = key === 'narrative' ? { ...raw.narrative, ...(value as object) } : value;
  const found = checkReport(parseReport({ ...raw, [key]: given }));
  expect(found.map(short)).toEqual(['section/absent absent.review', 'section/contradicted absent.review']);
  expect(found[1]).toMatchObject({ severity: 'error', found: key === 'review' ? 'review' : `${key}.review` });
});

describe('what is missing without being declared absent', () => {
  const bare = () => {
    const { absent: _, ...raw } = without('review', 'other');
    return raw;
  };

  test('a table: an error, whose hint names this way out', () => {
    const [only, ...more] = problemsOf(() => parseReport(bare()));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: 'shape/missing', path: ['review'] });
    expect(only?.hint).toContain('absent.review');
  });

  test('a text: as before, and the hint names this way out', () => {
    const found = checkReport(parseReport({ ...bare(), review: { fill: 0 } }));
    expect(found.map(short)).toEqual(['fees/missing narrative.other', 'template/empty narrative.other']);
    expect(found[1]?.hint).toContain('absent.other');
  });
});

test.each<[unknown, string]>([
  [{ other: '' }, 'shape/value absent.other'],
  [{ other: true }, 'shape/type absent.other'],
  [['other'], 'shape/type absent'],
  [{ preamble: '甲' }, 'shape/unknown-key absent.preamble'],
  [{ others: '甲' }, 'shape/unknown-key absent.others'],
])('%j is refused', (absent, expected) => {
  expect(problemsOf(() => parseReport({ ...minimal(), absent })).map(short)).toEqual([expected]);
});
