import { matchesOf } from '../characters/matches.js';
import { type Focus, focusOf, focusOn, topicsAt } from '../statements/focus.js';
import { type Grammar, grammarOf } from '../statements/grammar.js';
import { type PlainWords, plainWords } from '../statements/plain-words.js';
import { readParagraph } from '../statements/read-paragraph.js';
import type { Told } from '../statements/told.js';
import { SAYS_OF_ALL } from '../statements/universals.js';
import { goesOn } from './page-lines.js';
import { type Passage, passages } from './passages.js';
import { fact, type Subject } from './rule.js';

/** A paragraph as the grammar reads it. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly words: PlainWords;
  readonly told: readonly Told[];
  /** What the paragraphs before it are about. */
  readonly focus: Focus;
  readonly grammar: Grammar;
}

/** Whether anything in a paragraph could be about figures. */
const isWorthReading = (text: string): boolean =>
  /[\d０-９件未无零]|没有|不存在|所有/u.test(text) || SAYS_OF_ALL.test(text);

/** A paragraph without the halves of sentences that lines have torn: nothing is certain of them. */
function withoutHalves(passage: Passage, before: Passage | undefined, after: Passage | undefined): string {
  const { text } = passage;
  const isTornBefore = goesOn(before, passage);
  const isTornAfter = goesOn(passage, after);
  if (!isTornBefore && !isTornAfter) return text;
  const first = isTornBefore ? (/^[^。！？]*/u.exec(text)?.[0].length ?? 0) : 0;
  const last = isTornAfter
    ? Math.max(first, ...['。', '！', '？'].map((stop) => text.lastIndexOf(stop) + 1))
    : text.length;
  return '□'.repeat(first) + text.slice(first, last) + '□'.repeat(text.length - last);
}

/** Whether all numbers of a paragraph are printed from data, and nothing is said of all of them: then nothing typed can be wrong. */
const isPrinted = ({ text, isBound, isTyped }: Passage): boolean =>
  isBound &&
  !SAYS_OF_ALL.test(text) &&
  !/[一二两三四五六七八九十]件/u.test(text) &&
  matchesOf(/[\d０-９]+/gu, text).every(({ 0: numeral, index }) => !isTyped(index, index + numeral.length));

/** Whether a paragraph is to be read: it has nothing that could be about figures, or nothing of that which could be wrong. */
type Worth = 'nothing' | 'printed' | 'read';

const worthOf = (passage: Passage): Worth =>
  isWorthReading(passage.text) ? (isPrinted(passage) ? 'printed' : 'read') : 'nothing';

/** The last paragraph of each text that may be wrong. What those behind it are about need not be known. */
function lastToRead(all: readonly Passage[], worth: readonly Worth[]): ReadonlyMap<Passage['path'], number> {
  const last = new Map<Passage['path'], number>();
  for (let i = 0; i < all.length; i++) if (worth[i] === 'read') last.set((all[i] as Passage).path, i);
  return last;
}

/** So many paragraphs are put off at most: to read one may ask what the one before is about, which asks the one before that. */
const MOST_PUT_OFF = 30;

/** All paragraphs of a report, read in order: a paragraph knows what those before it in the same text are about. */
export const statements = fact((subject: Subject): readonly ReadPassage[] => {
  const grammar = grammarOf(subject.form);
  const teller = { year: subject.report.year, agency: subject.report.agency.name };
  const all = passages(subject);
  const worth = all.map(worthOf);
  const last = lastToRead(all, worth);
  let focus = focusOn([]);
  let path: Passage['path'] | undefined;
  let putOff = 0;
  return all.flatMap((passage, i) => {
    if (passage.path !== path) [path, focus] = [passage.path, focusOn([])];
    if (!passage.isTemplate || grammar.topics.length === 0) return [];
    const isRead = i <= (last.get(passage.path) ?? -1);
    const isWorth = worth[i] !== 'nothing';
    if (!isRead && !isWorth) return [];
    const [above, below] = [all[i - 1], all[i + 1]].map((one) => (one?.path === path ? one : undefined));
    const words = plainWords(withoutHalves(passage, above, below));
    const before = focus;
    const read = () => readParagraph(words.text, before, grammar, teller);
    const reading = isRead && worth[i] === 'read' ? read() : undefined;
    // A heading tells nothing, but says what the numbers after it are about.
    focus = reading?.focus ?? (isRead ? focusOf(() => read().focus) : before);
    if (isRead && !reading && ++putOff % MOST_PUT_OFF === 0) topicsAt(focus, grammar);
    if (!isWorth) return [];
    return [{ passage, words, told: reading?.told ?? [], focus: before, grammar }];
  });
});

/** The place in the passage of a stretch of its plain words. */
export const rangeOf = ({ words }: ReadPassage, from: number, to: number): readonly [from: number, to: number] => [
  words.at(from),
  words.at(to - 1) + 1,
];
