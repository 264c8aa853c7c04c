import type { CellStyle, TableStyleId, Theme } from '../../theme/theme.js';
import { twips } from '../../theme/twips.js';
import { cellStyleId } from './style-ids.js';
import { exactly, JUSTIFICATION, rFonts, size } from './style-xml.js';
import { w } from './word-xml.js';

/** Cells do not follow the line grid: their line pitch depends on their own font size. */
function cellStyle(role: TableStyleId, style: CellStyle, { table, word }: Theme): string {
  const points = table.sizes[0] ?? 0;
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: cellStyleId(role, points, table) },
    w('name', { val: style.name }),
    w('qFormat'),
    w(
      'pPr',
      {},
      w('snapToGrid', { val: 0 }),
      exactly(twips(points * table.leading)),
      w('jc', { val: JUSTIFICATION[style.align] }),
    ),
    w('rPr', {}, rFonts(word[style.face]), size(points)),
  );
}

function sizedCellStyle(role: TableStyleId, style: CellStyle, points: number, { table }: Theme): string {
  const base = cellStyleId(role, table.sizes[0] ?? 0, table);
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: cellStyleId(role, points, table) },
    w('name', { val: `${style.name} ${points} 磅` }),
    w('basedOn', { val: base }),
    w('pPr', {}, exactly(twips(points * table.leading))),
    w('rPr', {}, size(points)),
  );
}

/** The styles of table cells, and the styles derived from them for other font sizes in use. */
export function cellStyles(theme: Theme, sizes: readonly number[]): string {
  const entries = Object.entries(theme.table.cells) as [TableStyleId, CellStyle][];
  const derived = sizes.filter((points) => points !== theme.table.sizes[0]);
  return entries
    .flatMap(([role, style]) => [
      cellStyle(role, style, theme),
      ...derived.map((points) => sizedCellStyle(role, style, points, theme)),
    ])
    .join('');
}
