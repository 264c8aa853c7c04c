import { excerpt } from '../characters/excerpt.js';
import type { PassageFacts } from '../diagnostics/catalogue/passage-facts.js';
import type { FactsOf } from '../diagnostics/codes.js';
import type { Edit, Fix, Path } from '../diagnostics/diagnostic.js';
import { once } from '../memo/once.js';
import type { Written } from '../narrative/narrate.js';
import type { Spot } from '../narrative/syntax.js';
import type { AnyReport } from '../report/report.js';
import { globally } from '../statements/grammar.js';
import { plainTexts } from './plain-texts.js';
import { sourceOf } from './report-data.js';
import { type Failure, fact, type Subject, type Verdict, verdicts } from './rule.js';

/** A paragraph of a text of the report, for the rules on wording. */
export interface Passage {
  /** Where the report has the text; the same object for all paragraphs of one text. */
  readonly path: Path;
  /** The part that it belongs to: `preamble`, or the key of its section; empty for the addressee and notes in cells. */
  readonly part: string;
  /** Whether it stands in the text of its part, and not in a note below a table. */
  readonly isBody: boolean;
  /** Counted from 1 within its text. */
  readonly number: number;
  readonly text: string;
  /** Whether it is the last of its text. */
  readonly isLast: boolean;
  /** Whether figures in it can be printed from data. */
  readonly isTemplate: boolean;
  /** Whether its text prints anything from data. */
  readonly isBound: boolean;
  /** Whether all characters from `from` up to but not including `to` were typed rather than printed from data. */
  readonly isTyped: (from: number, to: number) => boolean;
  /** Where the report has the characters from `from` to `to`: in the text itself, or in the datum that it prints there. */
  readonly spotOf: (from: number, to: number) => Pick<Spot, 'path' | 'place'>;
}

type Texts = Pick<Written, 'text' | 'bound' | 'path'> & Partial<Written>;

/** The datum of each stretch that a text prints, looked for once: a stretch may be a page long, with many findings in it. */
const sources = once((_: AnyReport) => new Map<Texts['bound'][number], Path | undefined>());

/** The datum that a text prints from one character to another. */
function datumOf(printed: Texts['bound'][number], text: string, report: AnyReport): Path | undefined {
  const known = sources(report);
  if (!known.has(printed)) known.set(printed, sourceOf(text.slice(...printed), report));
  return known.get(printed);
}

/** Where characters of a text come from. */
function spotIn({ bound, path, spotAt, text }: Texts, from: number, to: number, { report }: Subject): Spot {
  const printed = bound.find(([first, last]) => first <= from && to <= last);
  const datum = printed && datumOf(printed, text, report);
  if (datum) return { path: datum };
  const spot = spotAt?.(from);
  // A template of a folder is named, and the text that it writes stays the place in the report.
  return spot === undefined || spot.kind === 'report' ? { path, ...spot } : { path };
}

function passagesOf(written: Texts, isTemplate: boolean, subject: Subject): readonly Passage[] {
  const { text, bound, path, part = '', place } = written;
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return { line, start };
  });
  const visible = lines.filter(({ line }) => line.trim() !== '');
  return visible.map(({ line, start }, i) => ({
    path,
    part,
    isBody: part !== '' && place !== 'note',
    number: i + 1,
    text: line,
    isLast: i === visible.length - 1,
    isTemplate,
    isBound: bound.length > 0,
    isTyped: (from, to) => bound.every(([first, last]) => last <= start + from || first >= start + to),
    spotOf: (from, to) => {
      const { path: at, place: spot } = spotIn(written, start + from, start + to, subject);
      return { path: at, ...(spot && { place: spot }) };
    },
  }));
}

/** All paragraphs of a report: of its own texts, and of those in which nothing is printed from data. */
export const passages = fact((subject: Subject): readonly Passage[] => [
  ...subject.narrated.texts.flatMap((written) => passagesOf(written, true, subject)),
  ...plainTexts(subject).flatMap((plain) => passagesOf({ ...plain, bound: [] }, false, subject)),
]);

