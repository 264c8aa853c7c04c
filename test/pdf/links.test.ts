import type { Inline } from '../../src/model/document.js';
import { clauseFaults } from './clauses/clauses.mjs';
import { type File, loadPdf, textOf } from './clauses/file.mjs';
import { documentOf, pdfOf } from './files.js';
import { expectedTags, readTags } from './tag-trees.mjs';

// Links can be followed, if they lead where a citizen may be led.

const areas = ({ pages, get }: File) =>
  pages.flatMap((page, i) =>
    (page.Annots ?? []).map((area: unknown) => ({
      page: i,
      address: textOf(get(get(area).A).URI),
      rect: get(area).Rect,
    })),
  );

async function made(...inlines: readonly Inline[]) {
  const { blocks } = documentOf([{ kind: 'paragraph', inlines, path: [] }]);
  return { file: loadPdf(await pdfOf(blocks)), document: documentOf(blocks) };
}
const text = (words: string): Inline => ({ kind: 'text', text: words });
const link = (href: string, words = href): Inline => ({ kind: 'link', text: words, href });

test.each([
  ['http://www.example.gov.cn/', 'http://www.example.gov.cn/'],
  ['https://www.example.gov.cn/a?b=1&c=(2)#d', 'https://www.example.gov.cn/a?b=1&c=(2)#d'],
  ['mailto:gongkai@example.gov.cn', 'mailto:gongkai@example.gov.cn'],
  [
    'https://www.示例.cn/公开',
    'https://www.xn--fsqu00a.cn/%E5%85%AC%E5%BC%80'.replace('xn--fsqu00a', new URL('https://示例').hostname),
  ],
])('%s is live', async (href, address) => {
  const { file } = await made(text('见'), link(href), text('。'));
  expect(areas(file).map((area) => area.address)).toEqual(new Array(areas(file).length).fill(address));
  expect(areas(file).length).toBeGreaterThan(0);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'ftp://example.cn/',
  'www.example.cn',
  '//x',
])('%s is text', async (href) => {
  const { file } = await made(text('见'), link(href), text('。'));
  expect(areas(file)).toEqual([]);
  expect(readTags(file).kids).toEqual([{ type: 'P', text: `见${href}。` }]);
});

test('a link on several lines is one link with an area on each, as wide as its text', async () => {
  const href = `https://www.example.gov.cn/${'zwgk/'.repeat(20)}`;
  const { file, document } = await made(text('见'), link(href), text('。'));
  expect(areas(file).length).toBeGreaterThan(2);
  for (const { rect } of areas(file)) expect(rect[2] - rect[0]).toBeGreaterThan(20);
  expect(readTags(file)).toEqual(expectedTags(document));
});

test('a link over a page’s end is one link with areas on both pages', async () => {
  const href = `https://www.example.gov.cn/${'zwgk/'.repeat(150)}`;
  const { file, document } = await made(text('公开'.repeat(280)), link(href), text('。'));
  expect(new Set(areas(file).map(({ page }) => page))).toEqual(new Set([0, 1]));
  expect(readTags(file)).toEqual(expectedTags(document));
  // The document has neither title nor headings.
  const faults = clauseFaults(file).filter((fault) => !/^(structure: not one H1|outline: none)/.test(fault));
  expect(faults).toEqual([]);
});

test('two links beside each other are two, unless they lead to the same', async () => {
  const { file } = await made(link('http://a.cn/'), link('http://b.cn/'), text('、'), link('http://b.cn/'));
  expect(readTags(file).kids?.[0]?.links).toEqual(['http://a.cn/', 'http://b.cn/', 'http://b.cn/']);
});
