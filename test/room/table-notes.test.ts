import { describe, expect, test } from '@jest/globals';
import { parseReport, type Table, toDocx, toPdf } from '../../src/index.js';
import type { TextItem } from '../../src/typeset/page.js';
import { fc } from '../fast-check.js';
import { minimal, problemsOf } from '../input/example.js';
import { openDocx } from '../readers/docx-package.mjs';
import { at, descendants, elementsOf } from '../readers/xml.mjs';
import { documentOf, further, pagesOf, paragraph, statutory } from '../typeset/pages.js';

// Notes below tables: right below, flush with the table, on the page with its end.

const PATH = ['notes', 'requests'];
const withNote = (table: Table, paragraphs: readonly string[]): Table => ({
  ...table,
  note: { paragraphs, path: PATH },
});

test('stand right below the last row, in the size of the table, wherever it is cut', () => {
  const table = fc.oneof(
    fc.integer({ min: 1, max: 90 }).map((rows) => further(rows)),
    fc.constantFrom('disclosure' as const, 'requests' as const, 'review' as const).map(statutory),
  );
  const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(table, lengths, fc.integer({ min: 0, max: 21 }), (body, paragraphs, above) => {
      const noted = withNote(
        body,
        paragraphs.map((length) => '注'.repeat(length)),
      );
      const before = Array.from({ length: above }, () => paragraph('甲。'));
      const pages = pagesOf(documentOf([...before, noted, paragraph('乙。')]));
      const found = pages.flatMap(({ items }, page) =>
        items.flatMap((item) => (item.kind === 'text' && item.role.kind === 'note' ? [{ page, item }] : [])),
      );
      const written = paragraphs.map((_, i) =>
        found
          .flatMap(({ item }) => (item.role.kind === 'note' && item.role.paragraph === i ? textIn(item) : []))
          .join(''),
      );
      expect(written).toEqual(noted.note?.paragraphs);
      const last = new Set(found.map(({ page }) => page));
      expect(last.size).toBe(1);
      const [page = 0] = last;
      const { items } = pages[page] as (typeof pages)[number];
      const rules = items.filter((item) => item.kind === 'rule');
      const foot = Math.max(...rules.map(({ y2 }) => y2));
      const left = Math.min(...rules.map(({ x1 }) => x1));
      const cells = items.filter((item): item is TextItem => item.kind === 'text' && item.role.kind === 'cell');
      expect(cells.some(({ role }) => role.kind === 'cell' && role.cell === noted.cells.length - 1)).toBe(true);
      const sizes = new Set(cells.flatMap(({ runs }) => runs.map(({ size }) => size)));
      for (const [i, { item }] of found.entries()) {
        const size = item.runs[0]?.size ?? 0;
        expect(sizes).toContain(size);
        expect(item.x).toBeCloseTo(left, 0);
        expect(item.baseline - foot).toBeGreaterThan(i * size);
        expect(item.baseline - foot).toBeLessThan((i + 1.2) * size * 1.25 + 3);
      }
    }),
    { numRuns: 60 },
  );
});

const textIn = ({ runs }: TextItem): string => runs.map(({ text }) => text).join('');

test('one too long for a page is refused at its place', async () => {
  const report = parseReport(minimal({ notes: { review: '注'.repeat(9000) } }));
  const [only] = await toPdf(report).then(
    () => [],
    (error) => error.diagnostics,
  );
  expect(only).toMatchObject({ code: 'layout/too-large', path: ['notes', 'review'] });
  expect(problemsOf(() => parseReport(minimal({ notes: { review: '注'.repeat(9000) } })))).toEqual([]);
});

describe('in a Word file', () => {
  test('the last row stays with the note, and each paragraph with the next', async () => {
    const notes = { disclosure: ['注：一。', '二。'] };
    const file = openDocx(await toDocx(parseReport(minimal({ notes }))));
    const body = elementsOf(at(file.xml('word/document.xml'), 'w:body') as Parameters<typeof elementsOf>[0]);
    const isKept = (element: (typeof body)[number]) => descendants(element, 'w:keepNext').length > 0;
    const tables = body.filter(({ name }) => name === 'w:tbl');
    expect(tables.map((table) => isKept(elementsOf(table, 'w:tr').at(-1) as (typeof body)[number]))).toEqual([
      true,
      false,
      false,
    ]);
    const first = body.indexOf(tables[0] as (typeof body)[number]);
    expect(body.slice(first + 1, first + 3).map(isKept)).toEqual([true, false]);
  });
});
