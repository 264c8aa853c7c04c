import { attributeOf, childOf, descendants, type Element, elementsOf, valOf } from '../neutral/markup.js';
import { grouped, offTheLine } from '../neutral/raised-digits.js';

/** What Word draws from something that is no text: formulas, fields without a stored result, signs of symbol fonts. */

const plain = ({ children }: Element): string => children.filter((child) => typeof child === 'string').join('');

/** Parts of a formula with more than one line. */
const STACKED = ['f', 'sSup', 'sSub', 'sSubSup', 'rad', 'nary', 'm', 'eqArr', 'limLow', 'limUpp'];

/** Whether a formula has more than one line, so that its text in one is another. */
export const isStacked = (formula: Element): boolean => STACKED.some((name) => descendants(formula, name).length > 0);

/** A formula in one line: 1/2, √(a+b). */
export function formulaText(formula: Element): string {
  const part = (name: string) => {
    const child = childOf(formula, name);
    return child ? formulaText(child) : '';
  };
  switch (formula.name) {
    case 't':
      return plain(formula);
    case 'f':
      return `${grouped(part('num'))}/${grouped(part('den'))}`;
    case 'sSup':
    case 'sSub':
    case 'sSubSup':
      return `${part('e')}${offTheLine(part('sub'), 'below')}${offTheLine(part('sup'), 'above')}`;
    case 'rad':
      return `${part('deg')}√${grouped(part('e'))}`;
    case 'nary':
      return `${valOf(childOf(formula, 'naryPr'), 'chr') ?? '∫'}${part('sub')}${part('sup')}${grouped(part('e'))}`;
    case 'd': {
      const properties = childOf(formula, 'dPr');
      const inside = elementsOf(formula).filter(({ name }) => name === 'e');
      const [from, to] = [valOf(properties, 'begChr') ?? '(', valOf(properties, 'endChr') ?? ')'];
      return `${from}${inside.map(formulaText).join(valOf(properties, 'sepChr') ?? '|')}${to}`;
    }
    default:
      return elementsOf(formula).map(formulaText).join('');
  }
}

/** A field between its first and its last mark. */
export interface Field {
  instruction: string;
  /** What it shows, once anything of that has been read. */
  hasResult: boolean;
  /** What stands in its first mark: the choices of a form. */
  readonly form: Element | undefined;
}

/** What an EQ field draws: `\o\ac(○,1)` is ①, `\f(1,2)` is 1/2; of any other, the texts in it. */
function equationText(instruction: string): string {
  const text = instruction.replace(/^\s*eq\s*/i, '');
  const circled = /^\\o\\ac\(\s*[○〇]\s*[,;]\s*(\d{1,2})\s*\)/i.exec(text);
  const number = Number(circled?.[1] ?? 0);
  if (number > 0 && number <= 20) return String.fromCharCode(0x245f + number);
  const fraction = /^\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)\s*$/i.exec(text);
  if (fraction) return `${grouped((fraction[1] ?? '').trim())}/${grouped((fraction[2] ?? '').trim())}`;
  return text.replace(/\\[a-z]+\d*|[()\s]/gi, '');
}

/** The choice that shows in a field of a form. */
function formText(form: Element): string {
  const list = childOf(form, 'ddList');
  if (list !== undefined) {
    const entries = elementsOf(list).filter(({ name }) => name === 'listEntry');
    const chosen = entries[Number(valOf(list, 'result') ?? valOf(list, 'default') ?? 0)];
    return (chosen && attributeOf(chosen, 'val')) ?? '';
  }
  const box = childOf(form, 'checkBox');
  if (box === undefined) return '';
  const checked = childOf(box, 'checked');
  const state = checked ? (attributeOf(checked, 'val') ?? '1') : (valOf(box, 'default') ?? '0');
  return /^(?:1|true|on)$/.test(state) ? '☑' : '☐';
}

/** What a field shows of which no result is stored; undefined if it shows nothing. */
export function shownByField({ instruction, form }: Field): string | undefined {
  const text = form ? formText(form) : /^\s*eq\b/i.test(instruction) ? equationText(instruction) : '';
  return text === '' ? undefined : text;
}

/** Signs of fonts that have signs in the places of letters, as reports use them. */
const SIGNS: { readonly [font: string]: { readonly [code: string]: string } } = {
  wingdings: { FE: '☑', FD: '☒', A8: '□', '6F': '□', FC: '✓', FB: '✗', '6C': '●', '6E': '■', '75': '◆', D8: '➢' },
  'wingdings 2': { '52': '☑', '53': '☒', A3: '□', '50': '✓', '4F': '✗' },
  symbol: { B7: '•', B3: '≥', A3: '≤', B4: '×', B8: '÷', B1: '±', D7: '·' },
};

/** The character of a sign; undefined if only its font knows it. */
export function signText(sign: Element): string | undefined {
  const code = (attributeOf(sign, 'char') ?? '').toUpperCase();
  const value = Number.parseInt(code, 16);
  if (!(value > 0x1f && value <= 0x10ffff)) return undefined;
  if (value < 0xe000 || value > 0xf8ff) return String.fromCodePoint(value);
  return SIGNS[(attributeOf(sign, 'font') ?? '').toLowerCase()]?.[code.slice(-2)];
}

/** Whether a content control only says what to type into it. */
export const isPlaceholder = (element: Element): boolean =>
  element.name === 'sdt' && childOf(childOf(element, 'sdtPr'), 'showingPlcHdr') !== undefined;

/** A line of letters that are drawn as a shape, as a box with a paragraph. */
export function artBox(path: Element): Element | undefined {
  const text = attributeOf(path, 'string') ?? '';
  const inside = (name: string, children: Element['children']): Element => ({ name, attributes: {}, children });
  return text === '' ? undefined : inside('txbxContent', [inside('p', [inside('r', [inside('t', [text])])])]);
}
