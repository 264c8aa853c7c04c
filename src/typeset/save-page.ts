import type { Fonts } from '../fonts/fonts.js';
import type { Theme } from '../theme/theme.js';
import { type Group, groupsOf, settingTables } from './box-groups.js';
import type { Box, MakeBoxes } from './boxes.js';
import { paginate } from './paginate.js';
import type { FilledPage } from './press.js';

// A few lines alone on the last page, such as the sign-off, are brought back to the page before by what GB/T 9704-2012, 7.3.5.5 names for
// that: characters and lines closer together, no more than a reader does not see, and no more of them than it takes. First come paragraphs
// that can do with a line less, from the last one backwards; then also the lines of the last pages.

/** The last page holds a few lines if it has no more than so many and nothing else. */
const FEW_LINES = 6;

/** Blocks with their boxes if characters are closer together. */
type Closer = ReadonlyMap<number, readonly Box[]>;

/** How the pages of a document are filled. */
interface Tried {
  /** The paragraphs whose characters are closer together. */
  readonly closer: Closer;
  /** The first page whose lines are. */
  readonly tightFrom: number;
}

const AS_EVER: Tried = { closer: new Map(), tightFrom: Number.POSITIVE_INFINITY };

type Fill = (tried: Tried) => readonly FilledPage[];

/** The lines of a page that holds a few lines and nothing else, with the blank ones between them; 0 of any other. */
function fewLines({ placed }: FilledPage): number {
  const isFew = placed.length <= FEW_LINES && placed.every(({ kind }) => kind === 'line');
  return isFew ? (placed.at(-1)?.at ?? -1) + 1 : 0;
}

/** No line takes in more than so many characters more if they are closer together. */
const MOST_TAKEN = 3;

/** Whether the other lines of a block might take in its last one. */
function mayBeShorter(boxes: readonly Box[]): boolean {
  const last = boxes.at(-1);
  return last?.kind === 'line' && last.line.width <= MOST_TAKEN * last.size * (boxes.length - 1);
}

/** The blocks that take fewer lines with their characters closer together, the last first, until those saved are enough. */
function shorterBlocks(loose: readonly (readonly Box[])[], makeBoxes: MakeBoxes, enough: number): Closer {
  const found = new Map<number, readonly Box[]>();
  for (let block = loose.length - 1, saved = 0; block >= 0 && saved < enough; block--) {
    const before = loose[block] as readonly Box[];
    if (!mayBeShorter(before)) continue;
    const boxes = makeBoxes(block, true);
    const fewer = before.length - boxes.length;
    if (fewer > 0) found.set(block, boxes);
    saved += fewer;
  }
  return found;
}

/** How many pages at the end may have their lines closer together: each gives a line or so, and each more is a whole filling to try. */
const MOST_TIGHT = 24;

/** Each of the ways to fill pages, from the one that changes least. */
function waysOf(shorter: Closer, pages: number): readonly Tried[] {
  const blocks = [...shorter];
  const closer = blocks.map((_, i) => ({ ...AS_EVER, closer: new Map(blocks.slice(0, i + 1)) }));
  const tighter = Array.from({ length: Math.min(pages - 1, MOST_TIGHT) }, (_, i) => ({
    closer: shorter,
    tightFrom: pages - 2 - i,
  }));
  return [...closer, ...tighter];
}

/** The first of the ways that saves the page, given that those after it do as well; undefined if the last one does not. */
function firstThat(saves: (tried: Tried) => boolean, ways: readonly Tried[]): Tried | undefined {
  let found = ways.at(-1);
  if (found === undefined || !saves(found)) return undefined;
  for (let [from, to] = [0, ways.length - 1]; from < to; ) {
    const middle = (from + to) >> 1;
    const tried = ways[middle] as Tried;
    if (saves(tried)) [found, to] = [tried, middle];
    else from = middle + 1;
  }
  return found;
}

/** The same without the blocks that save the page no less as they are. */
function least(found: Tried, saves: (tried: Tried) => boolean): Tried {
  const { tightFrom } = found;
  let { closer } = found;
  for (const block of found.closer.keys()) {
    const without = new Map([...closer].filter(([one]) => one !== block));
    if (saves({ closer: without, tightFrom })) closer = without;
  }
  return { closer, tightFrom };
}

/** Fills the pages of a document of so many blocks, and leaves none with a few lines that can be brought back. */
export function savedPages(count: number, makeBoxes: MakeBoxes, theme: Theme, fonts: Fonts): readonly FilledPage[] {
  const setTables = settingTables(theme, fonts);
  const loose = Array.from({ length: count }, (_, block) => makeBoxes(block, false));
  const grouped = (closer: Closer): readonly Group[] =>
    groupsOf(
      loose.flatMap((boxes, block) => closer.get(block) ?? boxes),
      setTables,
    );
  // Most ways differ in their pages alone.
  const known = new WeakMap<Closer, readonly Group[]>();
  const fill: Fill = ({ closer, tightFrom }) => {
    const groups = known.get(closer) ?? grouped(closer);
    known.set(closer, groups);
    return paginate(groups, theme, fonts, tightFrom);
  };
  const pages = fill(AS_EVER);
  const few = pages.length > 1 ? fewLines(pages.at(-1) as FilledPage) : 0;
  if (few === 0) return pages;
  const saves = (tried: Tried): boolean => fill(tried).length < pages.length;
  const found = firstThat(saves, waysOf(shorterBlocks(loose, makeBoxes, few), pages.length));
  return found ? fill(least(found, saves)) : pages;
}
