import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { WrittenSheet } from './engine.js';

const HELD = /<row r="(\d+)"( ht="[^"]*") customHeight="1"/g;

/**
 * A workbook in which the rows that grow are as high as they are, and become as high as what is typed into them. The spreadsheet package
 * writes every height as one that holds, whatever is typed.
 */
export function withGrowingRows(bytes: Uint8Array, sheets: readonly WrittenSheet[]): Uint8Array {
  const parts = unzipSync(bytes);
  sheets.forEach(({ growingRows }, i) => {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    const part = parts[name];
    if (part === undefined || growingRows.size === 0) return;
    const freed = strFromU8(part).replace(HELD, (row, number, height) =>
      growingRows.has(Number(number) - 1) ? `<row r="${number}"${height}` : row,
    );
    parts[name] = strToU8(freed);
  });
  return zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' });
}
