import { DocumentGridType, Footer, type ISectionPropertiesOptions, Paragraph, SimpleField, TextRun } from 'docx';
import { linePitch, type PageTheme, type ParagraphStyle, type Theme } from '../../theme/theme.js';
import { EVEN_NUMBER_STYLE_ID, STYLE_IDS } from './style-ids.js';
import { twips } from './twips.js';

/** The line pitch in twips, rounded down: rounded up, the last line of a page would not fit. */
export function pitch(page: PageTheme): number {
  return Math.floor(linePitch(page) * 20);
}

/** The width of the text area in twips, as it follows from the rounded margins. */
export function lineWidth({ width, margin }: PageTheme): number {
  return twips(width) - twips(margin.left) - twips(margin.right);
}

/**
 * By how many twips each character of a style is brought nearer to the next, so that the theme's number of characters goes into
 * a line: 28 of 16 pt are 5.8 pt wider than 156 mm. A character grid would do the same in Word, but LibreOffice spreads the text
 * by it.
 */
export function condensation({ size }: ParagraphStyle, { page, styles }: Theme): number {
  if (size !== styles.body.size) return 0;
  return Math.max(0, Math.ceil(twips(size) - lineWidth(page) / page.characters));
}

/** What a full-width character of a style takes, in twips. */
export function advance(style: ParagraphStyle, theme: Theme): number {
  return twips(style.size) - condensation(style, theme);
}

/** From the edge of the paper to the foot of the page number's line, whose baseline lies a quarter of the size higher. */
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

/** The field carries a result, for readers that do not work fields out. */
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

/** `— 1 —` at the outer edge, one character in: right on odd pages, left on even ones (GB/T 9704-2012, 7.5). */
export function footers(): { readonly default: Footer; readonly even: Footer } {
  return { default: pageNumber(STYLE_IDS.pageNumber, '1'), even: pageNumber(EVEN_NUMBER_STYLE_ID, '2') };
}
