import type { Element } from '../neutral/markup.js';
import { type Declaration, styleDeclarations } from './sheet-rules.js';

/** What an element sets by itself: beneath all style sheets, and above them. */
type OwnStyles = readonly [weak: readonly Declaration[], strong: readonly Declaration[]];

/** Attributes that say what a property would. */
const PRESENTATIONAL: readonly (readonly [attribute: string, property: string])[] = [
  ['bgcolor', 'background-color'],
  ['background', 'background-image'],
  ['color', 'color'],
];

/** A `style` attribute that may have to do with what is seen: most of the many on a page have not. */
const HINT =
  /display|visib|opacity|mso-hide|font|color|background|:\s*-\d|overflow|clip|transform|scale|filter|white-space|line-through/i;

const NONE: readonly Declaration[] = [];

/** Reads what attributes set. Those of one text are read once: programs write the same ones again and again. */
export function attributeStyles(): (element: Element) => OwnStyles {
  const known = new Map<string, readonly Declaration[]>();
  const strongOf = (style: string): readonly Declaration[] => {
    const before = known.get(style);
    if (before) return before;
    const made = HINT.test(style) ? styleDeclarations(style) : NONE;
    known.set(style, made);
    return made;
  };
  return ({ attributes }) => {
    const weak = PRESENTATIONAL.flatMap(([attribute, name]) => {
      const value = attributes[attribute];
      return value === undefined ? [] : [{ name, value, isImportant: false }];
    });
    return [weak, attributes.style === undefined ? NONE : strongOf(attributes.style)];
  };
}
