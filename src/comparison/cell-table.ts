import { legible } from '../compose/legible.js';
import type { Block } from '../model/document.js';
import { type FurtherTable, furtherTable } from '../table/further.js';
import type { CellChange, ComparedCell, ComparedSection, ComparedValue, Comparison, Step } from './comparison.js';

/** So many reports stand beside the first in one table; more make further tables. */
const MOST_STEPS = 3;

/** What the columns of a difference are called. */
const WORDS: { readonly [K in Comparison['kind']]: readonly [difference: string, share: string] } = {
  years: ['增减', '增幅'],
  agencies: ['相差', '相差比例'],
  versions: ['相差', '相差比例'],
};

const ZERO = /^-?0(?:\.0*)?$/u;

const isNothing = (value: ComparedValue | null): boolean => value === null || ZERO.test(value.value ?? '');

const withUnit = (value: string, unit: string, label: string): string =>
  unit === '' || label.includes(unit) ? value : `${value}（${unit}）`;

/** What a report has in a cell, as it is printed. */
function valueText(value: ComparedValue | null | undefined, label: string): string {
  if (value === null || value === undefined) return '—';
  if (value.value === null) return '空白';
  const note = value.note === '' ? '' : `（${value.note}）`;
  return legible(withUnit(value.value, value.unit, label) + note);
}

const signed = (value: string): string => (value.startsWith('-') || value === '0' ? value : `+${value}`);

function changeTexts(change: CellChange | undefined, label: string): readonly [string, string] {
  if (change === undefined || change.status === 'incomparable') return ['不可比', ''];
  const { status, difference, share } = change;
  if (difference === undefined) return [status === 'same' ? '相同' : '不同', ''];
  const percent = share === undefined || status === 'same' ? '' : `${signed(share)}%`;
  return [withUnit(signed(difference.value), difference.unit ?? '', label), percent];
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Why cells could not be compared, each reason once with the number of cells. */
function reasons(cells: readonly ComparedCell[]): readonly string[] {
  const whys = cells.flatMap(({ changes }) =>
    distinct(changes.flatMap((change) => (change.status === 'incomparable' ? [change.why] : []))),
  );
  return distinct(whys).map((why) => `不可比 ${whys.filter((one) => one === why).length} 格：${why}。`);
}

/** A table of some steps that have the same report before them, or follow each other. */
function tableOf(cells: readonly ComparedCell[], steps: readonly Step[], comparison: Comparison): Block {
  const { kind, reports } = comparison;
  const labelAt = (i: number) => legible(reports[i]?.label ?? '');
  const first = steps[0]?.from ?? 0;
  const [difference, share] = WORDS[kind];
  const columns: FurtherTable['columns'] = [
    { label: labelAt(first), width: 5 },
    ...steps.map(({ to }) => ({
      label: labelAt(to),
      columns: [
        { label: '数值', width: 5 },
        { label: difference, width: 5 },
        { label: share, width: 5 },
      ],
    })),
  ];
  const rows = cells.map(({ label, values, changes }) => {
    const sides = steps.flatMap((step) => [
      valueText(values[step.to], label),
      ...changeTexts(changes[comparison.steps.indexOf(step)], label),
    ]);
    return { label: legible(label), values: [valueText(values[first], label), ...sides] };
  });
  return furtherTable({ stubhead: '项目', columns, rows }, []);
}

/** The figures of a section: tables of the cells that have any, and what is told of the others. */
export function cellTables(
  { cells }: ComparedSection,
  comparison: Comparison,
  paragraph: (text: string) => Block,
): readonly Block[] {
  if (cells.length === 0) return [];
  const listed = cells.filter(({ values }) => !values.every(isNothing));
  const unlisted = cells.length - listed.length;
  const { steps } = comparison;
  const parts = Array.from({ length: Math.ceil(steps.length / MOST_STEPS) }, (_, i) =>
    steps.slice(i * MOST_STEPS, (i + 1) * MOST_STEPS),
  );
  return [
    ...(listed.length === 0 ? [] : parts.map((part) => tableOf(listed, part, comparison))),
    ...(unlisted === 0 ? [] : [paragraph(`${listed.length === 0 ? '' : '另有'} ${unlisted} 格各份都是 0，没有列出。`)]),
    ...reasons(listed).map(paragraph),
  ];
}
