import { Header, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { DRAFT } from '../../theme/draft-mark.js';
import type { NamedTheme } from './faces.js';
import { HEADER_STYLE_ID } from './style-ids.js';

/** The font of the draft mark, and its height in points. */
export interface DraftLook {
  readonly font: string;
  readonly height: number;
}

/** The look of the draft mark in a theme. */
export function draftLookOf({ word, page }: NamedTheme): DraftLook {
  return { font: word[DRAFT.role].eastAsia, height: Math.round(DRAFT.share * page.width) };
}

/** The draft mark: WordArt rising across the page, behind the text. */
function draftHeader({ font, height }: DraftLook): Header {
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

/** The headers with the draft mark, for odd and even pages. */
export function draftHeaders(mark: DraftLook): { readonly default: Header; readonly even: Header } {
  return { default: draftHeader(mark), even: draftHeader(mark) };
}
