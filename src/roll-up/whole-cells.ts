import type { Form } from '../form/form.js';
import { once } from '../memo/once.js';
import { dataCells } from '../table/cells.js';
import type { CellKind } from '../table/spec.js';
import { unitOf } from '../table/stated-unit.js';

/** A cell of a form, as it is added up over agencies. */
export interface WholeCell {
  /** The key of its table. */
  readonly table: string;
  /** Where reports have it. */
  readonly path: readonly string[];
  /** The cell in the form's own words. */
  readonly label: string;
  /** What it may hold. */
  readonly kind: CellKind;
  /** The unit that its column states; empty if there is none. */
  readonly unit: string;
}

/** All cells of the tables of a form, in its order. */
export const wholeCells = once((form: Form): readonly WholeCell[] =>
  Object.entries(form.tables).flatMap(([table, spec]) =>
    dataCells(spec).map((cell) => {
      const { path, label, kind } = cell;
      return { table, path: [table, ...path], label, kind, unit: unitOf(cell) };
    }),
  ),
);
