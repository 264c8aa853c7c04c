import { excerpt } from '../characters/excerpt.js';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { once } from '../memo/once.js';
import type { Written } from '../narrative/narrate.js';
import { ownSource } from '../narrative/template-source.js';
import { spotsOf } from '../narrative/text-spots.js';
import { type PlainText, plainTexts } from './plain-texts.js';
import type { Failure, Subject, Verdict } from './rule.js';
import { verdicts } from './rule.js';

/** A paragraph of a text of the report, for the rules on wording. */
export interface Passage {
  /** Where the report has the text; the same object for all paragraphs of one text. */
  readonly path: Path;
  /** Counted from 1 within its text. */
  readonly number: number;
  readonly text: string;
  /** Whether figures in it can be printed from data. */
  readonly isTemplate: boolean;
  /** Whether its text prints anything from data. */
  readonly isBound: boolean;
  /** Whether all characters from `from` up to but not including `to` were typed rather than printed from data. */
  readonly isTyped: (from: number, to: number) => boolean;
  /** Where a character of it stands: in the report, or in the template that wrote it. */
  readonly spotAt: (index: number) => Pick<Diagnostic, 'path' | 'place' | 'kind'>;
}

function passagesOf(
  { text, bound, path, spotAt }: Omit<Written, 'part' | 'place'>,
  isTemplate: boolean,
): readonly Passage[] {
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return { line, start };
  });
  return lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, start }, i) => ({
      path,
      number: i + 1,
      text: line,
      isTemplate,
      isBound: bound.length > 0,
      isTyped: (from, to) => bound.every(([first, last]) => last <= start + from || first >= start + to),
      spotAt: (index) => spotAt(start + index),
    }));
}

/** Where a character of a text that is no template stands. */
const spotIn = ({ text, path }: PlainText): Passage['spotAt'] => {
  const { spotAt } = ownSource(text, path);
  return spotsOf({ text, bound: [], origins: [], problems: [] }, { text, spotAt });
};

/** All paragraphs of a report: of its own texts, and of those in which nothing is printed from data. */
export const passages = once(({ narrated, report, form }: Subject): readonly Passage[] => [
  ...narrated.texts.flatMap((written) => passagesOf(written, true)),
  ...plainTexts(report, form).flatMap((plain) => passagesOf({ ...plain, bound: [], spotAt: spotIn(plain) }, false)),
]);

/** A failure in a passage, at the words, which it quotes. */
export function failureIn(
  passage: Passage,
  range: readonly [from: number, to: number],
  facts: Omit<Failure, 'status' | 'path' | 'found'>,
): Failure {
  const { path, place } = passage.spotAt(range[0]);
  return {
    ...facts,
    status: 'fail',
    path: path.length > 0 ? path : passage.path,
    ...(place && { place }),
    words: passage.text.slice(...range),
    found: `第 ${passage.number} 段：${excerpt(passage.text, ...range)}`,
  };
}

/** Applies a check to each paragraph. */
export function eachPassage(check: (passage: Passage) => readonly Failure[]): (subject: Subject) => readonly Verdict[] {
  return (subject) => verdicts(passages(subject).flatMap(check));
}
