import { type Diagnostic, diagnostic, type PlaceInReport } from '../diagnostics/diagnostic.js';
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

/** What is told of the cells of one agency and table. */
type Facts = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'>;

type Tell = (agency: string, heading: string, count: number) => Facts;

const blankFacts =
  (blankAsZero: boolean): Tell =>
  (agency, heading, count) => ({
    code: 'rollup/blank',
    severity: blankAsZero ? 'warning' : 'error',
    message: `“${agency}”的报告，${heading}：有 ${count} 格留空，${blankAsZero ? '按 0 计入' : '这些格没有合计'}`,
    hint: '请这个机关补填，没有的填 0；确实都是 0 的，加 --blank-as-zero 汇总',
  });

const unreadFacts: Tell = (agency, heading, count) => ({
  code: 'rollup/missing',
  severity: 'error',
  message: `“${agency}”的报告，${heading}：有 ${count} 格没有读到，这些格没有合计`,
  hint: '对照原件，用 nianbao read 读成数据补上再汇总；没有读到的不按 0 计',
});

const absentFacts: Tell = (agency, heading, count) => ({
  code: 'rollup/missing',
  severity: 'error',
  message: `“${agency}”的报告没有这一部分：${heading}，${count} 格没有合计`,
  hint: '请这个机关补报这一部分',
});

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
    const { code, ...facts } = tell(agency, headingOf(form, table), all.length);
    return diagnostic(code, { ...facts, path: [table], found: namesOf(all), places: all.map(placeOf) });
  });
}

/** What agencies left blank, could not be read, or do not have. */
export const openCells = (cells: readonly RolledCell[], form: Form, blankAsZero: boolean): readonly Diagnostic[] => [
  ...gathered(cells, form, 'blank', blankFacts(blankAsZero)),
  ...gathered(cells, form, 'unread', unreadFacts),
  ...gathered(cells, form, 'absent', absentFacts),
];

/** Cells that all have given, and that make no sum. */
export const unsummable = (cells: readonly RolledCell[]): readonly Diagnostic[] =>
  cells.flatMap((cell) => {
    if (cell.why === undefined) return [];
    return [
      diagnostic('rollup/units', {
        ...placeOf(cell),
        message: `${cell.label} 没有合计`,
        found: whyBlank(cell) ?? '',
        expected: cell.why === 'units' ? '能互相换算的单位' : '不大于 9007199254740991',
        hint: cell.why === 'units' ? '各机关用同一单位，如 万元' : '核对各机关的数字',
      }),
    ];
  });

/** Notes in cells, which belong to one agency and not to the whole. */
export const lostNotes = (cells: readonly RolledCell[]): readonly Diagnostic[] =>
  cells.flatMap((cell) => {
    const noted = cell.contributions.filter(({ values }) => noteOf(values[0]) !== undefined);
    if (noted.length === 0) return [];
    return [
      diagnostic('rollup/note', {
        ...placeOf(cell),
        severity: 'note',
        message: `${cell.label} 的格内注没有写进合计`,
        found: noted.map(({ agency, values }) => `${agency}：${noteOf(values[0])}`).join('；'),
        hint: '需要的，自己写进汇总的报告',
      }),
    ];
  });
