import { attributeOf, childOf, type Element, elementsOf, valOf } from '../neutral/markup.js';
import { offTheLine } from '../neutral/raised-digits.js';
import type { Notes } from './notes.js';
import { artBox, type Field, formulaText, isPlaceholder, isStacked, shownByField, signText } from './word-drawn.js';
import { hasGround, isOn, struckBy, type WordStyle } from './word-styles.js';

/** What is told of a text: read in one line, a sign that no character stands for, words that say what to type. */
export type ToldKind = 'drawn' | 'sign' | 'placeholder';

/** What the runs of a paragraph give: its text, what is hidden or struck out, and the boxes that hang on it. */
export interface RunTexts {
  text: string;
  hidden: string;
  struck: string;
  readonly boxes: Element[];
  readonly told: (readonly [kind: ToldKind, text: string])[];
  /** The fields that have begun and not ended, the innermost last. */
  readonly fields: Field[];
}

export interface RunContext {
  readonly styles: ReadonlyMap<string, WordStyle>;
  readonly notes: Notes;
  /** What it stands on has a colour of its own, so that white letters may show. */
  readonly isShaded?: boolean;
}

/** What prints nothing: deleted text, instructions of fields, the readings over ruby text, properties. */
const SILENT = new Set([
  ...['del', 'moveFrom', 'delText', 'delInstrText', 'rt', 'pPr', 'rPr', 'sectPr', 'sdtPr', 'sdtEndPr'],
  ...['fldData', 'ffData', 'commentReference', 'annotationRef', 'footnoteRef', 'endnoteRef', 'separator'],
]);

const CHARACTERS: { readonly [element: string]: string } = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '',
};

export const noTexts = (): RunTexts => ({ text: '', hidden: '', struck: '', boxes: [], told: [], fields: [] });

/** Letters of less than this many half points nobody sees. */
const TINY = 4;

/** Whether a run is there and not seen: hidden, of next to no size, or white where nothing behind it is coloured. */
function isUnseen(properties: Element | undefined, style: WordStyle | undefined, isShaded: boolean): boolean {
  if (isOn(properties, 'vanish') ?? style?.isHidden) return true;
  if (Number(valOf(properties, 'sz') ?? TINY) < TINY) return true;
  const isWhite = /^f{6}$/i.test(valOf(properties, 'color') ?? '');
  const isOnGround = isShaded || style?.hasGround || hasGround(properties);
  return isWhite && !isOnGround && childOf(properties, 'highlight') === undefined;
}

/** The texts of a run by itself, each where it belongs. */
function gatherRun(run: Element, texts: RunTexts, context: RunContext): void {
  const properties = childOf(run, 'rPr');
  const style = context.styles.get(valOf(properties, 'rStyle') ?? '');
  const inside: RunTexts = { ...noTexts(), told: texts.told, fields: texts.fields };
  gather(run, inside, context);
  const way = valOf(properties, 'vertAlign');
  if (isUnseen(properties, style, context.isShaded === true)) {
    texts.hidden += inside.text;
    // Letters without size or colour do not hide the box that is anchored among them.
    if (!(isOn(properties, 'vanish') ?? style?.isHidden)) texts.boxes.push(...inside.boxes);
    return;
  }
  texts.boxes.push(...inside.boxes);
  if (struckBy(properties) ?? style?.isStruck) texts.struck += inside.text;
  else if (way === 'superscript') texts.text += offTheLine(inside.text, 'above');
  else texts.text += way === 'subscript' ? offTheLine(inside.text, 'below') : inside.text;
}

/** Of the alternatives of a drawing, the first: the others show the same to older programs. */
function chosen(element: Element): readonly Element[] {
  const choice = childOf(element, 'Choice') ?? childOf(element, 'Fallback');
  return choice === undefined ? [] : [choice];
}

const plain = ({ children }: Element): string => children.filter((child) => typeof child === 'string').join('');

/** A page or column break does not break the line of a paragraph that goes on. */
const isLineBreak = (element: Element): boolean => !['page', 'column'].includes(attributeOf(element, 'type') ?? '');

function gatherField(mark: Element, texts: RunTexts): void {
  const { fields } = texts;
  const type = attributeOf(mark, 'fldCharType');
  if (type === 'begin') fields.push({ instruction: '', hasResult: false, form: childOf(mark, 'ffData') });
  const field = type === 'end' ? fields.pop() : undefined;
  const text = field && !field.hasResult ? shownByField(field) : undefined;
  if (text === undefined) return;
  texts.text += text;
  if (field?.form === undefined) texts.told.push(['drawn', text]);
}

function gatherFormula(formula: Element, texts: RunTexts): void {
  const text = formulaText(formula);
  texts.text += text;
  if (isStacked(formula)) texts.told.push(['drawn', text]);
}

function gatherSign(sign: Element, texts: RunTexts): void {
  const text = signText(sign);
  if (text === undefined)
    texts.told.push(['sign', `${attributeOf(sign, 'font') ?? ''} ${attributeOf(sign, 'char') ?? ''}`]);
  else texts.text += text;
}

function gatherPlaceholder(element: Element, texts: RunTexts, context: RunContext): void {
  const inside = noTexts();
  for (const child of elementsOf(element)) gather(child, inside, context);
  if (inside.text.trim() !== '') texts.told.push(['placeholder', inside.text]);
}

/** What is drawn from something that is no text; false for anything else. */
function gatherDrawn(element: Element, texts: RunTexts, context: RunContext): boolean {
  const { name } = element;
  const box = name === 'textpath' ? artBox(element) : undefined;
  if (name === 'fldChar') gatherField(element, texts);
  else if (name === 'instrText') {
    const field = texts.fields.at(-1);
    if (field) field.instruction += plain(element);
  } else if (name === 'oMath') gatherFormula(element, texts);
  else if (name === 'sym') gatherSign(element, texts);
  else if (isPlaceholder(element)) gatherPlaceholder(element, texts, context);
  else if (box) texts.boxes.push(box);
  else return false;
  return true;
}

function gatherText(element: Element, texts: RunTexts): void {
  const text = plain(element);
  texts.text += text;
  if (text !== '') for (const field of texts.fields) field.hasResult = true;
}

function gatherOne(element: Element, texts: RunTexts, context: RunContext): void {
  const { name } = element;
  if (SILENT.has(name) || gatherDrawn(element, texts, context)) return;
  if (name === 't') gatherText(element, texts);
  else if (name === 'txbxContent') texts.boxes.push(element);
  else if (name === 'AlternateContent') for (const one of chosen(element)) gather(one, texts, context);
  else if (name === 'footnoteReference' || name === 'endnoteReference') {
    texts.text += context.notes.at(name, attributeOf(element, 'id') ?? '');
  } else if (name === 'r') gatherRun(element, texts, context);
  else if (Object.hasOwn(CHARACTERS, name)) {
    if (name !== 'br' || isLineBreak(element)) texts.text += CHARACTERS[name];
  } else gather(element, texts, context);
}

/** Adds the texts of everything inside an element. */
export function gather(element: Element, texts: RunTexts, context: RunContext): void {
  for (const child of elementsOf(element)) gatherOne(child, texts, context);
}
