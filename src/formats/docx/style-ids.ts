import type { CellRole } from '../../model/document.js';
import type { ParagraphStyleId, TableTheme } from '../../theme/theme.js';

/** The ids under which paragraphs name their styles. */
export const STYLE_IDS: { readonly [S in ParagraphStyleId]: string } = {
  title: 'Title',
  body: 'Normal',
  heading1: 'Heading1',
  heading2: 'Heading2',
  caption: 'Caption',
  signoff: 'Signoff',
  pageNumber: 'Footer',
};

/** The character style of run-in heads. */
export const LEAD_STYLE_ID = 'Heading2Char';

/** The page number of even pages; that of odd ones has the theme's style. */
export const EVEN_NUMBER_STYLE_ID = 'FooterEven';

/** The date below the name of who signs, which has the theme's style. */
export const SIGNOFF_DATE_STYLE_ID = 'SignoffDate';

/** The line in the header that carries the mark of a draft. */
export const HEADER_STYLE_ID = 'Header';

/** The rules, margins and alignment of every table. */
export const TABLE_STYLE_ID = 'ReportTable';

/** The empty line between two tables. */
export const TABLE_GAP_STYLE_ID = 'TableGap';

/** The style of a cell's paragraph. Sizes other than the theme's first have styles of their own, derived from it. */
export function cellStyleId(role: CellRole, size: number, { sizes }: TableTheme): string {
  const base = `Table${role[0]?.toUpperCase()}${role.slice(1)}`;
  return size === sizes[0] ? base : `${base}${Math.round(size * 10)}`;
}
