import { fileURLToPath } from 'node:url';
import { checkReport, fontSubstitutions, parseReport, type ReportError, toPdf } from '../../src/index.js';
import { problemsOf } from '../input/example.js';
import { readPdf } from '../readers/pdf-content.mjs';
import { minimal } from '../rules/minimal.js';

// A user's own font for the body: the Kai that ships, which has GB 2312 and the 8,105 characters, but not 丂.
const KAI = fileURLToPath(new URL('../../fonts/GongWen-Kai.ttf', import.meta.url));
const TEXT = '本机关负责人丂某某依法“公开”信息 12 条。';

const report = (overview: string) => parseReport(minimal({ 'narrative.overview': overview }));

test('sets the role, the shipped fonts standing in for what it lacks', async () => {
  const names = readPdf(await toPdf(report(TEXT), { fonts: { body: KAI } })).fonts.map(({ name }) => name);
  expect(names.some((name) => name.includes('FangSong'))).toBe(false);
  expect(names.some((name) => name.includes('Kai'))).toBe(true);
});

test('a role without a font is like one that is not named', () => {
  expect(fontSubstitutions(report(TEXT), { fonts: { body: undefined, title: [] } })).toEqual([]);
});

test('what it lacks is told, with its place', () => {
  expect(fontSubstitutions(report(TEXT), { fonts: { body: KAI } })).toMatchObject([
    {
      code: 'font/substituted',
      severity: 'note',
      message: expect.stringContaining('U+4E02'),
      path: ['narrative', 'overview'],
    },
  ]);
  expect(fontSubstitutions(report(TEXT))).toEqual([]);
});

test('may be taken for Chinese or for the rest alone', () => {
  const fonts = { body: [{ file: KAI, only: 'western' as const }] };
  const found = fontSubstitutions(report(TEXT), { fonts });
  expect(found.map(({ message }) => /“(.)”/u.exec(message)?.[1])).toEqual(
    expect.arrayContaining(['本', '丂', '“', '。']),
  );
  expect(found.map(({ message }) => /“(.)”/u.exec(message)?.[1])).not.toContain('1');
});

test.each([
  ['a file that is not there', '/nowhere/body.ttf', 'font/missing-file'],
  ['a file that is no font', fileURLToPath(import.meta.url), 'font/unreadable'],
])('%s is a problem of the font', async (_, file, code) => {
  const error = await toPdf(report(TEXT), { fonts: { body: file } }).catch((thrown: unknown) => thrown);
  expect((error as ReportError).diagnostics.map((problem) => problem.code)).toEqual([code]);
  // Also where nothing is wanted of it: all characters are in the shipped fonts.
  expect(problemsOf(() => checkReport(report('公开。'), { fonts: { title: file } })).map((one) => one.code)).toEqual([
    code,
  ]);
});
