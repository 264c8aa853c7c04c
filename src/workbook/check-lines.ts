import { type DataCell, valueAt } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import { exactSum } from '../table/exact-sum.js';
import { bareFigure } from '../table/noted.js';
import type { TableSpec } from '../table/spec.js';
import { type Sum, sumsOf } from '../table/sums.js';
import { BLANKS_ARE_ZERO } from './fields.js';
import { rangesOf, type Slot } from './references.js';
import type { SheetDraft } from './sheet-draft.js';
import type { PlacedTable } from './table-place.js';

/** The check lines below a table: the cells that must be 0, how many are not, and the first row after them. */
interface CheckLines {
  readonly ranges: readonly string[];
  readonly wrong: number;
  readonly end: number;
}

interface Sources {
  readonly spec: TableSpec;
  readonly data: unknown;
  readonly slotOf: (cell: DataCell) => Slot;
  /** The cell that says what blank cells are. */
  readonly choice: string;
}

/** The identities of a table, each with its equations for all columns. */
function identitiesOf(spec: TableSpec): readonly (readonly Sum[])[] {
  const all = sumsOf(spec).filter(({ computable }) => !computable);
  const rules = new Map<string, Sum[]>();
  for (const sum of all) {
    const id = `${sum.rule} ${sum.words.join(' ')}`;
    rules.set(id, [...(rules.get(id) ?? []), sum]);
  }
  return [...rules.values()];
}

/** The difference of both sides; nothing while a figure is blank. */
function difference({ left, right }: Sum, data: unknown): number | '' {
  const values = (cells: readonly DataCell[]) =>
    cells.map(({ path }) => bareFigure((valueAt(data, path) ?? null) as CellValue));
  const signs = [...left.map(() => 1 as const), ...right.map(() => -1 as const)];
  const sum = exactSum([...values(left), ...values(right)], signs);
  return sum === undefined ? '' : Number(sum.sum.toFixed());
}

const rangesIn = (cells: readonly DataCell[], slotOf: Sources['slotOf']): string =>
  rangesOf(cells.map(slotOf)).join(',');

/** Puts a line for each identity below the table: what both sides differ by, in every column, red where it is not 0. */
export function checkLines(
  draft: SheetDraft,
  placed: PlacedTable,
  { spec, data, slotOf, choice }: Sources,
): CheckLines {
  const ranges: string[] = [];
  let wrong = 0;
  let row = placed.end;
  for (const sums of placed.stubs === 0 ? [] : identitiesOf(spec)) {
    const [left, right] = sums[0]?.words ?? ['', ''];
    const label = `差额（${left} − ${right}，应为 0）`;
    draft.put({ row, column: 0 }, label, 'label', { columns: placed.stubs });
    const slots = sums.map((sum) => {
      const at = { row, column: slotOf(sum.at).column };
      const all = [...sum.left, ...sum.right];
      const given = `COUNT(${rangesIn(all, slotOf)})=${all.length}`;
      const bare = `SUM(${rangesIn(sum.left, slotOf)})-SUM(${rangesIn(sum.right, slotOf)})`;
      const result = difference(sum, data);
      if (result !== '' && result !== 0) wrong += 1;
      const gap = sum.at.kind === 'amount' ? `ROUND(${bare},8)` : bare;
      draft.work(at, `IF(OR(${choice}="${BLANKS_ARE_ZERO}",${given}),${gap},"")`, result, 'computed', 'General');
      return at;
    });
    for (const range of rangesOf(slots)) {
      ranges.push(range);
      const [first] = range.split(':');
      draft.warn(range, `AND(ISNUMBER(${first}),${first}<>0)`);
    }
    row += 1;
  }
  return { ranges, wrong, end: row };
}
