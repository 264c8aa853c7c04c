import type { ParagraphStyleId, TableStyleId, TableTheme } from '../../theme/theme.js';

/** The ids of paragraph styles. */
export const STYLE_IDS: { readonly [S in ParagraphStyleId]: string } = {
  title: 'Title',
  addressee: 'Addressee',
  body: 'Normal',
  heading1: 'Heading1',
  heading2: 'Heading2',
  caption: 'Caption',
  signoff: 'Signoff',
  pageNumber: 'Footer',
};

/** The character style of run-in heads. */
export const LEAD_STYLE_ID = 'Heading2Char';

/** The page number on even pages. On odd ones it has the theme's style. */
export const EVEN_NUMBER_STYLE_ID = 'FooterEven';

/** The date of the sign-off. The name above it has the theme's style. */
export const SIGNOFF_DATE_STYLE_ID = 'SignoffDate';

/** The header line with the draft mark. */
export const HEADER_STYLE_ID = 'Header';

/** The rules, margins and alignment of every table. */
export const TABLE_STYLE_ID = 'ReportTable';

/** The empty line between two tables. */
export const TABLE_GAP_STYLE_ID = 'TableGap';

/** The style id of the paragraph in a cell or of the note below a table. Font sizes other than the theme's first have derived styles. */
export function cellStyleId(role: TableStyleId, size: number, { sizes }: TableTheme): string {
  const base = `Table${role[0]?.toUpperCase()}${role.slice(1)}`;
  return size === sizes[0] ? base : `${base}${Math.round(size * 10)}`;
}
