import { attributeOf, childOf, type Element, elementsOf } from '../neutral/markup.js';
import type { Notes } from './notes.js';
import { isOn, type WordStyle } from './word-styles.js';

/** What the runs of a paragraph give: its text, what is hidden, and the boxes that hang on it. */
export interface RunTexts {
  text: string;
  hidden: string;
  readonly boxes: Element[];
}

export interface RunContext {
  readonly styles: ReadonlyMap<string, WordStyle>;
  readonly notes: Notes;
}

/** What prints nothing: deleted text, instructions of fields, the readings over ruby text, properties. */
const SILENT = new Set([
  ...['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rt', 'pPr', 'rPr', 'sectPr', 'sdtPr', 'sdtEndPr'],
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

function isHidden(run: Element, { styles }: RunContext): boolean {
  const properties = childOf(run, 'rPr');
  const style = childOf(properties, 'rStyle');
  const inherited = style && styles.get(attributeOf(style, 'val') ?? '')?.isHidden;
  return isOn(properties, 'vanish') ?? inherited ?? false;
}

/** Of the alternatives of a drawing, the first: the others show the same to older programs. */
function chosen(element: Element): readonly Element[] {
  const choice = childOf(element, 'Choice') ?? childOf(element, 'Fallback');
  return choice === undefined ? [] : [choice];
}

const plain = ({ children }: Element): string => children.filter((child) => typeof child === 'string').join('');

/** A page or column break does not break the line of a paragraph that goes on. */
const isLineBreak = (element: Element): boolean => !['page', 'column'].includes(attributeOf(element, 'type') ?? '');

function gatherOne(element: Element, texts: RunTexts, context: RunContext): void {
  const { name } = element;
  if (SILENT.has(name)) return;
  if (name === 't') texts.text += plain(element);
  else if (name === 'txbxContent') texts.boxes.push(element);
  else if (name === 'AlternateContent') for (const one of chosen(element)) gather(one, texts, context);
  else if (name === 'footnoteReference' || name === 'endnoteReference') {
    texts.text += context.notes.at(name, attributeOf(element, 'id') ?? '');
  } else if (name === 'r' && isHidden(element, context)) {
    const inside: RunTexts = { text: '', hidden: '', boxes: [] };
    gather(element, inside, context);
    texts.hidden += inside.text;
  } else if (Object.hasOwn(CHARACTERS, name)) {
    if (name !== 'br' || isLineBreak(element)) texts.text += CHARACTERS[name];
  } else gather(element, texts, context);
}

/** Adds the texts of everything inside an element. */
export function gather(element: Element, texts: RunTexts, context: RunContext): void {
  for (const child of elementsOf(element)) gatherOne(child, texts, context);
}
