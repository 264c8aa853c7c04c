import { gbt9704 } from '../../src/index.js';
import { openDocx, type WordFile } from '../readers/docx-package.mjs';
import { paragraphText } from '../readers/docx-text.mjs';
import { at, descendants, type Element, elementsOf, valueAt } from '../readers/xml.mjs';
import { rendered, reports, tablesOf } from './reports.js';

// What a Word file says about itself, and what word processors need to show it as it is meant.

const open = async (report: (typeof reports)[number]) => openDocx(await rendered(report, 'docx'));
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** A paragraph's alignment: its own, or that of its style or of a style it is based on. */
function alignmentOf(file: WordFile, paragraph: Element | undefined): string | undefined {
  const styles = elementsOf(file.xml('word/styles.xml'), 'w:style');
  const ofStyle = (id: string | undefined): string | undefined => {
    const style = styles.find(({ attributes }) => id !== undefined && attributes['w:styleId'] === id);
    return style && (valueAt(style, 'w:pPr', 'w:jc') ?? ofStyle(valueAt(style, 'w:basedOn')));
  };
  return valueAt(paragraph, 'w:pPr', 'w:jc') ?? ofStyle(valueAt(paragraph, 'w:pPr', 'w:pStyle'));
}

describe.each(reports)('$name', (report) => {
  const { meta, blocks } = report.document;

  test('title, author, subject, keywords, dates and language are the document’s', async () => {
    const core = elementsOf((await open(report)).xml('docProps/core.xml'));
    const facts = Object.fromEntries(core.map(({ name, children }) => [name, children.join('')]));
    expect(facts).toMatchObject({
      'dc:title': meta.title,
      'dc:creator': meta.author,
      'dc:subject': meta.subject,
      'cp:keywords': meta.keywords.join(','),
      'dc:language': 'zh-CN',
    });
    const date = meta.date && `${meta.date}T00:00:00Z`;
    expect([facts['dcterms:created'], facts['dcterms:modified']]).toEqual([date, date]);
  });

  test('headings have the styles by which navigation finds them', async () => {
    const file = await open(report);
    const byStyle = (style: string) =>
      descendants(file.xml('word/document.xml'), 'w:p')
        .filter((paragraph) => valueAt(paragraph, 'w:pPr', 'w:pStyle') === style)
        .map((paragraph) => paragraphText(paragraph).replaceAll('\n', ''));
    const headings = (wanted: number) =>
      blocks.flatMap((block) => (block.kind === 'heading' && block.level === wanted ? [block.text] : []));
    expect(byStyle('Title')).toEqual([meta.title]);
    expect(byStyle('Heading1')).toEqual(headings(1));
    expect(byStyle('Heading2')).toEqual(headings(2));
  });

  test('tables have fixed columns that add up to their width, and repeat their head rows', async () => {
    const tables = descendants((await open(report)).xml('word/document.xml'), 'w:tbl');
    for (const [i, table] of tables.entries()) {
      expect(at(table, 'w:tblPr', 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
      const columns = descendants(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      const width = Number(at(table, 'w:tblPr', 'w:tblW')?.attributes['w:w']);
      expect(columns.reduce((a, b) => a + b, 0)).toBe(width);
      expect(Math.abs(width - twips(156))).toBeLessThanOrEqual(2);
      for (const row of elementsOf(table, 'w:tr')) {
        const cells = elementsOf(row, 'w:tc').map((cell) => Number(at(cell, 'w:tcPr', 'w:tcW')?.attributes['w:w']));
        expect(cells.reduce((a, b) => a + b, 0)).toBe(width);
      }
      const heads = elementsOf(table, 'w:tr').map((row) => at(row, 'w:trPr', 'w:tblHeader') !== undefined);
      const { headRows = 0, rows = 0 } = tablesOf(report)[i] ?? {};
      expect(heads).toEqual(Array.from({ length: rows }, (_, row) => row < headRows));
    }
  });

  test('the page is A4 with the margins of GB/T 9704', async () => {
    const section = at((await open(report)).xml('word/document.xml'), 'w:body', 'w:sectPr');
    expect(at(section, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    const margins = at(section, 'w:pgMar')?.attributes ?? {};
    for (const [side, millimetres] of Object.entries({ top: 37, left: 28, right: 26, bottom: 35 })) {
      expect(Math.abs(Number(margins[`w:${side}`]) - twips(millimetres))).toBeLessThanOrEqual(1);
    }
    const lines = Number(at(section, 'w:docGrid')?.attributes['w:linePitch']);
    expect(Math.floor(twips(225) / lines)).toBe(22);
  });
});

describe('all files alike', () => {
  const [report] = reports as [(typeof reports)[number]];

  test('the dashes beside page numbers are 7 mm below the text area', async () => {
    const file = await open(report);
    const [margin] = descendants(file.xml('word/document.xml'), 'w:pgMar');
    const [style] = elementsOf(file.xml('word/styles.xml'), 'w:style').filter(
      ({ attributes }) => attributes['w:styleId'] === 'Footer',
    );
    const height = Number(at(style, 'w:pPr', 'w:spacing')?.attributes['w:line']);
    // Of a line of fixed height four fifths are above the baseline; the dashes are .38 em above it.
    const baseline = Number(margin?.attributes['w:footer']) + height / 5;
    const dashes = baseline + 0.38 * 14 * 20;
    expect(Math.abs(twips(35) - dashes - twips(7))).toBeLessThanOrEqual(2);
  });

  test('odd pages have their number on the right, even ones on the left', async () => {
    const file = await open(report);
    expect(at(file.xml('word/settings.xml'), 'w:evenAndOddHeaders')).toBeDefined();
    const footers = descendants(file.xml('word/document.xml'), 'w:footerReference').map(({ attributes }) => {
      const { target = '' } = file.relationships('word/document.xml').find(({ id }) => id === attributes['r:id']) ?? {};
      const footer = file.xml(target);
      const field = descendants(footer, 'w:fldSimple').map((element) => element.attributes['w:instr']?.trim());
      const [paragraph, ...others] = descendants(footer, 'w:p');
      expect(others).toEqual([]);
      return [attributes['w:type'], field, alignmentOf(file, paragraph), paragraphText(footer)];
    });
    expect(footers).toEqual([
      ['default', ['PAGE'], 'right', '— 1 —'],
      ['even', ['PAGE'], 'left', '— 2 —'],
    ]);
  });

  test('body text and headings are indented by two characters', async () => {
    const styles = elementsOf((await open(report)).xml('word/styles.xml'), 'w:style');
    for (const id of ['Normal', 'Heading1', 'Heading2']) {
      const style = styles.find(({ attributes }) => attributes['w:styleId'] === id);
      expect(at(style, 'w:pPr', 'w:ind')?.attributes).toEqual({ 'w:firstLine': '640', 'w:firstLineChars': '200' });
      expect(valueAt(style, 'w:rPr', 'w:sz')).toBe('32');
    }
  });

  test('styles name the fonts of the theme, and the font table knows every one', async () => {
    const file = await open(report);
    const attributes = descendants(file.xml('word/styles.xml'), 'w:rFonts').map((fonts) => fonts.attributes);
    const used = new Set(attributes.flatMap((fonts) => [fonts['w:ascii'], fonts['w:eastAsia']]));
    const known = descendants(file.xml('word/fontTable.xml'), 'w:font').map((font) => font.attributes['w:name']);
    expect(known).toEqual(expect.arrayContaining([...used].filter((name) => name !== undefined)));
    expect([...used]).toEqual(expect.arrayContaining(Object.values(gbt9704.word).map(({ eastAsia }) => eastAsia)));
  });
});
