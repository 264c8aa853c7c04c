import { narrate } from '../narrative/narrate.js';
import { printedText } from '../narrative/printed-text.js';
import { paragraphsOf } from '../narrative/to-blocks.js';
import type { TextSources } from '../rules/text-sources.js';
import type { Given } from './compared-reports.js';
import type { ComparedReport, Comparison, ParagraphChange, TextChanges } from './comparison.js';
import { FRAME, frameTexts } from './frame-texts.js';
import { movedPairs, type Numbered, numberedOne } from './moved-pairs.js';
import { changeOf, paragraphChanges } from './paragraph-changes.js';

/** A report and the paragraphs of each of its parts, as they are printed. */
interface Side extends Pick<ComparedReport, 'agency' | 'year'> {
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** What became of each part that either report has. */
type Parts = ReadonlyMap<string, TextChanges>;

function sideOf(given: Given, kind: Comparison['kind'], sources: TextSources): Side {
  const { report, form } = given;
  const parts = new Map<string, readonly string[]>();
  for (const written of narrate(report, form, sources).texts) {
    const texts = paragraphsOf(printedText(written)).map(({ text }) => text);
    parts.set(written.part, [...(parts.get(written.part) ?? []), ...texts]);
  }
  // Reports of other years and agencies have another date; versions of one should not.
  parts.set(FRAME.key, frameTexts(given, kind === 'versions'));
  return { agency: report.agency.name, year: report.year, parts };
}

/** A paragraph that only one of the reports has in its part. */
interface Alone extends Numbered {
  readonly section: string;
  readonly change: ParagraphChange;
}

const aloneIn = (parts: Parts, kind: 'removed' | 'added'): readonly Alone[] =>
  [...parts].flatMap(([section, { paragraphs }]) =>
    paragraphs.flatMap((change): readonly Alone[] => {
      if (change.kind !== kind) return [];
      const text = change.pieces.map((piece) => piece.text).join('');
      return [{ ...numberedOne(text, (kind === 'removed' ? change.from : change.to) ?? 0), section, change }];
    }),
  );

/** What is gone from one part and has come to another, perhaps changed, has moved. */
function acrossParts(parts: Parts): Parts {
  const pairs = movedPairs(aloneIn(parts, 'removed'), aloneIn(parts, 'added'));
  const gone = new Set(pairs.map(([{ change }]) => change));
  const moved = new Map(
    pairs.map(([one, other]) => {
      const change = changeOf({ before: [one], after: [other], isMoved: true });
      return [other.change, { ...change, fromSection: one.section }] as const;
    }),
  );
  const told = ({ paragraphs, ...counts }: TextChanges): TextChanges => {
    return { ...counts, paragraphs: paragraphs.flatMap((one) => (gone.has(one) ? [] : [moved.get(one) ?? one])) };
  };
  return new Map([...parts].map(([part, changes]) => [part, told(changes)]));
}

function changesBetween(before: Side, after: Side): Parts {
  const parts = [...new Set([...before.parts.keys(), ...after.parts.keys()])];
  return acrossParts(
    new Map(
      parts.map((part) => {
        const [old = [], now = []] = [before, after].map((side) => side.parts.get(part));
        return [part, paragraphChanges(old, now, { before, after })];
      }),
    ),
  );
}

const NOTHING: TextChanges = { same: 0, renewed: 0, paragraphs: [] };

/** For each part of the reports that has a text in any of them, what became of it step by step. */
export function comparedTexts(
  given: readonly Given[],
  { kind, steps }: Pick<Comparison, 'kind' | 'steps'>,
  sources: TextSources,
): ReadonlyMap<string, readonly TextChanges[]> {
  const sides = given.map((one) => sideOf(one, kind, sources));
  const changes = steps.map(({ from, to }) => changesBetween(sides[from] as Side, sides[to] as Side));
  const parts = new Set(sides.flatMap((side) => [...side.parts.keys()]));
  return new Map([...parts].map((part) => [part, changes.map((one) => one.get(part) ?? NOTHING)]));
}
