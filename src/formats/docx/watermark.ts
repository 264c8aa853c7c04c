import { Header, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { NamedTheme } from './faces.js';
import { HEADER_STYLE_ID } from './style-ids.js';

/** The mark of a draft. */
export const DRAFT = '草稿';

/** Height of the mark as a share of the page's width, and its colour: light enough to read through. */
const SHARE = 0.4;
const COLOUR = 'DEDEDE';

/** How the mark of a draft is set; the height in points. */
export interface Mark {
  readonly font: string;
  readonly height: number;
}

/** The mark that goes with a theme. */
export function markOf({ word, styles, page }: NamedTheme): Mark {
  return { font: word[styles.heading1.face].eastAsia, height: Math.round(SHARE * page.width) };
}

/** The mark as Word makes it: letters that rise across the page, behind the text. */
function draftHeader({ font, height }: Mark): Header {
  const mark = new TextWatermark({ text: DRAFT, font, color: COLOUR, opacity: 1, width: 2 * height, height });
  return new Header({ children: [new Paragraph({ style: HEADER_STYLE_ID, children: [mark] })] });
}

/** The headers that carry the mark, for odd and for even pages. */
export function draftHeaders(mark: Mark): { readonly default: Header; readonly even: Header } {
  return { default: draftHeader(mark), even: draftHeader(mark) };
}
