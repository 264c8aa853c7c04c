import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { dataCells } from '../table/cells.js';
import { nest } from '../table/complete.js';
import type { CellValue } from '../table/data.js';
import type { TableSpec } from '../table/spec.js';
import { BLANKS_ARE_ZERO } from '../workbook/fields.js';
import { isTotalFormula, summed, totalsOf } from '../workbook/total-formulas.js';
import { figureIn } from './filled-figures.js';
import { bare, keyOf, seenIn, type TableFields, tellChoice, tellStale, tellZeros } from './told-of-table.js';

/** A statutory table as it was filled in. */
interface FilledTable {
  readonly data: object;
  /** Whether no cell of it has a figure. */
  readonly isBlank: boolean;
  readonly losses: readonly Diagnostic[];
}

/** Totals as the form has them from figures that are all known, over those that follow from other totals. */
function workOut(spec: TableSpec, pending: ReadonlySet<string>, values: Map<string, CellValue | undefined>): void {
  const totals = totalsOf(spec);
  const left = new Set(pending);
  for (let size = left.size + 1; left.size > 0 && left.size < size; ) {
    size = left.size;
    for (const key of [...left]) {
      const sum = totals.get(key);
      if (sum?.left.some((part) => left.has(keyOf(part)))) continue;
      if (sum)
        values.set(
          key,
          summed(sum, (part) => values.get(keyOf(part))),
        );
      left.delete(key);
    }
  }
}

/** Reads the cells of a table. Totals that have a formula are worked out here, whatever the file has stored for them. */
export function tableIn(table: TableFields): FilledTable {
  const { key, spec, fields, file } = table;
  const choice = fields.find(({ kind }) => kind === 'blanks');
  const isZero = choice !== undefined && bare(seenIn(choice).text) === bare(BLANKS_ARE_ZERO);
  const byPath = new Map(fields.map((field) => [field.path.slice(1).join('.'), field]));
  const values = new Map<string, CellValue | undefined>();
  const losses: Diagnostic[] = [];
  const pending = new Set<string>();
  const isTotal = totalsOf(spec);
  let zeros = 0;
  let isBlank = true;
  for (const cell of dataCells(spec)) {
    const field = byPath.get(keyOf(cell));
    if (field === undefined) continue;
    const seen = seenIn(field);
    if (field.shapes.includes('total') && isTotalFormula(seen.formula)) {
      pending.add(keyOf(cell));
      continue;
    }
    const { value, told } = figureIn(seen, { kind: cell.kind, shapes: field.shapes, file, at: field.at(0, 0) });
    if (told) losses.push({ ...told, path: [key, ...cell.path], label: cell.label });
    if (value !== null) isBlank = false;
    const isFilled = value === null && isZero && told === undefined;
    if (isFilled && isTotal.has(keyOf(cell))) pending.add(keyOf(cell));
    else values.set(keyOf(cell), isFilled ? 0 : value);
    if (isFilled) zeros += 1;
  }
  workOut(spec, pending, values);
  const stale = dataCells(spec).flatMap((cell) => {
    const field = byPath.get(keyOf(cell));
    return field && pending.has(keyOf(cell)) ? tellStale(cell, field, values.get(keyOf(cell)) ?? null, table) : [];
  });
  return {
    data: nest(dataCells(spec), (cell) => values.get(keyOf(cell))),
    isBlank: isBlank && !isZero,
    losses: [...tellChoice(choice, table), ...losses, ...stale, ...tellZeros(zeros, table)],
  };
}