/** All paragraphs together, a line each. */
export const allTexts = fact((subject: Subject): string =>
  passages(subject)
    .map(({ text }) => text)
    .join('\n'),
);

/**
 * Whether any paragraph of a report has a sign: mostly none has, which is known at once. A sign that looks for the end of a paragraph looks
 * for a line feed as well.
 */
export const hasSign = (subject: Subject, sign: RegExp): boolean =>
  indexFrom(globally(sign), allTexts(subject), 0) >= 0;

/** The paragraphs that have a sign: it is looked for in all of them together, from one that has it to the next. */
export function passagesWith(subject: Subject, sign: RegExp): readonly Passage[] {
  const [all, text, pattern] = [passages(subject), allTexts(subject), globally(sign)];
  const found: Passage[] = [];
  let [next, begins] = [0, 0];
  for (let at = indexFrom(pattern, text, 0); at >= 0; at = indexFrom(pattern, text, begins)) {
    let passage = all[next++] as Passage;
    for (; begins + passage.text.length < at; passage = all[next++] as Passage) begins += passage.text.length + 1;
    begins += passage.text.length + 1;
    if (indexFrom(pattern, passage.text, 0) >= 0) found.push(passage);
  }
  return found;
}

/** Where a pattern is found next from a place on; -1 if nowhere. */
function indexFrom(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from > text.length ? -1 : (pattern.exec(text)?.index ?? -1);
}

/** The signs that each paragraph has, of those that have any. */
export function signsOf(subject: Subject, signs: readonly RegExp[]): ReadonlyMap<Passage, readonly RegExp[]> {
  const all = new Map<Passage, RegExp[]>();
  for (const sign of signs) {
    for (const passage of passagesWith(subject, sign)) {
      const own = all.get(passage);
      if (own) own.push(sign);
      else all.set(passage, [sign]);
    }
  }
  return all;
}

/** The paragraphs of each text, in their order. */
export const passagesByText = fact((subject: Subject): readonly (readonly Passage[])[] => {
  const texts = new Map<Path, Passage[]>();
  for (const passage of passages(subject)) {
    const own = texts.get(passage.path);
    if (own) own.push(passage);
    else texts.set(passage.path, [passage]);
  }
  return [...texts.values()];
});

/** A rule that quotes words, and what it tells of them beside where they stand. */
type PassageCode = keyof PassageFacts | 'text/placeholder';
type OwnFacts<C extends PassageCode> = C extends keyof PassageFacts
  ? PassageFacts[C]
  : { readonly cause: 'word' | 'variable'; readonly given: string };

/** The characters of a passage from one index up to another. */
type Range = readonly [from: number, to: number];

/** A failure in a passage, quoting the words. */
export const failureIn = <C extends PassageCode>(
  code: C,
  passage: Passage,
  place: Range,
  facts: OwnFacts<C>,
  fix: Pick<Failure, 'fix'> = {},
): Failure => ({
  status: 'fail',
  code,
  ...passage.spotOf(...place),
  words: passage.text.slice(...place),
  facts: { ...facts, paragraph: passage.number, text: excerpt(passage.text, ...place) } as unknown as FactsOf<C>,
  ...fix,
});

/** What to put in place of words of a passage; nothing if they are printed from data. */
export function editIn(passage: Passage, place: Range, replacement: string): readonly Edit[] {
  if (!passage.isTyped(...place)) return [];
  return [{ ...passage.spotOf(...place), words: passage.text.slice(...place), replacement }];
}

/** A fix of these edits, if there are as many as it takes. */
export const fixOf = (
  kind: Fix['kind'],
  edits: readonly Edit[],
  wanted = 1,
): { readonly fix: Fix } | Record<never, never> =>
  edits.length >= Math.max(1, wanted) ? { fix: { kind, edits } } : {};

/** Applies a check to each paragraph that has a sign. */
export function eachPassage(
  sign: RegExp,
  check: (passage: Passage) => readonly Failure[],
): (subject: Subject) => readonly Verdict[] {
  return (subject) => verdicts(passagesWith(subject, sign).flatMap(check));
}
