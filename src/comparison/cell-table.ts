import { legible, plainParagraph } from '../compose/plain-blocks.js';
import type { Block } from '../model/document.js';
import { type FurtherTable, furtherTable } from '../table/further.js';
import { changeTexts, isListed, valueText, widthFor } from './cell-texts.js';
import type { CellRow, ComparedSection, Comparison, Step } from './comparison.js';
import { distinct } from './distinct.js';
import { inGroups } from './in-groups.js';
import { wrappable } from './wrappable.js';

/** So many reports stand beside the first in one table; more make further tables. */
const MOST_STEPS = 3;

/** A step, and its place among all. */
interface NumberedStep {
  readonly step: Step;
  readonly at: number;
}

/** Widths in characters: of all columns of figures in a table, and of the least one of them. */
const ROOM = 45;
const LEAST = 4.5;

interface Widths {
  readonly figure: number;
  readonly share: number;
}

/** What the columns of a difference are called. */
const WORDS: { readonly [K in Comparison['kind']]: readonly [difference: string, share: string] } = {
  years: ['增减', '增幅'],
  agencies: ['相差', '相差比例'],
  versions: ['相差', '相差比例'],
};

/** Why cells could not be compared, each reason once with the number of cells. */
function reasons(cells: readonly CellRow[]): readonly string[] {
  const whys = cells.flatMap(({ changes }) =>
    distinct(changes.flatMap((change) => (change.status === 'incomparable' ? [change.why] : []))),
  );
  return distinct(whys).map((why) => `不可比${whys.filter((one) => one === why).length}格：${why}。`);
}

/** A row of a table: what it is called, what the report before has, and for each step value, difference and share. */
interface Row {
  readonly label: string;
  readonly values: readonly string[];
}

function rowOf({ label, values, changes }: CellRow, from: number, steps: readonly NumberedStep[]): Row {
  const sides = steps.flatMap(({ step, at }) => [
    valueText(values[step.to], label),
    ...(values[step.from] || values[step.to] ? changeTexts(changes[at], label) : ['', '']),
  ]);
  return { label: wrappable(legible(label), 16), values: [valueText(values[from], label), ...sides] };
}

/** A table of some steps that have the same report before them, or follow each other. */
function tableOf(
  cells: readonly CellRow[],
  steps: readonly NumberedStep[],
  { kind, reports }: Comparison,
  { figure: width, share: shareWidth }: Widths,
  description: string,
): Block {
  // The head of a step spans three columns.
  const headOf = (i: number, longest: number) => wrappable(legible(reports[i]?.label ?? ''), longest);
  const from = steps[0]?.step.from ?? 0;
  const [difference, share] = WORDS[kind];
  const columns: FurtherTable['columns'] = [
    { label: headOf(from, 8), width },
    ...steps.map(({ step }) => ({
      label: headOf(step.to, 20),
      columns: [
        { label: '数值', width },
        { label: difference, width },
        { label: share, width: shareWidth },
      ],
    })),
  ];
  const rows = cells.map((cell) => rowOf(cell, from, steps));
  return { ...furtherTable({ stubhead: '项目', columns, rows }, []), description };
}

const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, widthFor(text)), LEAST);

/** The widths of the columns of figures and of shares, in characters. */
function widthsFor(cells: readonly CellRow[]): Widths {
  const changes = cells.flatMap((cell) => cell.changes.map((change) => changeTexts(change, cell.label)));
  const values = cells.flatMap(({ label, values: all }) => all.map((value) => valueText(value, label)));
  return {
    figure: widest([...values, ...changes.map(([difference]) => difference)]),
    share: widest(changes.map(([, share]) => share)),
  };
}

/** As many steps as have room beside each other, in tables that follow each other, each with the cells that its reports have. */
function tablesOf(cells: readonly CellRow[], title: string, comparison: Comparison): readonly Block[] {
  const steps = comparison.steps.map((step, at) => ({ step, at }));
  const widths = widthsFor(cells);
  const room = Math.floor((ROOM - widths.figure) / (2 * widths.figure + widths.share));
  const most = Math.max(1, Math.min(MOST_STEPS, room));
  return inGroups(steps, most).map((group, i, all) => {
    const description = `${legible(title)}：各格数值和差${all.length > 1 ? `（${i + 1}／${all.length}）` : ''}`;
    const isThere = ({ values }: CellRow) => group.some(({ step }) => values[step.from] || values[step.to]);
    return tableOf(cells.filter(isThere), group, comparison, widths, description);
  });
}

/** The figures of a section: tables of the cells that have any, and what is told of the others. */
export function cellTables({ cells, heading }: ComparedSection, comparison: Comparison): readonly Block[] {
  if (cells.length === 0) return [];
  const listed = cells.filter(isListed);
  const unlisted = cells.filter((cell) => !isListed(cell));
  const nothing = unlisted.some(({ values }) => values.includes(null)) ? '0或没有这一格' : '0';
  return [
    ...(listed.length === 0 ? [] : tablesOf(listed, heading, comparison)),
    ...(unlisted.length === 0
      ? []
      : [plainParagraph(`${listed.length === 0 ? '' : '另有'}${unlisted.length}格各份都是${nothing}，没有列出。`)]),
    ...reasons(listed).map((text) => plainParagraph(text)),
  ];
}
