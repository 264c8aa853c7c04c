import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { MOST_COLUMNS, MOST_ROWS } from './covered-table.js';
import { loss } from './loss.js';

/** A table of which only the beginning was read. */
export const longTable = (rows: number, at: string, file: string): Diagnostic =>
  loss('unplaced', { cause: 'table-too-long', count: rows, most: MOST_ROWS }, { file, at });

/** A row of which only the beginning was read. */
export const wideRow = (cells: number, at: string, file: string): Diagnostic =>
  loss('unplaced', { cause: 'row-too-wide', count: cells, most: MOST_COLUMNS }, { file, at });
