import type { StatedSubject } from '../form/figure-words.js';
import type { Told } from './told.js';

/** What begins the parts of the number before. */
const OPENS = /其中|（|^：|包括|包含|^，?含/u;
/** The same within a clause only: what is told of several things behind a semicolon is told of those. */
const EACH = /^[^；]*分别(?:为|是|有)?[^，。；、]{0,12}$/u;

/** The last number behind which a semicolon with 其中 can tell parts: not by how much it grew, nor what it was before. */
const lastWhole = (told: readonly Told[], before: Told | undefined): Told | undefined =>
  told.findLast(
    ({ sentence, kind, time }) => sentence === before?.sentence && kind === 'number' && time === before.time,
  ) ?? before;

/** Of all cases, those that reports tell of: 行政复议18件，其中政府信息公开类4件. */
export const IS_OF_DISCLOSURE =
  /^(?:其中)?，?(?:涉及|属于|因)?(?:政府)?信息公开(?:类|方面|领域|工作)?(?:的|案件|事项)*(?:有|为|共)?$/u;

/** The number that the next one is a part of, by the words between them. */
export function parentOf(
  between: string,
  before: Told | undefined,
  parent: Told | undefined,
  told: readonly Told[],
): Told | undefined {
  const open = between.includes('）') ? between.replace(/（[^（）]*）/gu, '') : between;
  if (open.includes('）') && /^[^（]*）.*(?:其中|包括)/u.test(open)) return parent ?? before;
  if (before?.kind === 'change' && open.startsWith('；其中')) return lastWhole(told, before);
  if (OPENS.test(open) || (open.includes('分别') && EACH.test(open))) return before ?? parent;
  if (open.startsWith('。')) return undefined;
  return /[）；]/u.test(open) ? (parent?.parent ?? (open.includes('）') ? undefined : parent)) : parent;
}

/** The number of the sentence before that a new sentence can tell the parts of: the whole, if it tells one. */
export const wholeBefore = (told: readonly Told[], sentence: number): Told | undefined => {
  const first = told.findLastIndex((one) => one.sentence !== sentence - 1) + 1;
  const before = told.slice(first);
  return (
    before.findLast(({ subjects, kind }) => kind === 'number' && subjects.some(({ whole }) => whole)) ?? before.at(-1)
  );
};

/** What is carried on, told behind what is done. */
const CARRIED_ON = /^[^。；]*(?:结转|跨年|未办结|下一?年|次年)/u;

/** 其中办结19件，结转1件: what is done of all is known where what is not done is told behind it. */
export const isRestTold = (subjects: readonly StatedSubject[], parent: Told | undefined, rest: string): boolean =>
  parent?.time === 'now' &&
  !parent.isNarrow &&
  parent.kind === 'number' &&
  parent.subjects.some(({ whole }) => whole === 'all') &&
  subjects.length > 0 &&
  subjects.every(({ whole }) => whole === 'done') &&
  CARRIED_ON.test(rest);

/** Whether a part can be what it seems: not where the whole is unknown, or of another time or topic. */
export function isPartUnknown(subjects: readonly StatedSubject[], parent: Told | undefined): boolean {
  if (parent === undefined) return false;
  const isWhole = parent.subjects.some(({ whole }) => whole !== undefined);
  if (parent.isNarrow || parent.kind === 'change' || parent.time !== 'now') return true;
  if (parent.subjects.length === 0)
    return !subjects.every(({ isTelling, whole, words }) => isTelling || (whole && !words));
  return subjects.some(({ isGeneral }) => isGeneral) || (!isWhole && subjects.some(({ whole }) => whole));
}
