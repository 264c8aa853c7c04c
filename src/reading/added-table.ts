import { isVisible } from '../characters/white-space.js';
import type { Form } from '../form/form.js';
import { greatest } from '../limits/extremes.js';
import type { FilledField } from '../readers/neutral/filled-workbook.js';
import { excerpt, loss } from '../readers/neutral/loss.js';
import { BLANK, type SeenCell } from '../readers/xlsx/seen-cell.js';
import { valueAt } from '../table/cells.js';
import type { FurtherTable } from '../table/further.js';
import { type FieldContext, put, tellFault } from './filled-values.js';

// The room for one more table: the section it belongs to, its name, a grid with heads and labels, and its note.
const [SECTION, CAPTION, GRID] = [0, 1, 2];

const isFilled = ({ text }: SeenCell): boolean => isVisible(text);

/** The grid without the rows and columns in which nothing stands. */
function gridOf(cells: FilledField['cells']): readonly (readonly SeenCell[])[] {
  const rows = cells.slice(GRID, -1).filter((row) => row.some(isFilled));
  const width = greatest(
    rows.map((row) => row.findLastIndex(isFilled) + 1),
    0,
  );
  return rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? BLANK));
}

const contentOf = ({ text, number }: SeenCell): string | number | null => (isVisible(text) ? (number ?? text) : null);

function tableOf(grid: readonly (readonly SeenCell[])[], caption: string, note: string): FurtherTable | undefined {
  const [head = [], ...rows] = grid;
  const isLabelled = rows.some((row) => row[0] !== undefined && isFilled(row[0]) && row[0].number === undefined);
  const from = isLabelled ? 1 : 0;
  const columns = head.slice(from).map(({ text }, i) => (isVisible(text) ? text : `第${i + 1}列`));
  if (columns.length === 0) return undefined;
  const [stub] = head;
  return {
    ...(isVisible(caption) && { caption }),
    ...(isLabelled && stub && isFilled(stub) && { stubhead: stub.text }),
    columns,
    rows: rows.map((row) => ({
      ...(isLabelled && row[0] && isFilled(row[0]) && { label: row[0].text }),
      values: row.slice(from).map(contentOf),
    })),
    ...(isVisible(note) && { note }),
  };
}

/** Adds a table that the clerk has put into the room for one, to the tables of its section. */
export function addedTable(
  { cells, at }: FilledField,
  form: Form | undefined,
  report: object,
  places: Map<string, string>,
  context: FieldContext,
): void {
  const { file, tell } = context;
  cells.forEach((row, i) => {
    row.forEach((cell, j) => {
      tellFault(cell, at(i, j), context);
    });
  });
  const [caption, note, chosen] = [cells[CAPTION]?.[1], cells.at(-1)?.[1], cells[SECTION]?.[1]];
  const grid = gridOf(cells);
  if (grid.length === 0 && !isVisible(caption?.text ?? '')) return;
  const table = tableOf(grid, caption?.text ?? '', note?.text ?? '');
  const wanted = chosen?.text.trim() ?? '';
  const section = form?.sections.find(({ key, heading }) => heading.replaceAll(',', '，') === wanted || key === wanted);
  if (section === undefined || table === undefined) {
    const text = excerpt(
      caption?.text ||
        grid
          .flat()
          .map(({ text }) => text)
          .join(' '),
    );
    tell(
      loss(
        'unplaced',
        { cause: section === undefined ? 'added-without-section' : 'added-without-head', text },
        { file, at: at(SECTION, 1) },
      ),
    );
    return;
  }
  const before = valueAt(report, ['tables', section.key]);
  const index = Array.isArray(before) ? before.length : 0;
  const path = ['tables', section.key, index];
  put(report, path, table);
  places.set(path.join('.'), at(SECTION, 0) ?? '');
}
