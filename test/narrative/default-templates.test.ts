import { describe, expect, test } from '@jest/globals';
import { checkReport, composeReport, type Document, parseReport, stops } from '../../src/index.js';
import { rightRequests } from '../check/right-report.js';
import { fc } from '../fast-check.js';
import { goodFixtures, type Raw, readFixture, withValue } from '../input/example.js';
import { applicantColumns, disclosureCells, requestRows, reviewCells } from '../tables/form.js';
import { defaultReport } from './random-report.js';
import { paragraphsOf, placed } from './write.js';

const PARTS = ['preamble', 'overview', 'problems', 'other'];
const EDITIONS = ['2019', '2021'] as const;

const proseOf = (document: Document) => PARTS.flatMap((part) => paragraphsOf(document, `narrative.${part}`));

/** Marks that no Chinese sentence has next to each other, brackets around nothing, and traces of missing values. */
const BAD = /[。，、；：][。，、；：]|^[。，、；：）]|（[，、；：。]|（）|undefined|null|NaN|\[object|\{\{|[ \t]/;

function expectGoodProse(document: Document): void {
  const prose = proseOf(document);
  expect(prose.length).toBeGreaterThanOrEqual(PARTS.length);
  for (const paragraph of prose) expect(paragraph).not.toMatch(BAD);
}

test.each(goodFixtures)('the text of %s has no doubled mark, no empty bracket, no trace of a missing value', (path) => {
  expectGoodProse(composeReport(readFixture(path)));
});

describe.each(EDITIONS)('the default templates of %s', (edition) => {
  test('write whole sentences for any facts and any figures', () => {
    fc.assert(
      fc.property(defaultReport(edition), (raw) => {
        const document = composeReport(parseReport(raw));
        expectGoodProse(document);
        for (const paragraph of proseOf(document)) {
          if (!/^（[一二三四五]）[^。]{2,10}$/.test(paragraph)) expect(paragraph).toMatch(/。$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('name in their text only figures that the report states', () => {
    fc.assert(
      fc.property(defaultReport(edition), (raw) => {
        const found = checkReport(parseReport(raw)).filter(({ code }) => !code.startsWith('cell/'));
        expect(found.filter(stops)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('are not stopped by a blank cell: the sentence that would state it is left out', () => {
    const [raw] = fc.sample(defaultReport(edition), { numRuns: 1, seed: 7 });
    const [requests] = fc.sample(rightRequests(edition), { numRuns: 1, seed: 7 });
    const base: Raw = parseReport({ ...raw, requests });
    const cells = [
      ...disclosureCells(edition).map((cell) => `disclosure.${cell}`),
      ...requestRows(edition).flatMap((row) => applicantColumns.map((column) => `requests.${row}.${column}`)),
      ...reviewCells.map((cell) => `review.${cell}`),
    ];
    const stopped = cells.flatMap((cell) => {
      const found = checkReport(withValue(base, cell, null)).filter(stops);
      return found.map((problem) => `${cell}: ${placed(problem)}`);
    });
    expect(stopped).toEqual([]);
  });
});

test('the five parts of the overview are told in order, each with a run-in head', () => {
  const document = composeReport(readFixture('2021/huaian-2024.yaml'));
  const heads = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.path.join('.') === 'narrative.overview' ? [block.inlines[0]] : [],
  );
  expect(heads).toEqual(
    [
      '（一）主动公开。',
      '（二）依申请公开。',
      '（三）政府信息管理。',
      '（四）政府信息公开平台建设。',
      '（五）监督保障。',
    ].map((text) => ({ kind: 'lead', text })),
  );
});
