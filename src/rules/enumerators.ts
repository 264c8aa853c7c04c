import { chineseNumber } from '../characters/chinese-number.js';
import type { Form } from '../form/form.js';
import { miscounted } from './announced-lists.js';
import { COUNT, type Item, listsIn, NUMERALS, STYLES, type Style } from './enumerator-styles.js';
import { editIn, failureIn, fixOf, type Passage, passagesByText, signsOf } from './passages.js';
import { renumbered, slipsIn } from './renumber.js';
import { type Failure, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** Numbers that the end of a line has cut off from their words: …7854070人次。二, and 是提升… in the next. */
function tornNumbers(text: readonly Passage[]): ReadonlySet<number> {
  const torn = text.flatMap((passage, i) => {
    const number = TORN.exec(passage.text)?.[1];
    return number !== undefined && /^[是要、）]/u.test(text[i + 1]?.text ?? '') ? chineseNumber(number) : [];
  });
  return new Set(torn);
}
const TORN = new RegExp(`[。；：，、（](${COUNT})$`, 'u');

/** The items of one text in one style. */
function failuresIn(
  items: readonly Item[],
  { write, isDense = false }: Style,
  torn: ReadonlySet<number>,
): readonly Failure[] {
  const all = slipsIn(items, isDense);
  const slips = torn.size === 0 ? all : new Map([...all].filter(([, expected]) => !torn.has(expected)));
  const anew = slips.size === 0 ? undefined : renumbered(items, slips);
  return [...slips].map(([item, expected]) => {
    const { passage, from, to } = item;
    const found = passage.text.slice(from, to);
    const edits = (anew?.get(item) ?? []).flatMap(({ item: one, number }) =>
      editIn(one.passage, [one.from, one.to], write(number)),
    );
    const end = to + ('是）)要、.．'.includes(passage.text[to] ?? ' ') ? 1 : 0);
    const start = '（('.includes(passage.text[from - 1] ?? ' ') ? from - 1 : from;
    const words = passage.text.slice(start, end);
    return failureIn(
      'text/enumerator',
      passage,
      [start, end],
      { cause: 'order', given: words, wanted: words.replace(found, write(expected)) },
      fixOf('enumerators', edits),
    );
  });
}

/** Numbers of sections at the head of paragraphs within a section: 一、 below 一、总体情况. */
const OF_SECTIONS = new RegExp(`^\\s*${COUNT}、(?![${NUMERALS}])`, 'u');

function sectionNumbers(text: readonly Passage[], { texts }: Form): readonly Failure[] {
  // Where the form prescribes no parts, offices number what they have to say as they like.
  if (texts[text[0]?.part ?? '']?.parts === undefined) return [];
  const numbered = text.filter((passage) => passage.isBody && OF_SECTIONS.test(passage.text));
  const [first] = numbered;
  const [found = ''] = OF_SECTIONS.exec(first?.text ?? '') ?? [];
  if (first === undefined || numbered.length < 2) return [];
  const number = found.trim().slice(0, -1);
  const from = found.length - found.trimStart().length;
  return [failureIn('text/enumerator', first, [from, found.length], { cause: 'section-number', given: number })];
}

const SIGNS = [...new Set(STYLES.map(({ sign }) => sign))];

type Signed = ReturnType<typeof signsOf>;

/** The slips of one text, by the signs that its paragraphs have: those of its lists, or else that it has the numbers of sections. */
function numbersOf(text: readonly Passage[], form: Form, signed: Signed): readonly Failure[] {
  const torn = tornNumbers(text);
  const slips = STYLES.map((style) => {
    const own = text.filter((passage) => signed.get(passage)?.includes(style.sign));
    return own.length === 0 ? [] : listsIn(own, style).flatMap((items) => failuresIn(items, style, torn));
  });
  const ofSections = STYLES.findIndex(({ isOfSections }) => isOfSections);
  return [...slips.flat(), ...(slips[ofSections]?.length ? [] : sectionNumbers(text, form))];
}

function check(subject: Subject): readonly Verdict[] {
  const signed = signsOf(subject, SIGNS);
  return verdicts(
    passagesByText(subject).flatMap((text) => [
      ...numbersOf(text, subject.form, signed),
      ...text.flatMap((passage, i) => miscounted(passage, text[i + 1])),
    ]),
  );
}

/** Rules on how lists are numbered. */
export const enumeratorRules: readonly Rule[] = [
  {
    code: 'text/enumerator',
    severity: 'warning',
    formula: '序号依次连续，不重复、不遗漏，层次不乱',
    basis: 'GB/T 9704—2012，7.3.3',
    hint: '核对序号，看有没有重复或遗漏；nianbao check --fix-enumerators 可以依次改正',
    example: { wrong: '一是加强领导。三是加强培训。', right: '一是加强领导。二是加强培训。' },
    check,
  },
];
