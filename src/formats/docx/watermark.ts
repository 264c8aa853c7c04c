import { Header, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { DRAFT } from '../../theme/draft-mark.js';
import type { NamedTheme } from './faces.js';
import { HEADER_STYLE_ID } from './style-ids.js';

/** The draft mark: WordArt rising across the page, behind the text. */
function draftHeader({ word, page }: NamedTheme): Header {
  const height = Math.round(DRAFT.share * page.width);
  const mark = new TextWatermark({
    text: DRAFT.text,
    font: word[DRAFT.role].eastAsia,
    color: DRAFT.colour,
    opacity: 1,
    width: 2 * height,
    height,
  });
  return new Header({ children: [new Paragraph({ style: HEADER_STYLE_ID, children: [mark] })] });
}

/** The headers with the draft mark, for odd and even pages. */
export function draftHeaders(theme: NamedTheme): { readonly default: Header; readonly even: Header } {
  return { default: draftHeader(theme), even: draftHeader(theme) };
}
