import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { isOwnFile } from '../../src/host/own-files.js';
import { parseReport, readReport, renderReport } from '../../src/index.js';
import { report } from '../batch/made.js';
import { openDocx } from '../readers/docx-package.mjs';
import { fixture } from '../readers/fixtures.mjs';
import { emptyFolder } from './nianbao.js';

// Which files nianbao knows as its own, so that it may write over them unasked: those that nobody has touched since.

const folder = emptyFolder();
const isOwn = (bytes: string | Uint8Array): Promise<boolean> => {
  writeFileSync(join(folder, 'file'), bytes);
  return isOwnFile(join(folder, 'file'));
};

const simple = parseReport(JSON.parse(report('示例局')));
const large = readReport(fixture('2021/huaian-2024.yaml').text, 'huaian.yaml').report;
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const binary = (text: string) => Buffer.from(text, 'latin1');

test.each(['pdf', 'docx', 'html'] as const)('what is made is known again, whatever it carries: %s', async (format) => {
  for (const options of [{}, { draft: true, attachData: true, embedFonts: true }]) {
    expect(await isOwn(await renderReport(simple, { format, ...options }))).toBe(true);
    expect(await isOwn(await renderReport(large, { format, ...options }))).toBe(true);
  }
});

test.each(['pdf', 'docx', 'html'] as const)('what was cut, added to or changed is not: %s', async (format) => {
  const bytes = await renderReport(simple, { format });
  expect(await isOwn(bytes.subarray(0, -1))).toBe(false);
  expect(await isOwn(bytes.subarray(1))).toBe(false);
  expect(await isOwn(Buffer.concat([bytes, Buffer.from('\n')]))).toBe(false);
  expect(await isOwn(Buffer.concat([bytes, bytes]))).toBe(false);
});

test.each([
  '',
  '%PDF-1.7\n%%EOF\n',
  'startxref\n0\n%%EOF\n',
  'PK',
  '\nstartxref\n5\n%%EOF\n',
  `PK\x05\x06${'\0'.repeat(18)}`,
])('no file of ours: %j', async (text) => {
  expect(await isOwn(text)).toBe(false);
});

test('a folder and what is not there are none', async () => {
  mkdirSync(join(folder, 'folder'));
  expect(await isOwnFile(join(folder, 'folder'))).toBe(false);
  expect(await isOwnFile(join(folder, 'missing'))).toBe(false);
});

describe('a PDF', () => {
  test('that another program has written, under its own name or under ours', async () => {
    const pdf = latin(await renderReport(simple, { format: 'pdf' }));
    for (const name of ['Acrobat', 'nianba0']) {
      const changed = pdf.replace('<pdf:Producer>nianbao<', `<pdf:Producer>${name}<`);
      expect(changed).not.toBe(pdf);
      expect(await isOwn(binary(changed))).toBe(false);
    }
  });

  test('that was signed: a revision at its end, which has the same form', async () => {
    const pdf = latin(await renderReport(simple, { format: 'pdf' }));
    const [, id = ''] = /\/ID \[<(\w+)>/.exec(pdf) ?? [];
    const signature = `900 0 obj\n<</Type /Sig /ByteRange [0 10 20 30]>>\nendobj\n`;
    const at = pdf.length + signature.length;
    const trailer = `901 0 obj\n<</Type /XRef /Size 902 /Prev 1 /ID [<${id}> <${id}>] /Length 0>>\nstream\n\nendstream\nendobj\n`;
    expect(await isOwn(binary(`${pdf}${signature}${trailer}startxref\n${at}\n%%EOF\n`))).toBe(false);
  });
});

describe('a Word file', () => {
  /** The file as another program packs it again, its parts changed. */
  const repacked = async (change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array>, mtime?: string) =>
    zipSync(change(unzipSync(await renderReport(simple, { format: 'docx' }))), { mtime: mtime ?? '2026-01-01' });

  test('names the program that has written it', async () => {
    const file = openDocx(await renderReport(simple, { format: 'docx' }));
    const places = file.relationships('').filter(({ type }) => type === 'extended-properties');
    expect(places.map(({ target }) => target)).toEqual(['docProps/app.xml']);
    expect(file.text('docProps/app.xml')).toContain('<Application>nianbao</Application>');
  });

  test.each([
    ['saved again as it is', (parts: Record<string, Uint8Array>) => parts],
    [
      'saved by another program',
      (parts: Record<string, Uint8Array>) => ({
        ...parts,
        'docProps/app.xml': strToU8('<Properties><Application>WPS</Application></Properties>'),
      }),
    ],
    [
      'signed',
      (parts: Record<string, Uint8Array>) => ({ ...parts, '_xmlsignatures/sig1.xml': strToU8('<Signature/>') }),
    ],
    ['without its name', ({ 'docProps/app.xml': _, ...parts }: Record<string, Uint8Array>) => parts],
  ])('%s', async (_, change) => {
    expect(await isOwn(await repacked(change))).toBe(false);
  });
});
