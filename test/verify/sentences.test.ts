import { expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { editions, parseReport, writeWorkbook } from '../../src/index.js';
import { dataCells } from '../../src/table/cells.js';
import { statutoryTable } from '../../src/table/statutory.js';
import { fc } from '../fast-check.js';
import { small } from '../reading/page.js';
import { changed as changedBook } from '../workbook/books.js';
import { altered, published, verify } from './published.js';

// One sentence inside a paragraph, or one cell of a workbook, that is not as it was signed.

const texts = {
  overview: [
    '（一）主动公开。全年发布信息35条，更新指南2次。各栏目及时更新。',
    '（二）依申请公开。受理15件，都按时答复。没有收费。',
  ],
  problems: '公开的及时性有待提高。检查还不够多。将每季度检查一次。',
  other: '本年度未收取信息处理费。没有其他需要报告的事项。',
};
const signed = parseReport({ ...small, narrative: { ...small.narrative, ...texts } });

/** What may be done to the sentences of a paragraph, by name. */
const CHANGES: { readonly [kind: string]: (sentences: readonly string[], at: number, chance: number) => string[] } = {
  less: (sentences, at) => sentences.toSpliced(at, 1),
  changed: (sentences, at, chance) => sentences.toSpliced(at, 1, altered(sentences[at] ?? '', chance)),
  more: (sentences, at) => sentences.toSpliced(at, 0, '另外受理5件。'),
  twice: (sentences, at) => sentences.toSpliced(at, 0, sentences[at] ?? ''),
  'in the place of the next': (sentences, at) => [
    ...sentences.slice(0, at),
    ...sentences.slice(at, at + 2).reverse(),
    ...sentences.slice(at + 2),
  ],
};

const paragraphs = [...texts.overview, texts.problems, texts.other];

const publish = (report: typeof signed, extension: 'html' | 'docx' | 'pdf' | 'xlsx') =>
  extension === 'xlsx' ? writeWorkbook(report) : published(report, extension);

test.each([
  ['html', 8],
  ['docx', 5],
  ['xlsx', 3],
  ['pdf', 2],
] as const)('%s: any one sentence inside a paragraph', async (extension, numRuns) => {
  const name = `年报.${extension}`;
  expect((await verify(await publish(signed, extension), signed, name)).differences).toEqual([]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(paragraphs.length - 1),
      fc.constantFrom(...Object.keys(CHANGES)),
      fc.nat(),
      async (which, kind, chance) => {
        const sentences = (paragraphs[which] ?? '').split(/(?<=。)/);
        // The last has no next.
        const other = CHANGES[kind]?.(sentences, chance % (sentences.length - 1), chance >> 4) ?? [];
        const [first = '', second = '', problems = '', last = ''] = paragraphs.with(which, other.join(''));
        const narrative = { ...signed.narrative, overview: [first, second], problems, other: last };
        const file = await publish(parseReport({ ...signed, narrative }), extension);
        expect({ kind, isSame: (await verify(file, signed, name)).isSame }).toEqual({ kind, isSame: false });
      },
    ),
    { numRuns },
  );
});

test('any one cell of a workbook, which is told by its path', async () => {
  const book = await writeWorkbook(small);
  const paths = Object.entries(editions['2021'].tables).flatMap(([key, spec]) =>
    dataCells(spec).map(({ path }) => [key, ...path]),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.constantFrom(77_777, null), async (path, value) => {
      const other = await changedBook(book, { [path.join('.')]: value });
      const { differences } = await verify(other, small, '年报.xlsx');
      expect(differences.map(({ path }) => path)).toContainEqual(path);
    }),
    { numRuns: 3 },
  );
});

test('any one label or heading on a statutory sheet of a workbook, with its cell', async () => {
  const book = await writeWorkbook(small);
  const { sections, tables } = editions['2021'];
  const words = Object.entries(tables).flatMap(([key, spec]) => {
    const labels = statutoryTable(spec, {}, key).cells.flatMap(({ role, text }) => (role === 'figure' ? [] : [text]));
    return [
      ...labels.filter((text) => text !== ''),
      ...sections.flatMap((one) => (one.key === key ? one.heading : [])),
    ];
  });
  const { sheets } = await readXlsx(book);
  const places = sheets.flatMap(({ name, rows }) =>
    name.length > 1
      ? []
      : rows.flatMap((cells, row) =>
          cells.flatMap((text, column) => (words.includes(String(text)) ? [{ name, row, column, text }] : [])),
        ),
  );
  expect(places.length).toBeGreaterThan(80);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.boolean(), async ({ name, row, column, text }, isGone) => {
      const other = await changedBook(book, {}, (changing) => {
        const sheet = changing.sheets.find((one) => one.name === name);
        const [key, value] = [`${row},${column}`, isGone ? null : `${text}等`];
        sheet?.rows[row]?.splice(column, 1, value);
        sheet?.cells?.set(key, { ...sheet.cells.get(key), value, type: isGone ? 'empty' : 'string' });
      });
      const { differences, isSame } = await verify(other, small, '年报.xlsx');
      const at = `${name}!${String.fromCharCode(65 + column)}${row + 1}`;
      expect(isSame).toBe(false);
      if (!isGone) expect(differences.map(({ place }) => place)).toEqual([{ file: '年报.xlsx', at }]);
    }),
    { numRuns: 6 },
  );
});
