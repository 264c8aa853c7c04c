import { describe, expect, test } from '@jest/globals';
import { type Document, gbt9704, renderDocument, type Table, type Theme } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { openDocx } from '../readers/docx-package.mjs';
import { extreme, type Fixture, finishable } from './files.js';
import { variants } from './variants.mjs';

// Each kind of paragraph, row and table is made once and kept for the documents that follow: no file may show what was kept.

const yinchuan = finishable('all').find(({ name }) => name.startsWith('2019/')) as Fixture;
const { page, styles, table, word } = gbt9704;

/** Themes of one id that differ in what the kinds are made from: fonts, sizes, shades, lengths. */
const themes: Readonly<Record<string, Theme>> = {
  own: gbt9704,
  'other fonts': {
    ...gbt9704,
    word: { ...word, body: { ...word.table, eastAsia: '方正仿宋_GBK' }, heading: word.table },
  },
  'other sizes': {
    ...gbt9704,
    styles: { ...styles, body: { ...styles.body, size: 14 } },
    table: { ...table, sizes: [9, 8, 6] },
  },
  'other page': { ...gbt9704, page: { ...page, width: 500, margin: { ...page.margin, left: 50 } } },
  'other tables': { ...gbt9704, table: { ...table, gap: 9, rowHeight: 24, shade: 'DDEEFF' } },
};

const jobs = Object.values(themes).flatMap((theme) =>
  [extreme, yinchuan].flatMap(({ document }) =>
    // A document by itself has no data to attach.
    [variants.plain, { ...variants.all, attachData: false } as const].map((finish) => {
      const hasSignoff = document.blocks.some(({ kind }) => kind === 'signoff');
      return { document, options: { format: 'docx', theme, ...(hasSignoff ? finish : {}) } as const };
    }),
  ),
);

/** The files of the jobs, in the order of the jobs whatever the order they are made in. */
async function files(render: typeof renderDocument, order: readonly number[]): Promise<readonly string[]> {
  const made: string[] = [];
  for (const i of order) {
    const { document, options } = jobs[i] as (typeof jobs)[number];
    made[i] = Buffer.from(await render(document, options)).toString('latin1');
  }
  return made;
}

const forwards = jobs.map((_, i) => i);

test('files are the same with nothing kept and with all kept, themes in any order', async () => {
  const first = await files(renderDocument, forwards);
  expect(new Set(first).size).toBeGreaterThan(Object.keys(themes).length * 3);
  const again = await files(renderDocument, forwards.toReversed());
  expect(again.every((file, i) => file === first[i])).toBe(true);
  const unkept = '../../src/index.js?anew';
  const anew: typeof import('../../src/index.js') = await import(unkept);
  expect(anew.renderDocument).not.toBe(renderDocument);
  const mixed = forwards.toSorted((a, b) => ((b * 7) % jobs.length) - ((a * 7) % jobs.length));
  const fresh = await files(anew.renderDocument, mixed);
  expect(fresh.every((file, i) => file === first[i])).toBe(true);
});

/** What figures print, and what cells print that are wider or higher than figures are meant to be. */
const figure = fc.oneof(
  { weight: 9, arbitrary: fc.nat(999).map(String) },
  fc.constantFrom(
    '/',
    '',
    '1234567',
    '31680656.789万元',
    '7\n8\n9\n10\n11',
    '22（其中修订16件）',
    '（其中修订1688件）',
    '’80',
    '喆',
    '<&>',
  ),
);

/** A document with the tables of another in which figures, the space that is left for them, notes and now and then a label are others. */
const refilled = fc
  .tuple(fc.array(figure, { minLength: 1, maxLength: 5 }), fc.nat(6), fc.nat(9))
  .map(([figures, paragraphs, other]): Document => {
    const filler = yinchuan.document.blocks.filter(({ kind }) => kind === 'paragraph').slice(0, paragraphs);
    const tables = yinchuan.document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    const blocks = tables.map((one): Table => {
      const cells = one.cells.map((cell, i) => {
        const text = /figure|noted/.test(cell.role) && i % 3 === 0 ? figures[i % figures.length] : undefined;
        if (other === 1 && cell.role === 'stub') return { ...cell, text: `${cell.text}甲` };
        return text === undefined ? cell : { ...cell, text };
      });
      return { ...one, cells, ...(other === 0 && { note: { path: [], paragraphs: figures } }) };
    });
    return { ...yinchuan.document, blocks: [...filler, ...blocks] };
  });

test('a table is what it is when no other has its labels and its description', async () => {
  const bodyOf = async (document: Document) => {
    const bytes = await renderDocument(document, { format: 'docx' });
    return openDocx(bytes)
      .text('word/document.xml')
      .replaceAll(/<w:tbl(Caption|Description) [^>]*>/g, '');
  };
  for (const [i, document] of fc.sample(refilled, 40).entries()) {
    const blocks = document.blocks.map((block) =>
      block.kind === 'table' ? { ...block, description: `只此一张${i}` } : block,
    );
    expect(await bodyOf(document)).toBe(await bodyOf({ ...document, blocks }));
  }
});

test('a theme that is changed in place is seen', async () => {
  const changed = structuredClone(gbt9704) as { -readonly [K in keyof Theme]: Theme[K] };
  const options = { format: 'docx', theme: changed } as const;
  const before = Buffer.from(await renderDocument(extreme.document, options));
  changed.word = (themes['other fonts'] as Theme).word;
  const after = Buffer.from(await renderDocument(extreme.document, options));
  const wanted = await renderDocument(extreme.document, { ...options, theme: themes['other fonts'] as Theme });
  expect(before.equals(after)).toBe(false);
  expect(after.equals(wanted)).toBe(true);
});

describe('more kinds than are kept', () => {
  /** Two rows in columns that no other table has. */
  function oddTable(i: number): Table {
    const at = (row: number, column: number, text: string) =>
      ({ row, column, rowSpan: 1, colSpan: 1, role: row === 0 ? 'head' : 'text', text, path: [] }) as const;
    const cells = [at(0, 0, `甲${i}`), at(0, 1, `乙${i}`), at(1, 0, '1'), at(1, 1, `丙${i}`)];
    const widths = [1000 + i, 2000 - i];
    return { kind: 'table', path: [], description: `表${i}`, widths, rows: 2, headRows: 1, cells };
  }

  test('are made as they were', async () => {
    const odd = Array.from({ length: 600 }, (_, i) => oddTable(i));
    const document = (blocks: readonly Table[]): Document => ({ ...extreme.document, blocks });
    const render = async (blocks: readonly Table[]) =>
      Buffer.from(await renderDocument(document(blocks), { format: 'docx' }));
    const some = odd.slice(0, 40);
    const first = await render(some);
    const all = await render(odd);
    expect((await render(some)).equals(first)).toBe(true);
    expect((await render(odd)).equals(all)).toBe(true);
  });
});
