import type { ParagraphStyleId, Theme } from '../../theme/theme.js';
import { twips } from '../../theme/twips.js';
import type { LinePlace, SignoffPlace } from './signoff-place.js';
import {
  EVEN_NUMBER_STYLE_ID,
  HEADER_STYLE_ID,
  SIGNOFF_DATE_STYLE_ID,
  STYLE_IDS,
  TABLE_GAP_STYLE_ID,
} from './style-ids.js';
import { exactly, size } from './style-xml.js';
import { w } from './word-xml.js';

// The theme has one style for the sign-off and one for page numbers. Word needs two of each, because their positions differ.

/** Indents and alignment for a position. All indents are stated: an inherited indent in characters would override one in twips. */
export function placed({ align, ...indents }: LinePlace): string {
  return w('ind', { left: 0, right: 0, rightChars: 0, ...indents }) + w('jc', { val: align });
}

/** The style of the date in the sign-off, right below the name. */
export function signoffDateStyle({ date }: SignoffPlace): string {
  const { signoff } = STYLE_IDS;
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: SIGNOFF_DATE_STYLE_ID },
    w('name', { val: '成文日期' }),
    w('basedOn', { val: signoff }),
    w('qFormat'),
    w('pPr', {}, w('keepNext', { val: 0 }), w('spacing', { before: 0 }), placed(date)),
  );
}

/** The style of page numbers on even pages, which mirrors that on odd ones. */
export function evenNumberStyle(theme: Theme): string {
  const id: ParagraphStyleId = 'pageNumber';
  const { name, size: points } = theme.styles[id];
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: EVEN_NUMBER_STYLE_ID },
    w('name', { val: `${name}（双页）` }),
    w('basedOn', { val: STYLE_IDS[id] }),
    w('pPr', {}, w('ind', { left: twips(points), right: 0 }), w('jc', { val: 'left' })),
  );
}

/** The style of the header line with the draft mark. */
export function headerStyle(): string {
  return w(
    'style',
    { type: 'paragraph', styleId: HEADER_STYLE_ID },
    w('name', { val: 'header' }),
    w('aliases', { val: '页眉' }),
    w('pPr', {}, w('snapToGrid', { val: 0 }), exactly(twips(1))),
    w('rPr', {}, size(1)),
  );
}

/** The style of the empty line that separates two tables. */
export function tableGapStyle({ table }: Theme): string {
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: TABLE_GAP_STYLE_ID },
    w('name', { val: '表格间隔' }),
    w('pPr', {}, w('snapToGrid', { val: 0 }), exactly(twips(table.gap))),
    w('rPr', {}, size(1)),
  );
}
