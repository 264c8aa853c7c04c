import { once } from '../memo/once.js';
import { type Grammar, grammarOf, type Topic } from '../statements/grammar.js';
import { type PlainWords, plainWords } from '../statements/plain-words.js';
import { readParagraph } from '../statements/read-paragraph.js';
import type { Told } from '../statements/told.js';
import { type Passage, passages } from './passages.js';
import type { Subject } from './rule.js';

/** A paragraph as the grammar reads it. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly words: PlainWords;
  readonly told: readonly Told[];
  /** What the paragraphs before it are about. */
  readonly focus: readonly Topic[];
  readonly grammar: Grammar;
}

/** Whether anything in a paragraph could be about figures. */
const IS_WORTH_READING = /[\d０-９件未无均]|没有|全部|所有/u;

/** All paragraphs of a report, read in order: a paragraph knows what those before it in the same text are about. */
export const statements = once((subject: Subject): readonly ReadPassage[] => {
  const grammar = grammarOf(subject.form);
  let focus: readonly Topic[] = [];
  let path: Passage['path'] | undefined;
  return passages(subject).flatMap((passage) => {
    if (passage.path !== path) [path, focus] = [passage.path, []];
    if (!passage.isTemplate || grammar.topics.length === 0 || !IS_WORTH_READING.test(passage.text)) return [];
    const words = plainWords(passage.text);
    const before = focus;
    const reading = readParagraph(words.text, before, grammar, { year: subject.report.year, agency: subject.report.agency.name });
    focus = reading.focus;
    return [{ passage, words, told: reading.told, focus: before, grammar }];
  });
});

/** The place in the passage of a stretch of its plain words. */
export const rangeOf = ({ words }: ReadPassage, from: number, to: number): readonly [from: number, to: number] => [
  words.at(from),
  words.at(to - 1) + 1,
];
