import { expect, test } from '@jest/globals';
import { checkReport, fontSubstitutions, parseReport, toPdf } from '../../src/index.js';
import { readPdf } from '../readers/pdf-content.mjs';
import { minimal } from '../rules/minimal.js';
import { fontWith } from './font-files.js';
import { readBack, refusals, reportWith } from './reports.js';

const RARE = '\u{30edd}';

test('a character that only a font of the user has is accepted, and drawn in every role', async () => {
  const fonts = { body: fontWith({ [RARE]: '国' }) };
  const raw = reportWith({
    title: `甲${RARE}2025年`,
    'headings.other': `六、${RARE}`,
    'narrative.overview': `（一）${RARE}。${RARE}面。`,
    value: RARE,
    caption: RARE,
  });
  expect(refusals(raw).map(({ code }) => code)).toEqual(['font/missing-glyph']);
  expect(refusals(raw, fonts)).toEqual([]);
  const { pdf, docx } = await readBack(raw, fonts);
  expect([pdf, docx].map((text) => text.split(RARE).length - 1)).toEqual([6, 6]);
});

test('private characters are drawn from the font that has them, and from no other', () => {
  const raw = reportWith({ 'narrative.overview': '本机关\ue863某。' });
  expect(refusals(raw, { body: fontWith({ '\ue863': '国' }) })).toEqual([]);
  expect(refusals(raw, { body: fontWith({ 国: '国' }) }).map(({ code }) => code)).toEqual(['font/missing-glyph']);
});

test('a glyph that draws nothing counts as none', async () => {
  const fonts = { body: fontWith({ 本: '本', 机: '机', 关: '关' }, '0123456789年\u00a0 ') };
  const report = parseReport(minimal({ 'narrative.overview': '本机关2025年\u00a0公开。' }));
  const substituted = fontSubstitutions(report, { fonts }).map(({ message }) => /“(.)”/u.exec(message)?.[1]);
  expect(substituted).toEqual(expect.arrayContaining(['2', '0', '5', '年']));
  expect(substituted).not.toContain('\u00a0');
  expect(substituted).not.toContain('本');
  const { pages } = readPdf(await toPdf(report, { fonts }));
  const texts = pages.flatMap((page) => page.texts);
  const fontOf = (part: string) => texts.find(({ text, size }) => size === 16 && text.includes(part))?.font;
  expect(fontOf('2025')).toBeDefined();
  expect(fontOf('2025')).not.toBe(fontOf('本机关'));
});

test('a rare character with an empty glyph is missing', () => {
  const raw = reportWith({ 'narrative.overview': `本机关${RARE}。` });
  expect(refusals(raw, { body: fontWith({ 国: '国' }, RARE) }).map(({ code }) => code)).toEqual(['font/missing-glyph']);
});

test('a font that is not there is told, although the report needs none of it', () => {
  const fonts = { body: '/nowhere/none.ttf' };
  expect(() => checkReport(parseReport(minimal()), { fonts })).toThrow(
    expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'font/missing-file' })] }),
  );
});
