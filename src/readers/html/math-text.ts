import { type Element, elementsOf } from '../neutral/markup.js';
import { grouped, offTheLine } from '../neutral/raised-digits.js';

/** Formulas of a page (MathML) in one line. */

const STACKED = new Set([
  'mfrac',
  'msup',
  'msub',
  'msubsup',
  'msqrt',
  'mroot',
  'munder',
  'mover',
  'munderover',
  'mtable',
]);

/** Whether a formula has more than one line, so that its text in one is another. */
export const isStacked = (element: Element): boolean =>
  STACKED.has(element.name) || elementsOf(element).some(isStacked);

/** A formula in one line: 1/2, √(a+b). What only programs read is left out. */
export function mathText(element: Element): string {
  const parts = elementsOf(element);
  const part = (at: number): string => {
    const one = parts[at];
    return one ? mathText(one) : '';
  };
  const all = () =>
    element.children.map((child) => (typeof child === 'string' ? child.trim() : mathText(child))).join('');
  switch (element.name) {
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'semantics':
      return part(0);
    case 'mfrac':
      return `${grouped(part(0))}/${grouped(part(1))}`;
    case 'msup':
      return `${part(0)}${offTheLine(part(1), 'above')}`;
    case 'msub':
      return `${part(0)}${offTheLine(part(1), 'below')}`;
    case 'msubsup':
      return `${part(0)}${offTheLine(part(1), 'below')}${offTheLine(part(2), 'above')}`;
    case 'msqrt':
      return `√${grouped(all())}`;
    case 'mroot':
      return `${part(1)}√${grouped(part(0))}`;
    default:
      return all();
  }
}
