import { codePointName } from '../diagnostics/code-point-name.js';
import { once } from '../memo/once.js';
import { drawnPoint } from './drawn-units.js';
import { type CharacterKind, characterKinds } from './kinds.js';
import { isShipped } from './shipped.js';

/** A place in a text: characters of a kind, or one unit of none. */
export interface Spot {
  readonly kind: CharacterKind | undefined;
  readonly found: string;
  /** In UTF-16 units from the beginning of the text. */
  readonly at: number;
}

/**
 * Characters that are drawn as typed and that the shipped fonts have: nearly all of nearly every report. They are passed over at once, unless
 * a mark follows.
 */
export const PLAIN = ' -~°±·×÷—‘’“”…‰℃①-⑩　-】〔〕一-龥！-～￥';

const NOT_PLAIN = new RegExp(`[^${PLAIN}]`, 'g');
const MARK = /\p{M}/uy;

/** The kinds with their patterns, to be tried at one place. They take milliseconds to make, and nearly every text is plain. */
const triedIn = once((kinds: typeof characterKinds) =>
  kinds.map((kind) => ({ kind, pattern: new RegExp(kind.pattern, 'uy') })),
);

function kindAt(text: string, at: number): Spot | undefined {
  for (const { kind, pattern } of triedIn(characterKinds)) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined && kind.isMeant?.(found) !== false) return { kind, found, at };
  }
  return undefined;
}

/** Where the next character stands that is not plain, or the one before it if it is a mark on that; -1 if there is none. */
function nextOdd(text: string, from: number): number {
  NOT_PLAIN.lastIndex = from;
  const at = NOT_PLAIN.exec(text)?.index ?? -1;
  MARK.lastIndex = at;
  return at > from && MARK.test(text) ? at - 1 : at;
}

/** All that is not plain in a text, in its order. */
export function spotsIn(text: string): readonly Spot[] {
  const spots: Spot[] = [];
  for (let at = nextOdd(text, 0); at >= 0; ) {
    const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const spot = kindAt(text, at) ?? { kind: undefined, found, at };
    spots.push(spot);
    at = nextOdd(text, at + spot.found.length);
  }
  return spots;
}

/** A text as every format prints it: with what is replaced replaced, and without what is dropped. */
export function printed(text: string): string {
  let [made, end] = ['', 0];
  for (const { kind, found, at } of spotsIn(text)) {
    if (kind?.as === undefined && kind?.treatment !== 'dropped') continue;
    made += text.slice(end, at) + (kind.as?.(found) ?? '');
    end = at + found.length;
  }
  return end === 0 ? text : made + text.slice(end);
}

/** Whether a face has what is drawn with one glyph: a code point, or a base and its marks. */
export type HasGlyph = (unit: string) => boolean;

/** All that cannot be drawn as it is: what is replaced, dropped or refused, breaks, and what no face has. */
export function undrawn(text: string, has: HasGlyph): readonly Spot[] {
  return spotsIn(text).filter(({ kind, found }) =>
    kind === undefined || kind.treatment === 'drawn' ? !has(found) : true,
  );
}

/** A text in which all that the shipped faces do not draw is spelled out: 〔U+200B〕. */
export function spelled(text: string): string {
  let [made, end] = ['', 0];
  for (const { found, at } of undrawn(text, (unit) => isShipped(drawnPoint(unit)))) {
    made += text.slice(end, at) + [...found].map((character) => `〔${codePointName(character)}〕`).join('');
    end = at + found.length;
  }
  return made + text.slice(end);
}
