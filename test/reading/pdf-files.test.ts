import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { loadPdfEngine } from '../../src/host/load-pdf-engine.js';
import { type AnyReport, composeReport, ReportError, read, toPdf } from '../../src/index.js';
import { type SourceBlock, textOf } from '../../src/readers/neutral/reading.js';
import { readPdf } from '../../src/readers/pdf/read-pdf.js';
import { readingOf } from '../../src/reading/document-reading.js';
import { fc } from '../fast-check.js';
import { builtPackage } from '../readers/built-package.mjs';
import { bare } from '../readers/fixtures.mjs';
import { rendered, reports } from '../render/reports.js';
import { shownBy } from './shown.js';
import { blindEngine } from './without-tags.mjs';

// A PDF that nianbao made reads back as what it shows, by its tags and without them; with its data, as the report itself.

const reading = async (bytes: Uint8Array) => read(bytes, { name: '年报.pdf' });

/** Everything in order: cells with their places and spans, texts without blanks. Title and names of agencies may be set in lines. */
function parts(blocks: readonly SourceBlock[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [bare(block.text)]
      : block.cells.map((cell) =>
          [cell.row, cell.column, cell.rowSpan, cell.colSpan, bare(textOf(cell.blocks))].join(' '),
        ),
  );
}

// The others have the same parts.
const fewer = reports.filter(({ name }) => !name.includes('suqian'));

const inOne = (texts: readonly string[]): string => texts.join('');

describe.each([
  ['by its tags', loadPdfEngine],
  ['without tags, by places and rules alone', blindEngine],
])('%s, every cell and every sentence', (_, engine) => {
  test.each(fewer.map((one) => [one.name, one] as const))('%s', async (__, one) => {
    const { blocks, losses } = await readPdf(await rendered(one, 'pdf'), '年报.pdf', engine);
    expect(inOne(parts(blocks))).toBe(inOne(parts(readingOf(composeReport(one.report)).blocks)));
    expect(losses.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

test('the report, with nothing lost', async () => {
  const one = reports.find(({ name }) => name.includes('huaian')) as (typeof reports)[number];
  const { report, losses } = await reading(await rendered(one, 'pdf'));
  expect(losses).toEqual([]);
  expect(shownBy(report)).toEqual(shownBy(one.report as AnyReport));
});

test('with its data, the report itself', async () => {
  for (const one of reports.slice(0, 2)) {
    const { report, losses } = await reading(await toPdf(one.report, { attachData: true }));
    expect(JSON.stringify(report)).toBe(JSON.stringify(one.report));
    expect(losses).toEqual([]);
  }
});

test('a finding names the page, the row and the column', async () => {
  const [{ report }] = reports as unknown as readonly [{ readonly report: AnyReport }];
  const { locate } = await reading(await toPdf(report));
  const path = ['requests', 'received', 'total'];
  const [found] = locate([{ code: 'cell/blank', severity: 'error', path, message: '', hint: '' }]);
  expect(found?.place).toMatchObject({ file: '年报.pdf', at: expect.stringMatching(/^第\d页.*，第\d+行第\d+列$/) });
});

test('a file cut or changed anywhere is read or told', async () => {
  const bytes = await rendered(reports[2] as (typeof reports)[number], 'pdf');
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(bytes.length), async (changes, end) => {
      const copy = Uint8Array.from(bytes).slice(0, end % 3 === 0 ? end : bytes.length);
      for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
      try {
        await reading(copy);
      } catch (error) {
        if (!(error instanceof ReportError)) throw error;
      }
    }),
    { numRuns: 4 },
  );
});

test('what others reject meanwhile is told to those who take care of it, and to nobody else', async () => {
  const input = Buffer.from(await rendered(reports[2] as (typeof reports)[number], 'pdf'));
  const script = `
    const { read } = await import('${pathToFileURL(`${builtPackage()}dist/index.js`)}');
    const bytes = (await import('node:fs')).readFileSync(0);
    if (process.argv[1]) process.on('unhandledRejection', (reason) => console.log('told', reason.message));
    const reading = read(bytes, { name: '年报.pdf' });
    Promise.reject(new Error('of somebody else'));
    await reading;
    console.log('read');`;
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script, ...flags], { encoding: 'utf8', input });
  expect(run('listening').stdout).toBe('told of somebody else\nread\n');
  expect(run()).toMatchObject({ stdout: '', status: 1 });
});

/** A file whose pages stand in an object stream with an index that ends early. */
function withShortIndex(): Buffer {
  let file = '%PDF-1.7\n';
  const starts = new Map<number, number>();
  const add = (number: number, body: string) => {
    starts.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  };
  add(1, '<</Type/Catalog/Pages 2 0 R>>');
  add(2, '<</Type/Pages/Kids[4 0 R 6 0 R]/Count 2>>');
  add(5, '<</Type/ObjStm/N 3/First 40/Length 4>>stream\n4 0 \nendstream');
  const [at, objects] = [file.length, 7];
  const rows = Array.from({ length: objects }, (_, number) => {
    if (number === 4 || number === 6) return [2, 5, 0];
    return number === 0 ? [0, 0, 0] : [1, starts.get(number) ?? at, 0];
  });
  const bytes = rows.map(([kind = 0, place = 0, more = 0]) => String.fromCharCode(kind, place >> 8, place & 255, more));
  const dictionary = `<</Type/XRef/Size ${objects}/W[1 2 1]/Root 1 0 R/Length ${4 * objects}>>`;
  add(3, `${dictionary}stream\n${bytes.join('')}\nendstream`);
  return Buffer.from(`${file}startxref\n${at}\n%%EOF\n`, 'latin1');
}

test('what pdf.js itself stumbles over, and nobody waits for, does not end the process', () => {
  const script = `
    const { read } = await import('${pathToFileURL(`${builtPackage()}dist/index.js`)}');
    const bytes = (await import('node:fs')).readFileSync(0);
    await read(bytes, { name: '年报.pdf' }).catch(({ diagnostics }) => console.log(diagnostics[0].code));`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    input: withShortIndex(),
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'read/damaged\n' });
});
