import { legible, plainHeading, plainParagraph } from '../compose/plain-blocks.js';
import type { Block, Document, TitleLine } from '../model/document.js';
import { cellTables } from './cell-table.js';
import { chartTables } from './chart-table.js';
import type { ComparedReport, Comparison } from './comparison.js';
import { summaryLines } from './comparison-summary.js';
import { distinct } from './distinct.js';
import { FRAME } from './frame-texts.js';
import { textBlocks } from './text-blocks.js';

/** As many names as a title has room for. */
const MOST_NAMED = 2;

/** The years of a comparison in words: 2023年、2024年; 2020年至2024年. */
function yearsOf(reports: readonly ComparedReport[]): string {
  const years = distinct(reports.map(({ year }) => `${year}年`));
  return years.length > MOST_NAMED ? `${years[0]}至${years.at(-1)}` : years.join('、');
}

/** Whose reports they are, in the words of a title. */
function agenciesOf({ kind, reports }: Comparison): string {
  const names = distinct(reports.map(({ agency }) => legible(agency)));
  if (kind !== 'agencies') return names.at(-1) ?? '';
  return names.length > MOST_NAMED ? `${names.length}个机关` : names.join('、');
}

/** The phrases of the title. */
function titleOf(comparison: Comparison): TitleLine {
  const { kind, reports } = comparison;
  const name = legible(reports.at(-1)?.kind ?? '');
  const what = kind === 'versions' ? `${reports.length}份比较` : '比较';
  return [[agenciesOf(comparison)], [yearsOf(reports)], [name, what]];
}

function chartBlocks(comparison: Comparison): readonly Block[] {
  const { charts } = comparison;
  if (charts.length === 0) return [];
  return [
    plainHeading('图表'),
    ...charts.flatMap((chart) => [
      plainHeading(`${chart.title}（${chart.unit}）`, 2),
      ...chartTables(chart, comparison),
    ]),
  ];
}

function sectionBlocks(comparison: Comparison): readonly Block[] {
  return comparison.sections.flatMap((section) => {
    const isFrame = section.key === FRAME.key;
    if (isFrame && section.texts.every(({ paragraphs }) => paragraphs.length === 0)) return [];
    const blocks = [...cellTables(section, comparison), ...textBlocks(section, comparison)];
    return blocks.length === 0 ? [] : [plainHeading(section.heading), ...blocks];
  });
}

/**
 * A comparison as a document, in the same formats as reports: what is different in a few lines, charts with their figures, then for
 * each section its figures and its texts. Pages draw the charts; other formats have their figures.
 */
export function composeComparison(comparison: Comparison): Document {
  const title = titleOf(comparison);
  const { reports } = comparison;
  const kind = legible(reports.at(-1)?.kind ?? '');
  return {
    meta: {
      title: title.flat().join(''),
      author: agenciesOf(comparison),
      subject: `${kind}比较`,
      keywords: [kind, '比较', ...distinct(reports.map(({ year }) => `${year}年`))],
      language: 'zh-CN',
      date: reports.at(-1)?.date,
    },
    blocks: [
      { kind: 'title', lines: [title], path: [] },
      plainHeading('概要'),
      ...summaryLines(comparison).map((line) => plainParagraph(line)),
      ...chartBlocks(comparison),
      ...sectionBlocks(comparison),
    ],
  };
}
