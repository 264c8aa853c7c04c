import type { Theme } from '../../theme/theme.js';
import { twips } from '../../theme/twips.js';
import { TABLE_STYLE_ID } from './style-ids.js';
import { w } from './word-xml.js';

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** The style of tables: rules of one weight (Word counts eighths of a point), and space between rule and text. */
export function tableStyle({ table }: Theme): string {
  const rule = { val: 'single', sz: Math.round(table.rule * 8), space: 0, color: 'auto' };
  const { x, y } = table.padding;
  const margins = Object.entries({ top: y, left: x, bottom: y, right: x });
  return w(
    'style',
    { type: 'table', customStyle: 1, styleId: TABLE_STYLE_ID },
    w('name', { val: '年报表格' }),
    w('basedOn', { val: 'TableNormal' }),
    w('qFormat'),
    w(
      'tblPr',
      {},
      w('tblBorders', {}, ...SIDES.map((side) => w(side, rule))),
      w('tblCellMar', {}, ...margins.map(([side, points]) => w(side, { w: twips(points), type: 'dxa' }))),
    ),
    w('tcPr', {}, w('vAlign', { val: 'center' })),
  );
}
