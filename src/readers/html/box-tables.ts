import { once } from '../../memo/once.js';
import { type Element, elementsOf } from '../neutral/markup.js';
import { nextOf, type PlacedCell, type PlacedRow } from './html-rows.js';
import type { PageStyles } from './page-styles.js';

/** Tables made of other elements than tables have: by what style sheets say (`display: table-row`), or by roles (`role="row"`). */

/** A table of boxes: its rows, and what stands in it and in no row. */
export interface BoxTable {
  readonly rows: readonly PlacedRow[];
  readonly beside: readonly Element[];
}

type Part = 'table' | 'rows' | 'foot' | 'row' | 'cell';

const ROLES: ReadonlyMap<string, Part> = new Map([
  ...['table', 'grid', 'treegrid'].map((role) => [role, 'table'] as const),
  ['rowgroup', 'rows'],
  ['row', 'row'],
  ...['cell', 'gridcell', 'columnheader', 'rowheader'].map((role) => [role, 'cell'] as const),
]);

const DISPLAYS: ReadonlyMap<string, Part> = new Map([
  ['table', 'table'],
  ['inline-table', 'table'],
  ['table-row-group', 'rows'],
  ['table-header-group', 'rows'],
  ['table-footer-group', 'foot'],
  ['table-row', 'row'],
  ['table-cell', 'cell'],
]);

/** What a page that has such tables says somewhere: most say nothing of the kind, and need not be looked through. */
const HINT = /table-row|role\s*=\s*["']?\s*row\b/i;

/** Fewer rows or cells lay out a page. */
const [FEWEST_ROWS, FEWEST_CELLS] = [2, 4];

const hasText = (child: Element | string): boolean => typeof child === 'string' && child.trim() !== '';

/** A table of boxes as it is gathered; loose text in it makes it none, because a browser lays that out in its own way. */
interface Growing {
  readonly rows: PlacedRow[];
  readonly feet: PlacedRow[];
  readonly beside: Element[];
  isLoose: boolean;
}

type PartOf = (element: Element) => Part | undefined;

/** Whether any of an element's insides is such a part; a table inside it has its own. */
function holds(element: Element, wanted: Part, partOf: PartOf): boolean {
  return elementsOf(element).some((child) => {
    const part = partOf(child);
    return part === wanted || (part !== 'table' && child.name !== 'table' && holds(child, wanted, partOf));
  });
}

/** The cells of a row, also inside elements that mean nothing; an element beside cells is one itself. */
function cellsIn(whole: Element, around: string, growing: Growing, partOf: PartOf): readonly PlacedCell[] {
  if (whole.children.some(hasText)) growing.isLoose = true;
  const counts = new Map<string, number>();
  return elementsOf(whole).flatMap((cell): readonly PlacedCell[] => {
    const element = `${around}${nextOf(cell.name, counts)}`;
    const isAround = partOf(cell) === undefined && holds(cell, 'cell', partOf);
    return isAround ? cellsIn(cell, `${element} > `, growing, partOf) : [{ cell, element }];
  });
}

function gather(
  whole: Element,
  { around, parts }: { readonly around: string; readonly parts: readonly Element[] },
  growing: Growing,
  partOf: PartOf,
): void {
  if (whole.children.some(hasText)) growing.isLoose = true;
  const counts = new Map<string, number>();
  for (const child of elementsOf(whole)) {
    const part = partOf(child);
    const element = `${around}${nextOf(child.name, counts)}`;
    if (part === 'row') {
      const isFoot = parts.some((one) => partOf(one) === 'foot');
      const cells = cellsIn(child, '', growing, partOf);
      (isFoot ? growing.feet : growing.rows).push({ row: child, parts, element, cells });
    } else if (part === 'cell') growing.isLoose = true;
    else if (part !== 'table' && child.name !== 'table' && holds(child, 'row', partOf))
      gather(child, { around: `${element} > `, parts: [...parts, child] }, growing, partOf);
    else growing.beside.push(child);
  }
}

const none = (): undefined => undefined;

/** Finds the tables of boxes of a page: asked of an element, the table that it is. */
export function boxTables(html: string, styles: PageStyles): (element: Element) => BoxTable | undefined {
  if (!HINT.test(html)) return none;
  const partOf = once((element: Element): Part | undefined => {
    if (/^(?:table|t(?:head|body|foot|r|d|h))$/.test(element.name)) return undefined;
    const role = ROLES.get((element.attributes.role ?? '').trim().toLowerCase());
    return role ?? DISPLAYS.get(styles.of(element).get('display') ?? '');
  });
  return once((element: Element): BoxTable | undefined => {
    if (partOf(element) !== 'table') return undefined;
    const growing: Growing = { rows: [], feet: [], beside: [], isLoose: false };
    gather(element, { around: '', parts: [] }, growing, partOf);
    const rows = [...growing.rows, ...growing.feet];
    const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (growing.isLoose || rows.length < FEWEST_ROWS || cells < FEWEST_CELLS) return undefined;
    return { rows, beside: growing.beside };
  });
}
