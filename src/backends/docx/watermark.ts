import { Header, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { NamedTheme } from './faces.js';
import { HEADER_STYLE_ID } from './style-ids.js';

/** The mark of a draft. */
export const DRAFT = '草稿';

/** Height of the mark as a share of the page's width, and its colour: light enough to read through. */
const SHARE = 0.4;
const COLOUR = 'DEDEDE';

/** The mark as Word makes it: letters that rise across the page, behind the text. */
function draftHeader(theme: NamedTheme): Header {
  const height = Math.round(SHARE * theme.page.width);
  const font = theme.word[theme.styles.heading1.face].eastAsia;
  const mark = new TextWatermark({ text: DRAFT, font, color: COLOUR, opacity: 1, width: 2 * height, height });
  return new Header({ children: [new Paragraph({ style: HEADER_STYLE_ID, children: [mark] })] });
}

/** The headers that carry the mark, for odd and for even pages. */
export function draftHeaders(theme: NamedTheme): { readonly default: Header; readonly even: Header } {
  return { default: draftHeader(theme), even: draftHeader(theme) };
}
