import type { Form } from '../form/form.js';
import type { Roll } from '../form/rolls.js';
import { dataCells, valueAt } from '../table/cells.js';
import { exactSum, sumValue } from '../table/exact-sum.js';
import { bareFigure } from '../table/noted.js';
import { leafOf } from '../table/spec.js';
import { figureContent } from './figure-content.js';
import { cellName, fixedName } from './references.js';
import type { SheetDraft } from './sheet-draft.js';
import type { LastRow, PlacedTable } from './table-place.js';

interface Sources {
  readonly form: Form;
  readonly key: string;
  readonly data: unknown;
  readonly previous: unknown;
}

/** What last year's report says for a figure that continues it; nothing if it does not say it. */
function lastFigure({ terms }: Roll, previous: unknown) {
  const last = terms.filter(({ of }) => of === 'previous');
  const figures = last.map(({ path }) => bareFigure(valueAt(previous, path.split('.')) ?? null));
  const sum = exactSum(
    figures,
    last.map(({ sign }) => sign),
  );
  return sum && sumValue(sum);
}

/** What last year's row is called: by the rows of last year's report that it sums up. */
function labelOf({ form, previous }: Sources, { rolls }: LastRow): string {
  const paths = new Set(rolls.flatMap(({ terms }) => terms.flatMap(({ of, path }) => (of === 'previous' ? path : []))));
  const labels = Object.entries(form.tables).flatMap(([key, spec]) =>
    dataCells(spec).flatMap(({ path, row, label }) => {
      if (!paths.has([key, ...path].join('.'))) return [];
      return [rolls.length > 1 && row.length > 0 ? leafOf(row).label : label];
    }),
  );
  const year = valueAt(previous, ['year']);
  return `${typeof year === 'number' ? `${year} 年` : '上年'}报告：${[...new Set(labels)].join('、')}`;
}

/** The sum that the terms give, as a formula. */
function expected({ terms }: Roll, last: string, placed: PlacedTable): string {
  const own = terms.flatMap(({ of, path, sign }) => {
    const slot = of === 'report' ? placed.slots.get(path) : undefined;
    return slot ? [`${sign > 0 ? '+' : '-'}N(${fixedName(slot)})`] : [];
  });
  return `${last}${own.join('')}`;
}

/**
 * Puts last year's figures below the rows that continue them, and colours a figure that does not agree with them. A figure of another
 * table, which the sheet cannot see, is left to the check.
 */
export function putLastYear(draft: SheetDraft, placed: PlacedTable, sources: Sources): void {
  for (const last of placed.lastRows) {
    const label = labelOf(sources, last);
    for (let column = placed.stubs; column < placed.columns; column++)
      draft.put({ row: last.row, column }, null, 'last');
    draft.put({ row: last.row, column: last.labelColumn }, label, 'last', { columns: last.labelColumns });
    for (const roll of last.rolls) {
      const at = placed.slots.get(roll.at);
      const figure = lastFigure(roll, sources.previous);
      if (at === undefined || figure === undefined) continue;
      const slot = { row: last.row, column: at.column };
      draft.put(slot, figureContent(figure, 'amount'), 'lastFigure');
      if (roll.terms.some(({ of, path }) => of === 'report' && !placed.slots.has(path))) continue;
      const here = fixedName(at);
      draft.warn(
        cellName(at),
        `AND(ISNUMBER(${here}),ROUND(${here}-(${expected(roll, fixedName(slot), placed)}),8)<>0)`,
      );
    }
  }
}
