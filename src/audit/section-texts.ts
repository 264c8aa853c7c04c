import type { Form } from '../form/form.js';
import type { FindTemplate } from '../narrative/find-template.js';
import { textsIn } from '../narrative/report-texts.js';
import type { AnyReport } from '../report/report.js';
import { bare } from '../rules/similar.js';
import { LAW_WORDS } from './law-words.js';
import { gramNumbers, isMostlyOf, type PlacedPrint, PRINT_LENGTH, printsOf } from './prints.js';
import { templateWords } from './template-words.js';

/** A sentence of a section, and where it stands in what is compared of that. */
export interface Sentence {
  readonly text: string;
  /** The paragraph of the section, from 1. */
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** What an agency itself wrote in a section. */
export interface SectionText {
  /** The key of the section. */
  readonly part: string;
  /** Without marks, figures, names of documents, its own name, and what quotes the law: what is left shows where it was taken from. */
  readonly compared: string;
  readonly sentences: readonly Sentence[];
}

/** Expressions of templates: what they print is not typed. */
const PRINTED = /\{\{[^}]*\}\}/gu;
const DOCUMENT = /《[^》]*》/gu;

/** What is compared of a sentence. */
function comparable(text: string, names: readonly string[]): string {
  const nameless = names.reduce((rest, name) => rest.replaceAll(name, ''), text);
  return bare(nameless.replace(PRINTED, '').replace(DOCUMENT, ''));
}

/** How much of a sentence is in the words of the law if it quotes that. */
const QUOTES = 0.7;

/** Numbers of items, with which the law may be quoted or without. */
const ITEM = /[（(][一二三四五六七八九十]+[）)]/gu;

const withoutItems = (text: string): string => text.replace(ITEM, '');

const LAW = LAW_WORDS.map((text) => comparable(withoutItems(text), [])).join('');
const LAW_GRAMS: ReadonlySet<number> = new Set(gramNumbers(LAW));

/** Whether a sentence quotes the law, what leads in to it aside. One that is shorter than any gram may stand in it whole. */
const isLaw = (words: string): boolean =>
  words.length < PRINT_LENGTH ? words !== '' && LAW.includes(words) : isMostlyOf(words, LAW_GRAMS, QUOTES);

function sentencesOf(paragraphs: readonly string[], names: readonly string[]) {
  let compared = '';
  const sentences = paragraphs.flatMap((paragraph, i) =>
    (paragraph.match(/[^。；]+[。；]?/gu) ?? []).flatMap((text): readonly Sentence[] => {
      const words = comparable(text, names);
      const plain = withoutItems(text);
      if (isLaw(plain === text ? words : comparable(plain, names))) return [];
      const from = compared.length;
      compared += words;
      return [{ text: text.trim(), paragraph: i + 1, from, to: compared.length }];
    }),
  );
  return { compared, sentences };
}

/** The sections of a report that it writes itself. The preamble is much the same everywhere. */
export function sectionTexts(report: AnyReport, form: Form): readonly SectionText[] {
  const { name, shortName } = report.agency;
  const names = [name, ...(shortName === undefined ? [] : [shortName])].filter((one) => one.length > 1);
  const texts = textsIn(report, form).filter(({ place }) => place !== 'note');
  return form.sections.flatMap(({ key }) => {
    const own = texts.flatMap(({ part, typed = [] }) => (part === key ? [typed].flat() : []));
    const paragraphs = own.flatMap((text) => text.split('\n')).filter((text) => text.trim() !== '');
    return paragraphs.length === 0 ? [] : [{ part: key, ...sentencesOf(paragraphs, names) }];
  });
}

/** The prints of words that are everybody's: those of the form, and of the templates that write its texts. */
export function commonPrints(form: Form, finders: readonly FindTemplate[]): ReadonlySet<number> {
  const templates = finders.flatMap((find) => templateWords(form, find));
  const words = [...form.sections.map(({ heading }) => heading), ...templates];
  return new Set(words.flatMap((text) => gramNumbers(comparable(text, []))));
}

/** The prints of a section by which it is found again elsewhere. */
export const ownPrints = ({ compared }: SectionText, common: ReadonlySet<number>): readonly PlacedPrint[] =>
  printsOf(compared).filter(({ print }) => !common.has(print));

/** Whether one of the prints covers part of a sentence. */
export const isCovered = ({ from, to }: Sentence, prints: readonly PlacedPrint[]): boolean =>
  prints.some(({ at }) => at < to && at + PRINT_LENGTH > from);
