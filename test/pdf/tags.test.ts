import type { Cell, Document, Table } from '../../src/model/document.js';
import { reports } from '../render/reports.js';
import { loadPdf } from './clauses/file.mjs';
import { bytesOf, documentOf, extreme, open, pdfOf } from './files.js';
import { contentTexts, expectedTags, joined, leavesByPdfjs, leavesOf, readTags } from './tag-trees.mjs';

// The tags of a file are the document's blocks and cells in reading order, one for each, whatever pages they stand on; all else
// that is drawn is an artifact.

async function seenByPdfjs(bytes: Uint8Array, document: Document) {
  const expected = leavesOf(expectedTags(document));
  return { found: joined(await leavesByPdfjs(bytes), expected), expected };
}

describe.each(reports)('$name', (report) => {
  test('an element for each block and cell', async () => {
    expect(readTags(await open(report))).toEqual(expectedTags(report.document));
  });

  test('pdf.js sees the same', async () => {
    const { found, expected } = await seenByPdfjs(await bytesOf(report), report.document);
    expect(found).toEqual(expected);
  });
});

test('a draft has the same tags', async () => {
  expect(readTags(await open(extreme, 'draft'))).toEqual(expectedTags(extreme.document));
});

test.each(['sealed', 'with all of it'] as const)(
  'a file that is %s tells of its seal after name and date',
  async (finish) => {
    expect(readTags(await open(extreme, finish))).toEqual(expectedTags(extreme.document, true));
  },
);

const cell = (row: number, column: number, role: Cell['role'], text: string, rowSpan = 1): Cell => {
  return { row, column, rowSpan, colSpan: 1, role, text, path: [] };
};

/** A table of so many groups of seven rows: too long for a page, and its groups for what is left of one. */
function grouped(groups: number): Table {
  const rows = Array.from({ length: 7 * groups }, (_, i) => [
    ...(i % 7 === 0 ? [cell(i + 1, 0, 'stub', `第${i / 7 + 1}组`, 7)] : []),
    cell(i + 1, 1, 'stub', `第${i + 1}行`),
    cell(i + 1, 2, 'figure', String(i)),
  ]);
  const heads = ['组', '行', '数'].map((text, i) => cell(0, i, 'head', text));
  return {
    ...{ kind: 'table', path: [], caption: '表1　示例', description: '示例', widths: [1, 1, 1] },
    ...{ rows: 1 + 7 * groups, headRows: 1, cells: [...heads, ...rows.flat()] },
  };
}

describe('a table over several pages', () => {
  const document = documentOf([{ kind: 'title', lines: [[['示例']]], path: [] }, grouped(30)]);
  const made = pdfOf(document.blocks);

  test('is one table', async () => {
    expect(readTags(loadPdf(await made))).toEqual(expectedTags(document));
    const { found, expected } = await seenByPdfjs(await made, document);
    expect(found).toEqual(expected);
  });

  test('repeats its head and the label of a group that is cut, as artifacts', async () => {
    const { artifacts } = contentTexts(loadPdf(await made));
    expect(artifacts.length).toBeGreaterThan(5);
    expect(artifacts[0]).toBe('— 1 —');
    for (const [i, text] of artifacts.entries()) if (i > 0) expect(text).toMatch(/^组行数(第\d+组（续）)?— \d+ —$/);
    expect(artifacts.join('')).toContain('（续）');
  });
});

test('a part of the preamble is a level below the title, one of a section a level below that', async () => {
  const heading = (level: 1 | 2, text: string) => ({ kind: 'heading', level, text, path: [] }) as const;
  const title = { kind: 'title', lines: [[['示例']]], path: [] } as const;
  const parts = [heading(2, '（一）甲'), heading(2, '（二）乙'), heading(1, '一、丙'), heading(2, '（一）丁')];
  const { kids } = readTags(loadPdf(await pdfOf([title, ...parts])));
  expect(kids?.map(({ type }) => type)).toEqual(['H1', 'H2', 'H2', 'H2', 'H3']);
});

test('a paragraph over three pages is one element', async () => {
  const text = '公开是常态，不公开是例外。'.repeat(140);
  const document = documentOf([{ kind: 'paragraph', inlines: [{ kind: 'text', text }], path: [] }]);
  const file = loadPdf(await pdfOf(document.blocks));
  expect(file.pages.length).toBe(3);
  expect(readTags(file)).toEqual(expectedTags(document));
});

test('nothing but page numbers is an artifact where no table is cut', async () => {
  const { artifacts } = contentTexts(await open(reports[0] as (typeof reports)[number], 'plain'));
  expect(artifacts).toEqual(artifacts.map((_, i) => `— ${i + 1} —`));
});
