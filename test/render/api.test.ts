import { spawnSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import {
  parseReport,
  ReportError,
  readReport,
  renderReport,
  toDocx,
  toDocxStream,
  toPdf,
  toPdfStream,
} from '../../src/index.js';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture } from '../readers/fixtures.mjs';

// The functions that render.

const read = (name: string) => readReport(fixture(name).text, name).report;
const report = read('2021/minimal.json');
const wrong = read('broken/wrong-sum.json');

const bytes = (data: Uint8Array) => Buffer.from(data).toString('base64');

test('every way to a PDF gives the same bytes', async () => {
  const pdf = bytes(await renderReport(report, { format: 'pdf' }));
  expect(Buffer.from(pdf, 'base64').toString('latin1')).toMatch(/^%PDF-1\.7/);
  expect(bytes(await toPdf(report))).toBe(pdf);
  expect(bytes(await buffer(toPdfStream(report)))).toBe(pdf);
});

test('every way to a Word file gives the same bytes', async () => {
  const docx = bytes(await renderReport(report, { format: 'docx' }));
  expect(Buffer.from(docx, 'base64').toString('latin1')).toMatch(/^PK/);
  expect(bytes(await toDocx(report))).toBe(docx);
  expect(bytes(await buffer(toDocxStream(report)))).toBe(docx);
});

const errorOf = async (work: () => unknown): Promise<ReportError> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

test('one error carries every problem', async () => {
  const { diagnostics, message } = await errorOf(() => toPdf(wrong));
  expect(diagnostics.map(({ code }) => code)).toEqual(['sum/I2', 'sum/I1', 'sum/E1', 'sum/E1', 'sum/I3']);
  for (const { message: one, hint } of diagnostics) {
    expect(message).toContain(one);
    expect(message).toContain(hint);
  }
  const shape = await errorOf(() => parseReport({ edition: '2021', year: 'x', agency: {} }));
  expect(shape.diagnostics.length).toBeGreaterThan(3);
});

test.each([
  ['toPdf', () => toPdf(wrong)],
  ['toDocx', () => toDocx(wrong)],
  ['toPdfStream', () => buffer(toPdfStream(wrong))],
  ['toDocxStream', () => buffer(toDocxStream(wrong))],
])('%s hands over the same problems', async (_, work) => {
  expect((await errorOf(work)).diagnostics).toHaveLength(5);
});

test('a report is not changed by rendering', async () => {
  const before = JSON.stringify(report);
  await Promise.all([toPdf(report), toDocx(report)]);
  expect(JSON.stringify(report)).toBe(before);
});

test('nothing is printed, neither on success nor on failure', () => {
  const script = `
    import { readFileSync } from 'node:fs';
    const { checkReport, readReport, toDocx, toPdf } = await import(${JSON.stringify(`${builtPackage()}dist/index.js`)});
    for (const path of JSON.parse(process.argv[1])) {
      const { report } = readReport(readFileSync(path, 'utf8'), path);
      checkReport(report);
      await Promise.allSettled([toPdf(report), toDocx(report)]);
    }`;
  const paths = ['2021/extreme.json', 'broken/wrong-sum.json', 'broken/missing-glyph.json'].map((n) => fixture(n).path);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(paths)],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});
