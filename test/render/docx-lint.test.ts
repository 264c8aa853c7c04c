import { docxFaults } from '../readers/docx-lint.mjs';
import { openDocx, type WordFile, wordFile } from '../readers/docx-package.mjs';
import { rendered, reports } from './reports.js';

// Faults that no validator reports: cells without paragraphs, spans past the grid, styles nobody defines, parts nobody needs.

test.each(reports)('$name has none', async (report) => {
  expect(docxFaults(openDocx(await rendered(report, 'docx')))).toEqual([]);
});

describe('each is found where it is made', () => {
  /** The extreme report's file with one part changed; the change must take. */
  async function spoilt(part: string, from: string | RegExp, to: string): Promise<readonly string[]> {
    const report = reports.find(({ name }) => name === '2021/extreme.json') as (typeof reports)[number];
    const file: WordFile = openDocx(await rendered(report, 'docx'));
    const files = Object.fromEntries(file.names.map((name) => [name, file.text(name)]));
    const changed = files[part]?.replace(from, to) ?? to;
    expect(changed === files[part]).toBe(false);
    return docxFaults(wordFile({ ...files, [part]: changed }));
  }

  const body = 'word/document.xml';
  const rels = 'word/_rels/document.xml.rels';

  test.each([
    [
      'a cell without a paragraph',
      body,
      /(<w:tc><w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)<w:p>.*?<\/w:p>/,
      '$1',
      'paragraph',
    ],
    ['a row without a cell', body, /(<w:tr>(?:(?!<w:tc>).)*)<w:tc>(?:(?!<\/w:tr>).)*/, '$1', 'has no cell'],
    ['a span past the grid', body, /<w:gridSpan w:val="4"\/>/, '<w:gridSpan w:val="5"/>', 'covers 5 of 4 columns'],
    ['a row that ends early', body, /<w:gridCol [^>]*>/, '<w:gridCol w:w="1"/><w:gridCol w:w="1"/>', 'covers'],
    ['a merged cell that continues none', body, /<w:vMerge w:val="restart"\/>/, '', 'continues none'],
    ['a style that is not defined', body, '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Other"/>', 'style Other'],
    ['a link to a script', rels, /(?<=Target=")https?:[^"]*/, 'javascript:alert(1)', 'javascript:alert(1)'],
    ['a link to a file', rels, /(?<=Target=")https?:[^"]*/, 'file:///etc/passwd', 'file:///etc/passwd'],
    ['a reference to nothing', body, /r:id="rId\d+"/, 'r:id="rId99"', 'rId99'],
    ['a relationship to nothing', rels, 'Target="footer2.xml"', 'Target="footer3.xml"', 'footer3.xml'],
    ['a part that nothing leads to', 'word/comments.xml', '', '<w:comments/>', 'nothing leads to word/comments.xml'],
    ['a part without a type', 'word/picture.png', '', 'x', 'word/picture.png has no type'],
    [
      'a field that is not closed',
      'word/footer1.xml',
      '<w:fldSimple',
      '<w:fldChar w:fldCharType="begin"/><w:fldSimple',
      'field',
    ],
  ])('%s', async (_, part, from, to, expected) => {
    expect((await spoilt(part, from, to)).join('\n')).toContain(expected);
  });
});
