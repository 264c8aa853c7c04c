import { DocumentGridType, Footer, type ISectionPropertiesOptions, Paragraph, SimpleField, TextRun } from 'docx';
import { linePitch, type PageTheme, type ParagraphStyle, type Theme } from '../../theme/theme.js';
import { lineWidth, twips } from '../../theme/twips.js';
import { EVEN_NUMBER_STYLE_ID, STYLE_IDS } from './style-ids.js';

/** The line pitch in twips, rounded down; rounded up, the last line of a page would not fit. */
export function pitch(page: PageTheme): number {
  return Math.floor(linePitch(page) * 20);
}

/**
 * How many twips to condense each character of a style by, so that the number of characters that the theme asks for fits on a line: 28
 * characters of 16 pt are 5.8 pt wider than 156 mm. A character grid would do the same in Word, but LibreOffice would spread the text.
 */
export function condensation({ size }: ParagraphStyle, { page, styles }: Theme): number {
  if (size !== styles.body.size) return 0;
  return Math.max(0, Math.ceil(twips(size) - lineWidth(page) / page.characters));
}

/** The advance of a full-width character of a style, in twips. */
export function advance(style: ParagraphStyle, theme: Theme): number {
  return twips(style.size) - condensation(style, theme);
}

/** From the edge of the paper to the bottom of the line with the page number, whose baseline is a quarter of the font size higher. */
function footerDistance({ page, styles }: Theme): number {
  return twips(page.margin.bottom - page.pageNumberDrop - styles.pageNumber.size / 4);
}

/** The page, its margins and its line grid. */
export function section(theme: Theme): ISectionPropertiesOptions {
  const { page } = theme;
  const { top, right, bottom, left } = page.margin;
  return {
    page: {
      size: { width: twips(page.width), height: twips(page.height) },
      margin: {
        top: twips(top),
        right: twips(right),
        bottom: twips(bottom),
        left: twips(left),
        header: twips(top / 2),
        footer: footerDistance(theme),
        gutter: 0,
      },
    },
    grid: { type: DocumentGridType.LINES, linePitch: pitch(page) },
  };
}

/** The field has a result, for programs that do not evaluate fields. */
function pageNumber(style: string, result: string): Footer {
  const dash = { hint: 'eastAsia' };
  const paragraph = new Paragraph({
    style,
    children: [
      new TextRun({ text: '— ', font: dash }),
      new SimpleField('PAGE', result),
      new TextRun({ text: ' —', font: dash }),
    ],
  });
  return new Footer({ children: [paragraph] });
}

/** `— 1 —`, one character in from the outer edge: right on odd pages, left on even ones (GB/T 9704-2012, 7.5). */
export function footers(): { readonly default: Footer; readonly even: Footer } {
  return { default: pageNumber(STYLE_IDS.pageNumber, '1'), even: pageNumber(EVEN_NUMBER_STYLE_ID, '2') };
}
