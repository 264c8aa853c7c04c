import type { Element } from '../neutral/markup.js';
import { type Declaration, styleDeclarations } from './sheet-rules.js';

/** What an element sets by itself: beneath all style sheets, and above them. */
export type OwnStyles = readonly [weak: readonly Declaration[], strong: readonly Declaration[]];

/** Attributes that say what a property would. */
const PRESENTATIONAL: readonly (readonly [attribute: string, property: string])[] = [
  ['bgcolor', 'background-color'],
  ['background', 'background-image'],
  ['color', 'color'],
];

/** A `style` attribute that may have to do with what is seen: most of the many on a page have not. */
const HINT =
  /display|visib|opacity|mso-hide|font|color|background|:\s*-\d|overflow|clip|transform|scale|filter|white-space|line-through/i;

const NOTHING: OwnStyles = [[], []];

function weakOf(attributes: Element['attributes']): readonly Declaration[] {
  return PRESENTATIONAL.flatMap(([attribute, name]) => {
    const value = attributes[attribute];
    return value === undefined ? [] : [{ name, value, isImportant: false }];
  });
}

/** Reads what attributes set. The same ones, which programs write again and again, are read once and give the same thing. */
export function attributeStyles(): (element: Element) => OwnStyles {
  const known = new Map<string, OwnStyles>();
  return ({ attributes }) => {
    const { style, bgcolor, background, color } = attributes;
    if ((style ?? bgcolor ?? background ?? color) === undefined) return NOTHING;
    const key = `${style}\n${bgcolor}\n${background}\n${color}`;
    const before = known.get(key);
    if (before) return before;
    const strong = style !== undefined && HINT.test(style) ? styleDeclarations(style) : [];
    const made: OwnStyles = [weakOf(attributes), strong];
    known.set(key, made);
    return made;
  };
}
