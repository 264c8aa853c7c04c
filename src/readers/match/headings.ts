import { spaceless } from '../../characters/spaceless.js';
import type { Form } from '../../form/form.js';
import { hasAtMost } from '../../limits/text-length.js';
import { memoOf } from '../../memo/memo.js';
import type { SourceParagraph } from '../neutral/reading.js';
import { headingLikeness, lettersOf, ordinalOf, similarity, withoutEnumerator } from './label-words.js';

/** A paragraph as the heading of a section. */
export interface FoundHeading {
  /** The section; undefined for one that the form does not have. */
  readonly key: string | undefined;
  readonly text: string;
  /** The text that follows the heading in the same paragraph. */
  readonly rest: string;
  readonly likeness: number;
  readonly ordinal: number | undefined;
}

/** A longer line is no heading. */
const LONGEST = 40;

/** How like a section's heading a text is that counts as one: less is enough if it is numbered as the form numbers the section. */
const [LIKE, LIKE_AND_NUMBERED, LIKE_UNNUMBERED] = [0.72, 0.5, 0.9];

interface Candidate {
  readonly heading: string;
  readonly rest: string;
}

/** Spaces go: headings are set with gaps that mean nothing. A stop at the end goes too. */
const tidy = (text: string): string => spaceless(text).replace(/[：:。.]$/u, '');

/** A paragraph as heading and rest: parted where the heading of a section ends, or at the first stop. */
function candidates(text: string, form: Form): readonly Candidate[] {
  const isNumbered = ordinalOf(text) !== undefined;
  if (!isNumbered && text.length > 2 * LONGEST) return [];
  const whole = { heading: tidy(text), rest: '' };
  if (!isNumbered) return hasAtMost(text, LONGEST) ? [whole] : [];
  const runIn = form.sections.flatMap(({ heading }): Candidate[] => {
    const words = lettersOf(withoutEnumerator(heading));
    const end = lengthOf(text, `${lettersOf(text.slice(0, text.length - withoutEnumerator(text).length))}${words}`);
    const next = end === undefined ? '' : text.slice(end);
    if (end === undefined || !/^[\s\u3000。：:.，,]/u.test(next)) return [];
    const rest = next.replace(/^[\s\u3000。：:.，,]+/u, '');
    return rest === '' ? [] : [{ heading: tidy(text.slice(0, end)), rest }];
  });
  const [, first = '', rest = ''] = /^([^。：:]{4,26})[。：:](.+)$/su.exec(text) ?? [];
  const parted = first === '' ? [] : [{ heading: tidy(first), rest: rest.trim() }];
  return [...runIn, ...(hasAtMost(text, LONGEST) && !/。./u.test(text) ? [whole] : []), ...parted];
}

/** The length of the beginning of a text that has these letters; undefined if it begins otherwise. */
function lengthOf(text: string, letters: string): number | undefined {
  let matched = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = lettersOf(text[i] ?? '');
    if (letter === '') continue;
    if (!letters.startsWith(letter, matched)) return undefined;
    matched += letter.length;
    if (matched === letters.length) return i + 1;
  }
  return undefined;
}

const least = (isNumbered: boolean, isSameNumber: boolean): number => {
  if (!isNumbered) return LIKE_UNNUMBERED;
  return isSameNumber ? LIKE_AND_NUMBERED : LIKE;
};

function likenessTo(text: string, { heading, key }: Form['sections'][number], { tables }: Form): number {
  const title = tables[key]?.title;
  const asTitle = title === undefined ? 0 : headingLikeness(text, title) * 0.95;
  return Math.max(headingLikeness(text, heading), similarity(text, heading), asTitle);
}

/** Words of a heading that something is not: with them, its words are the text below it (无其他需要报告的事项). */
const DENIES = /[无未]|没有|不存在/u;

const isDenial = (text: string, heading: string): boolean => DENIES.test(text) && !DENIES.test(heading);

/** A section that a text heads. */
interface Headed {
  readonly key: string;
  readonly likeness: number;
}

const keepHeaded = memoOf<Form, Headed | undefined>(400);

/** The section that a text heads; undefined if it heads none of the form's. */
const sectionOf = (text: string, form: Form): Headed | undefined => keepHeaded(form)(text, () => likeliest(text, form));

function likeliest(text: string, form: Form): Headed | undefined {
  const ordinal = ordinalOf(text);
  const headed = form.sections.filter(({ heading }) => ordinal !== undefined || !isDenial(text, heading));
  const likes = headed.map((section) => ({
    key: section.key,
    likeness: likenessTo(text, section, form),
    isSame: ordinal !== undefined && ordinal === ordinalOf(section.heading),
  }));
  const [best] = likes.toSorted((a, b) => b.likeness + (b.isSame ? 0.1 : 0) - a.likeness - (a.isSame ? 0.1 : 0));
  return best !== undefined && best.likeness >= least(ordinal !== undefined, best.isSame) ? best : undefined;
}

/** Whether a paragraph may be a heading, or begin with one. */
export function mayBeHeading({ text, isAside }: SourceParagraph): boolean {
  const trimmed = text.trim();
  return !isAside && trimmed !== '' && (trimmed.length <= 2 * LONGEST || ordinalOf(trimmed) !== undefined);
}

/** A paragraph as the heading of a section of the form, or as a numbered heading of another; undefined if it is neither. */
export function headingOf({ text, level, isAside, isLinked }: SourceParagraph, form: Form): FoundHeading | undefined {
  const trimmed = text.trim();
  const ordinal = ordinalOf(trimmed);
  const isParted = /^[（(]/u.test(trimmed);
  if (isAside || isParted || trimmed === '') return undefined;
  const all = candidates(trimmed, form);
  const known = all
    .map(({ heading, rest }) => ({ heading, rest, section: sectionOf(heading, form) }))
    .filter(({ section }) => section !== undefined)
    .toSorted((a, b) => (b.section?.likeness ?? 0) - (a.section?.likeness ?? 0))[0];
  if (known?.section) {
    return { key: known.section.key, text: known.heading, rest: known.rest, likeness: known.section.likeness, ordinal };
  }
  const whole = all.find(({ rest }) => rest === '');
  const isHeading =
    !isLinked && whole !== undefined && ordinal !== undefined && (hasAtMost(trimmed, 30) || level !== undefined);
  return isHeading ? { key: undefined, text: whole.heading, rest: '', likeness: 0, ordinal } : undefined;
}
