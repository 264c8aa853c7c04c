import type { Path } from '../diagnostics/diagnostic.js';
import { endOfString } from './quick-json.js';

// The places of values in JSON that has been read, no key twice. Only what a path leads through is gone through, each object and list
// once: few of a report's values are ever asked for.

/** A value in a text, and where its key begins, or the value itself if it has none. */
export interface ValuePlace {
  readonly start: number;
  readonly at: number;
}

const CONTROL = /[\0-\x1f]/g;

/** Where the next character is that is no white space. */
function onward(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}

/** Where a value ends. */
export function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start) + 1;
  let [at, depth] = [start, 0];
  for (; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth += 1;
    else if (depth === 0 && ',]} \n\r\t'.includes(character)) return at;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return at;
}

/** What a string with its quotation marks says. The parser with places lets control characters stand in it. */
export function stringValue(quoted: string): string {
  return JSON.parse(quoted.replace(CONTROL, (character) => JSON.stringify(character).slice(1, -1)));
}

/** The values in an object or a list, by keys or by numbers; none in anything else. */
function valuesIn(text: string, container: number): ReadonlyMap<string | number, ValuePlace> {
  const values = new Map<string | number, ValuePlace>();
  const isObject = text[container] === '{';
  if (!isObject && text[container] !== '[') return values;
  for (let start = onward(text, container + 1); !']}'.includes(text[start] as string); ) {
    const colon = isObject ? onward(text, endOfValue(text, start)) : undefined;
    const at = colon === undefined ? start : onward(text, colon + 1);
    const key: string | number =
      colon === undefined ? values.size : stringValue(text.slice(start, endOfValue(text, start)));
    values.set(key, { start, at });
    const end = onward(text, endOfValue(text, at));
    start = text[end] === ',' ? onward(text, end + 1) : end;
  }
  return values;
}

/** Finds the last value on the way along a path, as far as there is one. The place of the same value is the same object. */
export function jsonPlaces(text: string): (path: Path) => { readonly place: ValuePlace; readonly isWhole: boolean } {
  const known = new Map<number, ReturnType<typeof valuesIn>>();
  const within = (container: number) => {
    const values = known.get(container) ?? valuesIn(text, container);
    known.set(container, values);
    return values;
  };
  const root = onward(text, 0);
  const whole: ValuePlace = { start: root, at: root };
  return (path) => {
    let place = whole;
    for (const key of path) {
      const next = within(place.at).get(text[place.at] === '{' ? String(key) : key);
      if (next === undefined) return { place, isWhole: false };
      place = next;
    }
    return { place, isWhole: true };
  };
}
