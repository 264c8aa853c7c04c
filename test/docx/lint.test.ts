import { describe, expect, test } from '@jest/globals';
import { openDocx, wordFile } from '../readers/docx-package.mjs';
import { bytesOf, extreme, finishable, type Variant } from './files.js';
import { wordFaults } from './lint.mjs';
import { variants } from './variants.mjs';

// Faults that no validator reports, and formatting by hand; and that each is found where it is made on purpose.

describe.each(Object.keys(variants) as Variant[])('%s', (variant) => {
  test.each(finishable(variant))('$name has no fault', async (report) => {
    expect(wordFaults(openDocx(await bytesOf(report, variant)))).toEqual([]);
  });
});

const body = 'word/document.xml';
const styles = 'word/styles.xml';
const footer = 'word/footer1.xml';
const firstRun = '<w:r><w:rPr>';
const firstParagraph = '<w:pStyle w:val="Normal"/>';

describe('each is found where it is made', () => {
  test.each<[string, string, string | RegExp, string, string]>([
    ['a forbidden character', 'docProps/core.xml', '<dc:title>', '<dc:title>\u0007', 'forbidden character'],
    ['a lone surrogate', body, '<w:t xml:space="preserve">', '<w:t xml:space="preserve">\ud800', 'forbidden character'],
    [
      'a forbidden character as a number',
      body,
      '<w:t xml:space="preserve">',
      '<w:t xml:space="preserve">&#x1F;',
      'as a number',
    ],
    ['a field that ends twice', footer, '<w:fldSimple', '<w:fldChar w:fldCharType="end"/><w:fldSimple', 'not opened'],
    [
      'a field without a result',
      footer,
      /(<w:fldSimple[^>]*>).*?<\/w:fldSimple>/,
      '$1</w:fldSimple>',
      'without a result',
    ],
    [
      'a field to be updated',
      footer,
      '<w:fldSimple',
      '<w:fldChar w:fldCharType="begin" w:dirty="1"/><w:fldSimple',
      'asks to be',
    ],
    [
      'numbering nobody defines',
      body,
      firstParagraph,
      `${firstParagraph}<w:numPr><w:numId w:val="3"/></w:numPr>`,
      'numbering 3',
    ],
    ['a style based on none', styles, '<w:basedOn w:val="TableNormal"/>', '<w:basedOn w:val="Gone"/>', 'leads to Gone'],
    ['two styles of one name', styles, '<w:name w:val="落款"/>', '<w:name w:val="成文日期"/>', 'two styles are called'],
    ['a font that no table knows', styles, 'w:eastAsia="公文黑体"', 'w:eastAsia="华文彩云"', '华文彩云'],
    ['a font that lies nowhere', 'word/_rels/fontTable.xml.rels', 'fonts/font1', 'fonts/font9', 'font9'],
    ['a style of the header nobody defines', 'word/header1.xml', 'w:val="Header"', 'w:val="Kopf"', 'style Kopf'],
    ['a table style nobody defines', body, 'w:val="ReportTable"', 'w:val="Grid"', 'style Grid'],
    ['two pictures of one id', body, /(<wp:docPr [^>]*>)/, '$1$1', 'two pictures'],
    ['alignment by hand', body, firstParagraph, `${firstParagraph}<w:jc w:val="center"/>`, 'w:jc in w:pPr'],
    ['a line pitch by hand', body, firstParagraph, `${firstParagraph}<w:spacing w:line="400"/>`, 'w:line of w:spacing'],
    ['an indent by hand', body, firstParagraph, `${firstParagraph}<w:ind w:firstLine="640"/>`, 'w:ind in w:pPr'],
    ['a size by hand', body, firstRun, `${firstRun}<w:sz w:val="30"/>`, 'w:sz in w:rPr'],
    ['bold by hand', body, firstRun, `${firstRun}<w:b/>`, 'w:b in w:rPr'],
    ['a Latin font by hand', body, firstRun, `${firstRun}<w:rFonts w:ascii="Arial"/>`, 'w:ascii of w:rFonts'],
    ['rules by hand', body, '<w:tblLayout', '<w:tblBorders/><w:tblLayout', 'w:tblBorders in w:tblPr'],
    ['a cell’s own alignment', body, /<w:tcPr>/, '<w:tcPr><w:vAlign w:val="top"/>', 'w:vAlign in w:tcPr'],
    ['a paragraph without a style', body, firstParagraph, '', 'paragraph has no style'],
    ['a table without a style', body, /<w:tblStyle [^>]*>/, '', 'table has no style'],
  ])('%s', async (_, part, from, to, expected) => {
    const file = openDocx(await bytesOf(extreme, 'all'));
    const files = Object.fromEntries(file.names.map((name) => [name, file.text(name)]));
    const changed = files[part]?.replace(from, to);
    expect(changed === files[part]).toBe(false);
    expect(wordFaults(wordFile({ ...files, [part]: changed ?? '' })).join('\n')).toContain(expected);
  });
});
