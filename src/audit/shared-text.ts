import { figuresIn, gramsOf, LIKE, shareIn } from '../rules/similar.js';
import { type PlacedPrint, printsOf } from './prints.js';
import { isCovered, type SectionText, type Sentence } from './section-texts.js';

/** A passage that stands in two reports, as one of them has it. */
export interface SharedPassage {
  /** The paragraph of the section, from 1. */
  readonly paragraph: number;
  readonly text: string;
}

/** What of a section stands in another one. */
export interface SharedText {
  /** 0 to 1. */
  readonly share: number;
  /** The longest first. */
  readonly passages: readonly SharedPassage[];
}

/** How two sections are compared. */
interface Comparing {
  /** Whether only new words make a text new; otherwise new figures do as well. */
  readonly isFresh: boolean;
  /** Prints that very many have, and that prove nothing. */
  readonly common: ReadonlySet<number>;
}

/** How many passages are told, and how much of each. */
const QUOTED = 3;
const EXCERPT = 120;

/** Neighbouring sentences of one paragraph as one passage. */
function joined(sentences: readonly Sentence[]): readonly Sentence[] {
  const all: Sentence[] = [];
  for (const one of sentences) {
    const last = all.at(-1);
    const follows = last?.paragraph === one.paragraph && last.to === one.from;
    if (last && follows) all[all.length - 1] = { ...one, from: last.from, text: last.text + one.text };
    else all.push(one);
  }
  return all;
}

const excerptOf = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}……` : text);

/** The prints of a section that another one has too, common ones aside. */
function printsShared(own: SectionText, other: SectionText, common: ReadonlySet<number>): readonly PlacedPrint[] {
  const there = new Set(printsOf(other.compared).map(({ print }) => print));
  return printsOf(own.compared).filter(({ print }) => there.has(print) && !common.has(print));
}

const lengthOf = ({ from, to }: Sentence): number => to - from;

/** What of a section stands in another one: sentences that do almost as a whole, and have a print in common that few others have. */
export function sharedText(own: SectionText, other: SectionText, { isFresh, common }: Comparing): SharedText {
  const prints = printsShared(own, other, common);
  const grams = gramsOf(other.compared);
  const figures = new Set(other.sentences.map(({ text }) => figuresIn(text)));
  const isNew = ({ text }: Sentence) => !isFresh && figuresIn(text) !== '' && !figures.has(figuresIn(text));
  const shared = own.sentences.filter(
    (one) => isCovered(one, prints) && shareIn(own.compared.slice(one.from, one.to), grams) >= LIKE && !isNew(one),
  );
  const size = shared.reduce((sum, one) => sum + lengthOf(one), 0);
  const longest = joined(shared).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return {
    share: own.compared.length === 0 ? 0 : size / own.compared.length,
    passages: longest.slice(0, QUOTED).map(({ paragraph, text }) => ({ paragraph, text: excerptOf(text) })),
  };
}
