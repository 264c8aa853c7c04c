import { describe, expect, test } from '@jest/globals';
import { parseReport, toPdf } from '../../src/index.js';
import { readPdf } from '../readers/pdf-content.mjs';
import { readWithPdfjs } from '../readers/pdf-js.mjs';
import { minimal } from '../rules/minimal.js';

/** Pairs that look alike, and that a font draws with one glyph. */
const ALIKE = [
  '-\u2011',
  '\u2011-',
  ' \u00a0x',
  '～\u301c',
  '…\u22ef',
  '／\u2215',
  '\u2012\u2013',
  '凉\uf979',
  '兀\ufa0c',
  '\u3588\u439b',
];

const text = ALIKE.map((pair) => `甲${pair}乙${[...pair].reverse().join('')}丙`).join('、');

describe('characters that look alike are copied each as itself', () => {
  const made = toPdf(
    parseReport(
      minimal({
        'narrative.overview': `${text}。`,
        'headings.other': '六、‑与-',
        tables: { other: [{ columns: ['列'], rows: [{ values: ['‑3'] }, { values: ['-3'] }, { values: ['-3‑'] }] }] },
      }),
    ),
  );

  test('by an own reader', async () => {
    const all = readPdf(await made)
      .pages.flatMap(({ texts }) => texts.map((one) => one.text))
      .join('');
    expect(all).toContain(text);
    expect(all).toContain('六、‑与-');
    expect(all).toContain('‑3-3-3‑');
  });

  test('by pdf.js', async () => {
    const { pages } = await readWithPdfjs(await made);
    const all = pages
      .flatMap(({ texts }) => texts.map((one) => one.text))
      .join('')
      .replace(/\s/g, '');
    expect(all).toContain(text.replace(/\s/g, ''));
  });
});

test('a statutory figure is copied with the sign that it has', async () => {
  const raw = minimal({
    'agency.telephone': '0951‑8575022',
    edition: '2019',
    year: 2020,
    'disclosure.licensing': { change: -3 },
  });
  const all = readPdf(await toPdf(parseReport(raw))).pages.flatMap(({ texts }) => texts.map((one) => one.text));
  expect(all).toContain('-3');
});
