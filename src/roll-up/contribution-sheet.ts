import { harmless } from '../report/csv-line.js';
import type { CellValue } from '../table/data.js';
import { printedCell } from '../table/printed-figure.js';
import { inUnit } from '../table/unit-sum.js';
import type { StyleName } from '../workbook/cell-looks.js';
import type { WrittenSheet } from '../workbook/engine.js';
import { figureContent } from '../workbook/figure-content.js';
import { cellName } from '../workbook/references.js';
import { type Content, draftSheet, type SheetDraft } from '../workbook/sheet-draft.js';
import type { RolledCell } from './add-up.js';
import type { ComparedCell } from './compare-total.js';
import type { Contribution } from './contributions.js';
import { stateText } from './gap-words.js';

/** A table of the whole: a row for each cell, a column for each agency. */
export interface ContributionSheet {
  readonly name: string;
  readonly heading: string;
  readonly cells: readonly RolledCell[];
  /** The published total of the same cells; none if there is nothing to compare with. */
  readonly compared: readonly ComparedCell[];
}

/** Title, what is what, heads. */
const TOP = 3;
const LABELS = 46;
const FIGURES = 13;

const unitIn = (value: CellValue): string =>
  typeof value === 'object' && value !== null && 'unit' in value ? (value.unit ?? '') : '';

/** A figure in the unit of the total, so that the figures of a row add up to it; one that cannot be turned into it stays a text. */
function inTotalsUnit(value: CellValue, { value: total, unit }: RolledCell): Content {
  if (value === null) return { value: null };
  const turned = inUnit(value, unitIn(total), unit);
  return turned === undefined ? { value: printedCell(value) } : figureContent(turned.toFixed(), 'amount');
}

/** What an agency gives, as its cell shows it: a number that the formula counts, or the word for what is not there. */
function shown(one: Contribution, cell: RolledCell): Content {
  const counts = one.state === 'given' || (one.state === 'blank' && !cell.gaps.includes(one));
  return counts ? inTotalsUnit(one.values[0] ?? null, cell) : { value: stateText(one) };
}

/** The columns before those of the agencies. */
const columnsBefore = (isCompared: boolean): number => (isCompared ? 4 : 2);

function putHeads(draft: SheetDraft, { heading, cells: [first], compared }: ContributionSheet): void {
  draft.put({ row: 0, column: 0 }, heading, 'title');
  const hint =
    '合计是公式，等于右边各机关之和；有一个机关的数缺着就空着，补上数字后自动算出。斜体的是留空、按 0 计入的。';
  draft.put({ row: 1, column: 0 }, hint, 'hint');
  const heads = ['项目', '合计', ...(compared.length > 0 ? ['公布的合计', '公布减合计'] : [])];
  for (const [column, head] of heads.entries()) draft.put({ row: TOP - 1, column }, head, 'head');
  first?.contributions.forEach(({ agency }, i) => {
    draft.put({ row: TOP - 1, column: heads.length + i }, harmless(agency), 'name');
  });
}

const isNumber = ({ value }: Content): boolean => typeof value === 'number';

/** Puts the total: a formula over what the agencies give, or the figure itself where a number of a spreadsheet cannot hold one of them. */
function putTotal(draft: SheetDraft, row: number, cell: RolledCell, given: readonly Content[], from: number): void {
  const slot = { row, column: 1 };
  const total = inTotalsUnit(cell.value, cell);
  const isAddable = cell.value === null || (isNumber(total) && given.every(isNumber));
  if (given.length === 0 || cell.why !== undefined || !isAddable) {
    draft.put(slot, total, 'computed');
    return;
  }
  const range = `${cellName({ row, column: from })}:${cellName({ row, column: from + given.length - 1 })}`;
  const formula = `IF(COUNT(${range})=${given.length},SUM(${range}),"")`;
  draft.work(slot, formula, total.value ?? '', 'computed', total.numFmt ?? 'General');
}

/** Puts the published total beside the sum, and by how much it is more. */
function putPublished(draft: SheetDraft, row: number, cell: RolledCell, compared: ComparedCell): void {
  const published = inTotalsUnit(compared.published, cell);
  draft.put({ row, column: 2 }, published, 'last');
  const [sum, there, difference] = [1, 2, 3].map((column) => cellName({ row, column }));
  const formula = `IF(COUNT(${sum}:${there})=2,ROUND(${there}-${sum},8),"")`;
  const total = inTotalsUnit(cell.value, cell);
  const isKnown = isNumber(published) && isNumber(total);
  const result = isKnown ? Number((Number(published.value) - Number(total.value)).toFixed(8)) : '';
  draft.work({ row, column: 3 }, formula, result, 'computed', 'General');
  draft.warn(difference ?? '', `AND(ISNUMBER(${difference}),${difference}<>0)`);
}

/** The look of what an agency gives: a figure, a blank that counts as 0, or a word. */
function styleOf({ state }: Contribution, content: Content): StyleName {
  if (!isNumber(content)) return 'free';
  return state === 'blank' ? 'last' : 'figure';
}

function putRow(draft: SheetDraft, row: number, cell: RolledCell, compared: ComparedCell | undefined): void {
  const unit = unitIn(cell.value);
  const label = unit === '' ? cell.label : `${cell.label}（按${unit}）`;
  draft.put({ row, column: 0 }, label, 'label');
  const from = columnsBefore(compared !== undefined);
  const given = cell.contributions.map((one) => ({ one, content: shown(one, cell) }));
  putTotal(
    draft,
    row,
    cell,
    given.map(({ content }) => content),
    from,
  );
  if (compared) putPublished(draft, row, cell, compared);
  for (const [i, { one, content }] of given.entries()) {
    draft.put({ row, column: from + i }, content, styleOf(one, content));
  }
}

/** The sheet of a table: what each agency gives to each cell, and formulas that add it up. */
export function contributionSheet(input: ContributionSheet): WrittenSheet {
  const { name, cells, compared } = input;
  const isCompared = compared.length > 0;
  const agencies = cells[0]?.contributions.length ?? 0;
  const before = columnsBefore(isCompared);
  const widths = [LABELS, ...Array.from({ length: before - 1 + agencies }, () => FIGURES)];
  const draft = draftSheet(name, widths);
  putHeads(draft, input);
  for (const [i, cell] of cells.entries()) putRow(draft, TOP + i, cell, compared[i]);
  const first = cellName({ row: TOP, column: before });
  const last = cellName({ row: TOP + cells.length - 1, column: before + agencies - 1 });
  // A word in place of a figure.
  if (agencies > 0) draft.warn(`${first}:${last}`, `AND(ISTEXT(${first}),ISERROR(VALUE(${first})))`);
  return draft.finish({ isWide: true, freeze: { rows: TOP, columns: before }, titles: `$1:$${TOP}` });
}
