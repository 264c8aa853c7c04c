import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { MOST_COLUMNS, MOST_ROWS } from './covered-table.js';
import { loss } from './loss.js';

/** A table of which only the beginning was read. */
export const longTable = (rows: number, at: string, file: string): Diagnostic =>
  loss('unplaced', file, {
    message: `表格太长，只读了前 ${MOST_ROWS} 行`,
    found: `${rows} 行`,
    at,
    hint: '报告的表格没有这样长；核对是不是选错了文件',
  });

/** A row of which only the beginning was read. */
export const wideRow = (cells: number, at: string, file: string): Diagnostic =>
  loss('unplaced', file, {
    message: `表格太宽，只读了前 ${MOST_COLUMNS} 格`,
    found: `${cells} 格`,
    at,
    hint: '报告的表格没有这样宽；核对是不是选错了文件',
  });
