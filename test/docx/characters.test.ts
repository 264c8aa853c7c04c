import { describe, expect, test } from '@jest/globals';
import { type Document, parseReport, ReportError, renderDocument } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { openDocx } from '../readers/docx-package.mjs';
import { descendants } from '../readers/xml.mjs';
import { extreme, open } from './files.js';
import { wordFaults } from './lint.mjs';
import { seal } from './variants.mjs';

// Whatever is typed: it is refused, or it stands in the file as it was typed, and the file is clean XML.

/** What programs stumble over, among any other characters. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '\u0000',
        '\u0007',
        '\u000b',
        '\u001f',
        '\u007f',
        '\u0085',
        '\ud800',
        '\udc00',
        '\ufffe',
        '\uffff',
      ),
      fc.constantFrom('<', '>', '&', '"', "'", '&amp;', ']]>', '<w:t>', '&#0;', '𰻝', '\u2028', '\u0301'),
      fc.constantFrom('政府信息', '公开'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `甲${parts.join('')}乙`);

const raw = (typed: string) => ({
  edition: '2021',
  year: 2024,
  agency: { name: '示例局', website: { name: `${typed}`, url: 'https://www.example.gov.cn/?a=1&b=<2>' } },
  disclosure: { fill: 0 },
  requests: { fill: 0 },
  review: { fill: 0 },
  narrative: { overview: [typed], problems: [typed], other: [typed] },
  tables: { other: [{ caption: typed, head: [[typed]], rows: [[typed]] }] },
});

const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Noncharacter_Code_Point}|\p{Cs}/u;

test('forbidden characters are refused before a file is made', () => {
  fc.assert(
    fc.property(text, (typed) => {
      let codes: readonly string[] = [];
      try {
        parseReport(raw(typed));
      } catch (error) {
        if (!(error instanceof ReportError)) throw error;
        codes = error.diagnostics.map(({ code }) => code);
      }
      const isBad = forbidden.test(typed.replaceAll('\r\n', '\n'));
      expect(codes.includes('text/forbidden-character')).toBe(isBad);
    }),
    { numRuns: 2000 },
  );
});

/** A document in which a text stands in every place that takes one. */
const saying = (typed: string): Document => ({
  meta: { ...extreme.document.meta, title: typed, author: typed, subject: typed, keywords: [typed, typed] },
  blocks: [
    { kind: 'title', path: [], lines: [[[typed], [typed]]] },
    { kind: 'heading', path: [], level: 1, text: typed },
    {
      kind: 'paragraph',
      path: [],
      inlines: [
        { kind: 'lead', text: typed },
        { kind: 'text', text: typed },
        { kind: 'link', text: typed, href: 'https://www.example.gov.cn/' },
      ],
    },
    {
      kind: 'table',
      path: [],
      caption: typed,
      description: typed,
      widths: [1],
      rows: 1,
      headRows: 0,
      cells: [{ row: 0, column: 0, rowSpan: 1, colSpan: 1, role: 'text', text: typed, path: [] }],
    },
    { kind: 'signoff', path: [], agencies: [typed], date: typed },
  ],
});

/** How often a text stands in the file. The lines of a title end in a break in place of a space. */
const timesIn = (texts: readonly string[], typed: string): number =>
  texts.join('').replaceAll(' ', '').split(typed.replaceAll(' ', '')).length - 1;

test('what is not refused stands in the file, which has no fault', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      fc.pre(!forbidden.test(typed) && !/[\t\n\r]/.test(typed) && /[^ ]/.test(typed));
      const file = openDocx(await renderDocument(saying(typed), { format: 'docx', draft: true, embedFonts: true }));
      expect(wordFaults(file)).toEqual([]);
      const texts = descendants(file.xml('word/document.xml'), 'w:t').map(({ children }) => children.join(''));
      expect(timesIn(texts, typed)).toBe(10);
      expect(file.xml('docProps/core.xml').children.length).toBeGreaterThan(6);
    }),
    { numRuns: 60 },
  );
});

test.each([
  '</w:t>',
  '</w:p></w:tc></w:tr></w:tbl>',
  '<w:r/>',
  '</w:tblPr>',
  '<w:sectPr>',
  '$& $1 $`',
  '{image1.png}{seal}',
  'r:id="rId1" r:embed="rId2"',
  'PowerPlusWaterMarkObject" id="PowerPlusWaterMarkObject7',
  '&<>"\'',
  '&amp;lt;',
  "'",
])('%j is a text like any other', async (typed) => {
  const file = openDocx(await renderDocument(saying(typed), { format: 'docx', draft: true, seal }));
  expect(wordFaults(file)).toEqual([]);
  const texts = descendants(file.xml('word/document.xml'), 'w:t').map(({ children }) => children.join(''));
  expect(timesIn(texts, typed)).toBe(10);
  for (const name of ['w:tblCaption', 'w:tblDescription']) {
    const said = descendants(file.xml('word/document.xml'), name).map(({ attributes }) => attributes['w:val']);
    expect(said).toEqual([typed]);
  }
  const [title] = descendants(file.xml('docProps/core.xml'), 'dc:title');
  expect(title?.children).toEqual([typed]);
});

test('what XML cannot hold is left out of documents that were not made from a report', async () => {
  const file = openDocx(
    await renderDocument(saying('甲\u0000\u0007\u001f\ufffe\uffff乙'), { format: 'docx', draft: true }),
  );
  expect(wordFaults(file)).toEqual([]);
  const texts = descendants(file.xml('word/document.xml'), 'w:t').map(({ children }) => children.join(''));
  expect(texts.join('').split('甲乙')).toHaveLength(11);
});

