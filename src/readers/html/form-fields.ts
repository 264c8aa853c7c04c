import { type Element, elementsOf } from '../neutral/markup.js';

const textIn = ({ children }: Element): string => children.filter((child) => typeof child === 'string').join('');

const has = ({ attributes }: Element, name: string): boolean => Object.hasOwn(attributes, name);

/** Fields of one line that show what is typed into them. */
const TYPED = /^(?:|text|number|tel|search|email|url)$/i;

function chosenIn(select: Element): string {
  const options = elementsOf(select).flatMap((child) => (child.name === 'optgroup' ? elementsOf(child) : [child]));
  const chosen = options.find((option) => has(option, 'selected')) ?? options[0];
  return chosen === undefined ? '' : textIn(chosen);
}

/** What a field of a form shows: tables that are filled in on a page have their figures there. Undefined for an element that is none. */
export function shownInField(element: Element): string | undefined {
  const { name, attributes } = element;
  if (name === 'textarea') return textIn(element);
  if (name === 'select') return chosenIn(element);
  if (name !== 'input') return undefined;
  return TYPED.test(attributes.type ?? '') ? (attributes.value ?? '') : '';
}
