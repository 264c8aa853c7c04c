import type { FactsOf } from '../diagnostics/codes.js';
import { type Circumstances, type Diagnostic, diagnostic, type PlaceInReport } from '../diagnostics/diagnostic.js';
import { firstFew } from '../diagnostics/first-few.js';
import { type Form, headingOf } from '../form/form.js';
import { noteOf } from '../table/noted.js';
import type { RolledCell } from './add-up.js';
import type { State } from './contributions.js';
import { whyBlank } from './gap-words.js';

const placeOf = ({ path, label }: Pick<RolledCell, 'path' | 'label'>): PlaceInReport => ({ path, label });

/** `甲、乙、丙等 23 格` */
export function namesOf(cells: readonly Pick<RolledCell, 'label'>[]): string {
  const names = cells.map(({ label }) => label);
  return firstFew(names, '格');
}

/** The cells of one agency and table. */
type Cells = FactsOf<'rollup/blank'> extends infer F ? Omit<F, 'isZero'> : never;

type Tell = (cells: Cells, where: Partial<Circumstances>) => Diagnostic;

const tellBlank =
  (isZero: boolean): Tell =>
  (cells, where) =>
    diagnostic('rollup/blank', { ...cells, isZero }, { ...where, severity: isZero ? 'warning' : 'error' });

const tellMissing =
  (cause: 'unread' | 'absent'): Tell =>
  (cells, where) =>
    diagnostic('rollup/missing', { cause, ...cells }, where);

/** Findings about cells in one state: one for each agency and table, which lists its cells. */
function gathered(cells: readonly RolledCell[], form: Form, wanted: State, tell: Tell): readonly Diagnostic[] {
  const groups = new Map<string, { agency: string; table: string; cells: RolledCell[] }>();
  for (const cell of cells) {
    for (const { agency, state } of cell.contributions) {
      if (state !== wanted) continue;
      const key = `${agency}\0${cell.table}`;
      const group = groups.get(key) ?? { agency, table: cell.table, cells: [] };
      group.cells.push(cell);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ agency, table, cells: all }) => {
    const facts = { agency, heading: headingOf(form, table), cells: all.map(({ label }) => label) };
    return tell(facts, { path: [table], places: all.map(placeOf) });
  });
}

/** What agencies left blank, could not be read, or do not have. */
export const openCells = (cells: readonly RolledCell[], form: Form, blankAsZero: boolean): readonly Diagnostic[] => [
  ...gathered(cells, form, 'blank', tellBlank(blankAsZero)),
  ...gathered(cells, form, 'unread', tellMissing('unread')),
  ...gathered(cells, form, 'absent', tellMissing('absent')),
];

/** Cells that all have given, and that make no sum. */
export const unsummable = (cells: readonly RolledCell[]): readonly Diagnostic[] =>
  cells.flatMap((cell) => {
    if (cell.why === undefined) return [];
    return [
      diagnostic('rollup/units', { cause: cell.why, name: cell.label, given: whyBlank(cell) ?? '' }, placeOf(cell)),
    ];
  });

/** Notes in cells, which belong to one agency and not to the whole. */
export const lostNotes = (cells: readonly RolledCell[]): readonly Diagnostic[] =>
  cells.flatMap((cell) => {
    const noted = cell.contributions.filter(({ values }) => noteOf(values[0]) !== undefined);
    if (noted.length === 0) return [];
    return [
      diagnostic(
        'rollup/note',
        {
          name: cell.label,
          notes: noted.map(({ agency, values }) => ({ agency, note: noteOf(values[0]) ?? '' })),
        },
        { ...placeOf(cell), severity: 'note' },
      ),
    ];
  });
