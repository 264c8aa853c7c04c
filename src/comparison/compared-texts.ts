import { narrate } from '../narrative/narrate.js';
import { printedText } from '../narrative/printed-text.js';
import { paragraphsOf } from '../narrative/to-blocks.js';
import type { TextSources } from '../rules/text-sources.js';
import { flatOf } from '../verify/shown-part.js';
import type { Given } from './compared-reports.js';
import type { ComparedReport, Comparison, ParagraphChange, TextChanges } from './comparison.js';
import { paragraphChanges } from './paragraph-changes.js';

/** A report and the paragraphs of each of its parts, as they are printed. */
interface Side extends Pick<ComparedReport, 'agency' | 'year'> {
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** What became of each part that either report has. */
type Parts = ReadonlyMap<string, TextChanges>;

function sideOf({ report, form }: Given, sources: TextSources): Side {
  const parts = new Map<string, string[]>();
  for (const written of narrate(report, form, sources).texts) {
    const texts = paragraphsOf(printedText(written)).map(({ text }) => text);
    parts.set(written.part, [...(parts.get(written.part) ?? []), ...texts]);
  }
  return { agency: report.agency.name, year: report.year, parts };
}

const keyOf = ({ pieces }: ParagraphChange): string => flatOf(pieces.map(({ text }) => text).join(''));

/** The paragraphs that are gone from a part, by what they say; of several that say the same the first. */
function goneIn(parts: Parts): ReadonlyMap<string, { readonly part: string; readonly change: ParagraphChange }> {
  const gone = [...parts].flatMap(([part, { paragraphs }]) =>
    paragraphs.flatMap((change) => (change.kind === 'removed' ? [[keyOf(change), { part, change }] as const] : [])),
  );
  return new Map(gone.toReversed());
}

/** What is gone from one part and has come to another has moved. */
function acrossParts(parts: Parts): Parts {
  const gone = goneIn(parts);
  const met = new Set<ParagraphChange>();
  const moved = (change: ParagraphChange): ParagraphChange => {
    const found = change.kind === 'added' ? gone.get(keyOf(change)) : undefined;
    if (found === undefined || met.has(found.change)) return change;
    met.add(found.change);
    const pieces = change.pieces.map(({ text }) => ({ kind: 'same', text }) as const);
    const { from } = found.change;
    return { ...change, ...(from !== undefined && { from }), kind: 'moved', fromSection: found.part, pieces };
  };
  const told = [...parts].map(
    ([part, changes]) => [part, { ...changes, paragraphs: changes.paragraphs.map(moved) }] as const,
  );
  return new Map(
    told.map(([part, changes]) => [
      part,
      { ...changes, paragraphs: changes.paragraphs.filter((one) => !met.has(one)) },
    ]),
  );
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
  { steps }: Pick<Comparison, 'steps'>,
  sources: TextSources,
): ReadonlyMap<string, readonly TextChanges[]> {
  const sides = given.map((one) => sideOf(one, sources));
  const changes = steps.map(({ from, to }) => changesBetween(sides[from] as Side, sides[to] as Side));
  const parts = new Set(sides.flatMap((side) => [...side.parts.keys()]));
  return new Map([...parts].map((part) => [part, changes.map((one) => one.get(part) ?? NOTHING)]));
}
