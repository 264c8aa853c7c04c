import { Header, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { DRAFT } from '../../theme/draft-mark.js';
import type { NamedTheme } from './faces.js';
import { HEADER_STYLE_ID } from './style-ids.js';

/** How the mark of a draft is set; the height in points. */
export interface Mark {
  readonly font: string;
  readonly height: number;
}

/** The mark that goes with a theme. */
export function markOf({ word, page }: NamedTheme): Mark {
  return { font: word[DRAFT.role].eastAsia, height: Math.round(DRAFT.share * page.width) };
}

/** The mark as Word makes it: letters that rise across the page, behind the text. */
function draftHeader({ font, height }: Mark): Header {
  const mark = new TextWatermark({
    text: DRAFT.text,
    font,
    color: DRAFT.colour,
    opacity: 1,
    width: 2 * height,
    height,
  });
  return new Header({ children: [new Paragraph({ style: HEADER_STYLE_ID, children: [mark] })] });
}

/** The headers that carry the mark, for odd and for even pages. */
export function draftHeaders(mark: Mark): { readonly default: Header; readonly even: Header } {
  return { default: draftHeader(mark), even: draftHeader(mark) };
}
