import { isListed } from './cell-texts.js';
import type { ComparedSection, Comparison } from './comparison.js';
import { changeCounts } from './text-changes-told.js';

/** How many of the cells that are listed are different, and how many cannot be compared, in any step. */
function cellCounts({ cells }: ComparedSection): readonly string[] {
  const listed = cells.filter(isListed);
  const count = (status: string) =>
    listed.filter(({ changes }) => changes.some((change) => change.status === status)).length;
  const [changed, incomparable] = [count('changed'), count('incomparable')];
  return [changed === 0 ? '' : `${changed}格不同`, incomparable === 0 ? '' : `${incomparable}格不可比`];
}

/** What is different in a section; empty if nothing is. */
function sectionSummary(section: ComparedSection): string {
  const paragraphs = section.texts.flatMap((changes) => changes.paragraphs);
  const parts = [...cellCounts(section), changeCounts(paragraphs)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${section.heading}：${parts.join('，')}。`;
}

/** What each report is called where all are listed. */
const NAMES: { readonly [K in Comparison['kind']]: (agency: string, label: string) => string } = {
  years: (agency, label) => agency + label,
  agencies: (agency) => agency,
  versions: (agency, label) => `${agency}（${label}）`,
};

/** A comparison in a few lines: what was compared, and section by section how much is different. */
export function summaryLines({ kind, reports, sections }: Comparison): readonly string[] {
  const names = reports.map(({ label, agency }) => NAMES[kind](agency, label));
  const differences = sections.map(sectionSummary).filter((line) => line !== '');
  return [
    `比较了${reports.length}份报告：${names.join('；')}。`,
    ...(differences.length === 0 ? ['各表数字和文字都没有不同。'] : differences),
  ];
}
