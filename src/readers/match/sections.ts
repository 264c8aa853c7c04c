import type { Form } from '../../form/form.js';
import type { SourceBlock, SourceParagraph } from '../neutral/reading.js';
import { type FoundHeading, headingOf, mayBeHeading } from './headings.js';
import { ordinalOf } from './label-words.js';

/** A section of the source: its heading, and the blocks up to the next one. */
export interface SourceSection {
  /** The section of the form; undefined for one that the form does not have. */
  readonly key: string | undefined;
  /** The heading as it stands in the source; undefined if it has none. */
  readonly heading: string | undefined;
  /** Whether only its number says which section it is. */
  readonly isByNumber: boolean;
  /** The paragraph with the heading, or else the block that it begins with. */
  readonly from: SourceBlock;
  readonly blocks: readonly SourceBlock[];
}

/** A source as what stands before its first section, and its sections in order. */
export interface Sections {
  readonly before: readonly SourceBlock[];
  /** The lines of a contents list among what stands before. */
  readonly contents: readonly SourceBlock[];
  readonly sections: readonly SourceSection[];
}

interface Marked {
  readonly block: SourceParagraph;
  readonly index: number;
  readonly heading: FoundHeading;
}

/** As many paragraphs as may be headings in any report; others are text. */
const MOST = 1500;

function headingsIn(blocks: readonly SourceBlock[], form: Form): readonly Marked[] {
  let left = MOST;
  return blocks.flatMap((block, index): Marked[] => {
    if (block.kind !== 'paragraph' || !mayBeHeading(block) || left === 0) return [];
    left -= 1;
    const heading = headingOf(block, form);
    return heading ? [{ block, index, heading }] : [];
  });
}

/** Headings that follow each other with nothing between them and come again further on: a contents list. */
function listed(marked: readonly Marked[]): ReadonlySet<Marked> {
  const last = new Map(marked.map(({ heading }, at) => [heading.key, at]));
  const comesAgain = (at: number) => (last.get(marked[at]?.heading.key) ?? at) > at;
  const follows = (at: number) =>
    (marked[at]?.index ?? -2) === (marked[at - 1]?.index ?? -2) + 1 &&
    marked[at]?.heading.key !== marked[at - 1]?.heading.key;
  return new Set(
    marked.filter(({ heading }, at) => heading.rest === '' && comesAgain(at) && (follows(at) || follows(at + 1))),
  );
}

/** Of the headings that look like one section's, the first that is no line of a contents list, or a much better one. */
function chosen(marked: readonly Marked[], contents: ReadonlySet<Marked>): readonly Marked[] {
  const real = marked.filter((one) => !contents.has(one));
  const best = new Map<string, Marked>();
  for (const one of real) {
    const { key } = one.heading;
    if (key === undefined) continue;
    const before = best.get(key);
    if (before === undefined || one.heading.likeness > before.heading.likeness + 0.15) best.set(key, one);
  }
  return real.filter((one) => one.heading.key === undefined || best.get(one.heading.key) === one);
}

/** The section that a heading in other words must be: the one with its number, if no other heading is that section's. */
function byNumber(ordinal: number | undefined, marked: readonly Marked[], form: Form): string | undefined {
  const section = form.sections.find(({ heading }) => ordinal !== undefined && ordinalOf(heading) === ordinal);
  const isTaken = marked.some(({ heading }) => heading.key === section?.key);
  return isTaken ? undefined : section?.key;
}

/** A numbered heading that the form does not have is one if it goes on counting; otherwise it counts within its section. */
function goingOn(marked: readonly Marked[], form: Form): readonly Marked[] {
  let last: number | undefined;
  return marked.flatMap((one) => {
    const { key, ordinal } = one.heading;
    if (key === undefined && ordinal !== (last ?? 0) + 1) return [];
    last = ordinal ?? (last === undefined ? undefined : last + 1);
    if (key !== undefined) return [one];
    return [{ ...one, heading: { ...one.heading, key: byNumber(ordinal, marked, form) } }];
  });
}

/** Whether a table comes next, with a caption of its own above it or not. */
function isAboveTable(blocks: readonly SourceBlock[], index: number): boolean {
  const [below, next] = blocks.slice(index + 1, index + 3);
  return below?.kind === 'table' || ((below?.text.length ?? 0) <= 40 && next?.kind === 'table');
}

/** Headings that come once more, right below themselves or above a table: a caption that says what the heading has said. */
function captions(
  marked: readonly Marked[],
  headings: readonly Marked[],
  blocks: readonly SourceBlock[],
): ReadonlySet<SourceBlock> {
  const first = new Map(headings.map((one) => [one.heading.key, one.index]));
  const again = marked.filter(({ heading: { key, rest }, index }) => {
    const own = key === undefined ? undefined : first.get(key);
    if (own === undefined || rest !== '' || index <= own) return false;
    return index === own + 1 || isAboveTable(blocks, index);
  });
  return new Set(again.map(({ block }) => block));
}

/** Parts a source at its headings. */
export function sectionsOf(blocks: readonly SourceBlock[], form: Form): Sections {
  const marked = headingsIn(blocks, form);
  const contents = listed(marked);
  const headings = goingOn(chosen(marked, contents), form);
  const inContents = new Set<SourceBlock>([...contents].map(({ block }) => block));
  const repeated = captions(marked, headings, blocks);
  const sections = headings.map(({ block, index, heading: { key, text, rest, likeness } }, i): SourceSection => {
    const end = headings[i + 1]?.index ?? blocks.length;
    const first: readonly SourceBlock[] = rest === '' ? [] : [{ kind: 'paragraph', text: rest, at: block.at }];
    return {
      key,
      heading: text,
      isByNumber: key !== undefined && likeness === 0,
      from: block,
      blocks: [...first, ...blocks.slice(index + 1, end).filter((one) => !repeated.has(one))],
    };
  });
  const before = blocks.slice(0, headings[0]?.index ?? blocks.length);
  return {
    before: before.filter((block) => !inContents.has(block)),
    contents: before.filter((block) => inContents.has(block)),
    sections,
  };
}