describe('links', () => {
  const withLink = (href: string): Document => ({
    ...extreme.document,
    blocks: [{ kind: 'paragraph', path: [], inlines: [{ kind: 'link', text: '全文地址', href }] }],
  });
  const targets = async (href: string) => {
    const file = openDocx(await renderDocument(withLink(href), { format: 'docx' }));
    expect(wordFaults(file)).toEqual([]);
    expect(descendants(file.xml('word/document.xml'), 'w:t').map(({ children }) => children.join(''))).toEqual([
      '全文地址',
    ]);
    return file.relationships('word/document.xml').flatMap(({ external, target }) => (external ? [target] : []));
  };

  test.each(['https://www.example.gov.cn/', 'http://www.example.gov.cn/a?b=1&c=%22', 'mailto:a@example.gov.cn'])(
    '%s leads where it says',
    async (href) => expect(await targets(href)).toEqual([href]),
  );

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'vbscript:x',
    'ftp://example.gov.cn/',
    '\\\\server\\share',
    '//example.gov.cn/',
    'www.example.gov.cn',
    '',
  ])('%j is text and no link', async (href) => expect(await targets(href)).toEqual([]));

  test('in a report keep the address as it prints', async () => {
    const file = await open(extreme);
    const links = file.relationships('word/document.xml').filter(({ external }) => external);
    expect(links.length).toBeGreaterThan(0);
    for (const { target } of links) expect(target).toMatch(/^(https?:\/\/|mailto:)/);
  });

  test('keep the place in a page that they lead to', async () => {
    const addresses = [
      'https://a.cn/b?c=1&d=2#e',
      'https://a.cn/#',
      `https://a.cn/#${'f'.repeat(300)}`,
      'https://a.cn/#‘"&<g>',
    ];
    for (const address of addresses) {
      const file = openDocx(await renderDocument(withLink(address), { format: 'docx' }));
      const [link] = descendants(file.xml('word/document.xml'), 'w:hyperlink');
      const { target } =
        file.relationships('word/document.xml').find(({ id }) => id === link?.attributes['r:id']) ?? {};
      const anchor = link?.attributes['w:anchor'];
      expect(anchor === undefined ? target : `${target}#${anchor}`).toBe(new URL(address).href);
    }
  });

  test('lead each to its own address, and the seal to its picture', async () => {
    const inline = (text: string, href: string) => ({ kind: 'link', text, href }) as const;
    const inlines = [inline('甲', 'https://a.cn/'), inline('乙', 'file:///b'), inline('丙', 'https://c.cn/')];
    const blocks = [
      { kind: 'paragraph', path: [], inlines } as const,
      { kind: 'signoff', path: [], agencies: ['示例局'], date: '2025年1月20日' } as const,
      { kind: 'paragraph', path: [], inlines: [inline('丁', 'https://d.cn/')] } as const,
    ];
    const document = { ...extreme.document, blocks };
    const file = openDocx(await renderDocument(document, { format: 'docx', seal, draft: true }));
    expect(wordFaults(file)).toEqual([]);
    const main = file.xml('word/document.xml');
    const target = (id: string | undefined) =>
      file.relationships('word/document.xml').find((one) => one.id === id)?.target;
    const led = descendants(main, 'w:hyperlink').map((link) => [
      target(link.attributes['r:id']),
      descendants(link, 'w:t')
        .map(({ children }) => children.join(''))
        .join(''),
    ]);
    expect(led).toEqual([
      ['https://a.cn/', '甲'],
      ['https://c.cn/', '丙'],
      ['https://d.cn/', '丁'],
    ]);
    const pictures = descendants(main, 'a:blip').map(({ attributes }) => target(attributes['r:embed']));
    expect(pictures).toEqual(['word/media/image1.png']);
  });
});

describe('a text of characters that every font has, which is not looked at one by one', () => {
  /** Every character of GB 2312, and what is escaped, dropped or an apostrophe. */
  const leads = Array.from({ length: 0x57 }, (_, i) => 0xa1 + i);
  const bytes = leads.flatMap((lead) => Array.from({ length: 94 }, (_, i) => [lead, 0xa1 + i])).flat();
  const characters = [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))];
  const ascii = Array.from({ length: 0x80 }, (_, i) => String.fromCharCode(i));
  const texts = [...new Set([...characters, ...ascii])].map((one) => `年a${one}b`);

  const runsOf = async (all: readonly string[]): Promise<readonly string[]> => {
    const blocks = all.map((text) => ({ kind: 'paragraph', path: [], inlines: [{ kind: 'text', text }] }) as const);
    const bytes = await renderDocument({ ...extreme.document, blocks }, { format: 'docx' });
    return openDocx(bytes).text('word/document.xml').split('<w:p>').slice(1);
  };

  test('is what it is beside one that fonts lack', async () => {
    const [alone, beside] = [await runsOf(texts), await runsOf(texts.map((text) => `${text}喆`))];
    const lacked = /<w:r>(?:(?!<w:r>).)*喆<\/w:t><\/w:r>/s;
    expect(alone).toHaveLength(texts.length);
    expect(beside.map((xml) => xml.replace(lacked, ''))).toEqual(alone);
  });
});
