import { describe, expect, test } from '@jest/globals';
import { parseReport, toDocx, toPdf } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { descendants } from '../readers/xml.mjs';
import { findings, minimal } from '../rules/minimal.js';

const overview = (text: string) => ({ 'narrative.overview': `本机关${text}。` });
const unbalanced = (text: string) => findings(overview(text)).filter(({ code }) => code === 'text/unbalanced').length;

describe('an apostrophe is not half a quotation', () => {
  test.each([
    ['It’s OK', 0],
    ['引用Women’s Federation’s “Belt and Road”', 0],
    ['到Xi’an、Tai’an', 0],
    ['‘don’t’一词', 0],
    ['the 1980’s', 0],
    ['在’80s以来', 0],
    ['在‘80s以来', 0],
    ['students’ union', 0],
    ['“Students’ Day”活动', 0],
    ['l’été、O’Neil', 0],
    ['高5’30”以', 1],
    ['‘两个维护’', 0],
    ['’两个维护', 1],
    ['‘两个维护', 1],
    ['‘one’ two’', 0],
    ['甲’乙', 1],
    ['‘2024’年', 0],
  ])('%s', (text, count) => expect(unbalanced(text)).toBe(count));
});

describe('an apostrophe is as narrow as a letter, a quotation mark as wide as a character', () => {
  const TEXT = 'It’s OK，说‘两个维护’';

  test('in the PDF', async () => {
    const report = parseReport(
      minimal({ ...overview(TEXT), 'headings.other': '六、It’s', title: '示例县示例局2025年It’s' }),
    );
    const { pages } = readPdf(await toPdf(report));
    const texts = pages.flatMap((page) => page.texts);
    const widths = texts.flatMap(({ text, width, size }) => (text === '’' ? [width / size] : []));
    expect(widths.filter((width) => width < 0.4)).toHaveLength(3);
    expect(widths.filter((width) => width === 1)).toHaveLength(1);
  });

  test.each([false, true])('in the Word file, with fonts embedded: %s', async (embedFonts) => {
    const file = openDocx(
      await toDocx(parseReport(minimal({ ...overview(TEXT), 'headings.other': '六、It’s' })), { embedFonts }),
    );
    const runs = descendants(file.xml('word/document.xml'), 'w:r').map((run) => ({
      text: descendants(run, 'w:t')
        .map(({ children }) => children.join(''))
        .join(''),
      fonts: descendants(run, 'w:rFonts')[0]?.attributes ?? {},
    }));
    const [heading, body] = [runs.filter(({ text }) => text === '’')[1], runs.find(({ text }) => text === '’')];
    if (embedFonts) expect(body?.fonts['w:eastAsia']).toContain('仿宋');
    else {
      expect(body?.fonts).toEqual({});
      expect(heading?.fonts['w:eastAsia']).toBe('Times New Roman');
    }
    expect(runs.some(({ text, fonts }) => text.includes('‘') && fonts['w:hint'] === 'eastAsia')).toBe(true);
  });
});
