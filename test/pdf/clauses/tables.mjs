import { textOf } from './file.mjs';
import { readElements } from './structure.mjs';

/** ISO 14289-1, 7.5, and ISO 32000-1, 14.8.4.3.4: regular tables whose heads say whom they head. */

const spanOf = (/** @type {any} */ { dict }, /** @type {string} */ key) => dict.A?.[key] ?? 1;

/** @param {import('./structure.mjs').Element} table */
function gridFaults(table) {
  const rows = table.kids.filter(({ type }) => /^T(Head|Body)$/.test(type)).flatMap(({ kids }) => kids);
  /** @type {boolean[][]} */
  const taken = rows.map(() => []);
  /** @type {string[]} */
  const faults = [];
  for (const [r, { kids }] of rows.entries()) {
    let c = 0;
    for (const cell of kids) {
      while (taken[r][c]) c++;
      for (let y = r; y < r + spanOf(cell, 'RowSpan'); y++) {
        for (let x = c; x < c + spanOf(cell, 'ColSpan'); x++) {
          if (y >= rows.length) faults.push('a cell reaches below the table');
          else if (taken[y][x]) faults.push('cells lie on each other');
          else taken[y][x] = true;
        }
      }
    }
  }
  const widths = new Set(taken.map((row) => Array.from(row, Boolean).lastIndexOf(true) + 1));
  const hasHoles = taken.some((row) => Array.from(row, Boolean).includes(false));
  return [...faults, ...(widths.size === 1 && !hasHoles ? [] : ['rows are not of one length'])];
}

/** @param {import('./structure.mjs').Element} table */
function partFaults({ kids, dict }) {
  const order = kids.map(({ type }) => type).join(' ');
  const cells = kids.flatMap((part) => part.kids).flatMap((row) => row.kids);
  return [
    ...(/^(Caption )?(THead )?TBody$/.test(order) ? [] : [`parts are ${order}`]),
    ...(dict.A?.O === '/Table' && textOf(dict.A.Summary) !== '' ? [] : ['no Summary']),
    ...(cells.some(({ type }) => type === 'TH') ? [] : ['no heads']),
    ...cells
      .filter(({ type, dict: cell }) => type === 'TH' && !/^\/(Row|Column|Both)$/.test(cell.A?.Scope))
      .map(() => 'a TH without Scope'),
    ...cells.filter(({ type, dict: cell }) => type === 'TD' && cell.A?.Scope).map(() => 'a TD with Scope'),
    ...cells.filter(({ dict: cell }) => cell.A && cell.A.O !== '/Table').map(() => 'attributes of no owner'),
  ];
}

/** @param {import('./file.mjs').File} file */
export function tableFaults(file) {
  const tables = readElements(file).all.filter(({ type }) => type === 'Table');
  return tables.flatMap((table, i) =>
    [...partFaults(table), ...gridFaults(table)].map((fault) => `tables: table ${i + 1}: ${fault}`),
  );
}
