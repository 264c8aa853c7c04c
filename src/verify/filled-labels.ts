import { type Form, headingOf } from '../form/form.js';
import type { Block, Cell, Document, Table } from '../model/document.js';
import type { FilledField, FilledWorkbook } from '../readers/neutral/filled-workbook.js';
import { type Slot, slotPlace } from '../workbook/references.js';
import { flatOf, type ShownCell } from './shown-part.js';
import type { ShownInstead } from './signed-parts.js';

type Shown = readonly [Cell | Block, ShownCell];

const shownAt = ({ area, seen }: FilledField, slot: Slot): ShownCell => ({
  text: seen(slot).text,
  at: slotPlace(area?.sheet ?? '', slot),
});

const isFigure = ({ role }: Cell): boolean => role === 'figure' || role === 'noted';

/** The figure that a label stands beside or above: the nearest of those that do not stand above it. */
function nearest({ row, column }: Cell, figures: readonly Cell[]): Cell | undefined {
  const far = (figure: Cell) => (figure.row - row) * 1000 + Math.abs(figure.column - column);
  return figures.filter((figure) => figure.row >= row).toSorted((a, b) => far(a) - far(b))[0];
}

/** The labels of a table as its sheet shows them, each as far from its figure as the form has it. */
function labelsOf({ cells }: Table, fields: ReadonlyMap<string, FilledField>): readonly Shown[] {
  const fieldOf = ({ path }: Cell) => fields.get(path.join('.'));
  const figures = cells.filter((cell) => isFigure(cell) && fieldOf(cell) !== undefined);
  return cells.flatMap((cell): readonly Shown[] => {
    const figure = isFigure(cell) ? undefined : nearest(cell, figures);
    const field = figure && fieldOf(figure);
    if (figure === undefined || field?.area === undefined) return [];
    const row = field.area.row + cell.row - figure.row;
    const column = field.area.column + cell.column - figure.column;
    return [[cell, shownAt(field, { row, column })]];
  });
}

/** The heading of a sheet, if it is no longer that of the form; a heading of the report's own stands elsewhere. */
function headingIn(heading: Block, key: string, form: Form, field: FilledField | undefined): readonly Shown[] {
  if (field === undefined) return [];
  const shown = shownAt(field, { row: 0, column: 0 });
  return flatOf(shown.text) === flatOf(headingOf(form, key)) ? [] : [[heading, shown]];
}

/** What the sheets of a workbook of ours show around the figures of the statutory tables: the labels, and headings that were changed. */
export function shownLabels({ blocks }: Document, form: Form, { fields }: FilledWorkbook): ShownInstead {
  const held = new Map(
    fields.flatMap((field) => (field.area === undefined ? [] : [[field.path.join('.'), field] as const])),
  );
  const shown = blocks.flatMap((block) => {
    const [first, second] = block.path.map(String);
    if (block.kind === 'table') return Object.hasOwn(form.tables, first ?? '') ? labelsOf(block, held) : [];
    return block.kind === 'heading' && first === 'headings' && second !== undefined
      ? headingIn(block, second, form, held.get(second))
      : [];
  });
  return new Map(shown);
}
