import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import type { Field } from '../../workbook/fields.js';
import type { Area, Slot } from '../../workbook/references.js';
import type { SeenCell } from '../xlsx/seen-cell.js';

/** A field of a workbook of ours with what its cells show. */
export interface FilledField extends Pick<Field, 'kind' | 'shapes' | 'more'> {
  readonly path: Path;
  /** Row by row; none if its sheet or its cells were deleted. */
  readonly cells: readonly (readonly SeenCell[])[];
  /** Where its cells are; undefined if they are gone. */
  readonly area: Area | undefined;
  /** A cell of its sheet, whatever it belongs to. */
  readonly seen: (slot: Slot) => SeenCell;
  /** Where a cell is: `三!D7`. */
  readonly at: (row: number, column: number) => string | undefined;
}

/** A workbook of ours as it was filled in. */
export interface FilledWorkbook {
  /** The id of its form, as its map says. */
  readonly edition: string;
  /** Whether a later version of this program made it. */
  readonly isNewer: boolean;
  readonly fields: readonly FilledField[];
  /** What is told of its sheets: other names, cells that have moved, what is hidden. */
  readonly losses: readonly Diagnostic[];
  /** What it shows besides the form: copies of its sheets, sheets of somebody else's, texts and figures around the cells of the form. */
  readonly outside: readonly Diagnostic[];
}
