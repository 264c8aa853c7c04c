import type { Element } from '../neutral/markup.js';
import { colourOf, isAlike } from './colours.js';

/** What is set for an element, by property: the value in small letters. */
export type Styles = ReadonlyMap<string, string>;

/** What is seen of text at a place, as far as it is handed on from element to element. */
export interface Sight {
  readonly isInvisible: boolean;
  /** The letters are too small to be seen. */
  readonly isTiny: boolean;
  /** The colour of letters, and of what they stand on, if they are known. */
  readonly ink: string | undefined;
  readonly ground: string | undefined;
}

/** What is seen of an element: it is not there; it takes its place and shows nothing that is in it; or text in it shows as it may. */
export type Showing = 'absent' | 'blank' | Sight;

/** Letters of fewer pixels are not seen. */
const TINY = 2;

/** Farther beyond an edge, in pixels, than anything stands that comes into view; what is centred has margins of half a page. */
const FAR = 900;
const FAR_MARGIN = 2000;

const PIXELS: Readonly<Record<string, number>> = {
  em: 16,
  rem: 16,
  pt: 4 / 3,
  vw: 12.8,
  vh: 8,
  '%': 10,
  cm: 38,
  in: 96,
};

/** A length in pixels, roughly; undefined for what is none. */
function pixels(value: string | undefined): number | undefined {
  const [, number = '', unit = 'px'] = /^([-+]?[\d.]+)(px|em|rem|pt|vw|vh|%|cm|in)?$/.exec(value ?? '') ?? [];
  return number === '' ? undefined : Number(number) * (PIXELS[unit] ?? 1);
}

const isNone = (value: string | undefined): boolean => pixels(value) === 0;

const isFar = (value: string | undefined, limit: number): boolean => (pixels(value) ?? 0) <= -limit;

function isOffScreen(styles: Styles): boolean {
  const isMoved = /^(?:absolute|fixed|relative|sticky)/.test(styles.get('position') ?? '');
  const sides = isMoved ? ['left', 'right', 'top', 'bottom'] : [];
  return (
    [...sides, 'text-indent'].some((name) => isFar(styles.get(name), FAR)) ||
    ['margin-left', 'margin-top'].some((name) => isFar(styles.get(name), FAR_MARGIN))
  );
}

/** Parts of tables are as large as what is in them, whatever is set. */
const GROWING = new Set(['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);

/** Whether an element takes more room than its width and height say. */
const grows = (name: string, styles: Styles): boolean =>
  GROWING.has(name) || ['flex', 'flex-grow'].some((share) => /^(?:auto|0?\.?[1-9])/.test(styles.get(share) ?? ''));

/** Whether an element has no room in which anything of it would show. */
function isClosed(name: string, styles: Styles): boolean {
  const cuts = ['overflow', 'overflow-x', 'overflow-y'].some((name) => /hidden|clip/.test(styles.get(name) ?? ''));
  const isShut = (side: string): boolean =>
    (pixels(styles.get(`min-${side}`)) ?? 0) <= 1 &&
    [side, `max-${side}`].some((name) => (pixels(styles.get(name)) ?? 9) <= 1);
  return cuts && !grows(name, styles) && ['height', 'width'].some(isShut);
}

const CLIPPED =
  /inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?(?:\s*,\s*0(?:px|%)?\s+0(?:px|%)?)*\s*\)/;
const MOVED = /scale[xy3d]*\(\s*0\s*[,)]|translate[xy3d]*\([^)]*-(?:\d{3,}(?:%|v[wh]|r?em)|\d{4,}px|9\d\dpx)/;

function isBlank(element: string, styles: Styles): boolean {
  const says = (name: string) => styles.get(name) ?? '';
  return (
    /^(?:0?\.0\d*|0|0%|0\.0+)$/.test(says('opacity')) ||
    /opacity\(\s*0(?:\.0\d*)?%?\s*\)/.test(says('filter')) ||
    /^rect\((?:\s*[01](?:px)?\s*,?)+\)$/.test(says('clip')) ||
    CLIPPED.test(says('clip-path')) ||
    MOVED.test(says('transform')) ||
    isNone(says('scale')) ||
    says('content-visibility') === 'hidden' ||
    isOffScreen(styles) ||
    isClosed(element, styles)
  );
}

/** Whether an element is not there at all, so that a row closes up over it. */
function isAbsent({ name, attributes }: Element, styles: Styles): boolean {
  const display = styles.get('display');
  if (name === 'dialog' && !Object.hasOwn(attributes, 'open') && display === undefined) return true;
  if (Object.hasOwn(attributes, 'hidden') && (display === undefined || display === 'none')) return true;
  return display === 'none' || styles.get('mso-hide') === 'all';
}

/** Letters too small to be seen: sizes that are a share of those around are as small as these. */
function isTiny(styles: Styles, above: boolean): boolean {
  const said = styles.get('font-size');
  const [, size = said] = /(?:^|\s)([\d.]+(?:[a-z]+|%)|0)(?:\s*\/|\s)/.exec(said ?? '') ?? [];
  const isShare = size === undefined || /^(?:inherit|unset|smaller|larger)$|(?:\d%|\dem)$/.test(size);
  return (isShare && above) || (pixels(size) ?? TINY) < TINY;
}

function groundOf(styles: Styles, above: string | undefined): string | undefined {
  if ((styles.get('background-image') ?? 'none') !== 'none') return undefined;
  const said = styles.get('background-color');
  if (said === undefined) return above;
  const colour = colourOf(said);
  return colour === 'transparent' ? above : colour;
}

/** What is seen of an element by what is set for it, and by what is handed on from around it. */
export function showingOf(element: Element, styles: Styles, above: Sight): Showing {
  if (isAbsent(element, styles)) return 'absent';
  if (styles.size === 0) return above;
  if (isBlank(element.name, styles)) return 'blank';
  const visibility = styles.get('visibility') ?? 'inherit';
  const ink = styles.get('-webkit-text-fill-color') ?? styles.get('color');
  return {
    isInvisible: visibility === 'inherit' ? above.isInvisible : visibility === 'hidden' || visibility === 'collapse',
    isTiny: isTiny(styles, above.isTiny),
    ink: ink === undefined || ink === 'inherit' ? above.ink : colourOf(ink),
    ground: groundOf(styles, above.ground),
  };
}

/** Whether text at a place is seen. */
export const isSeen = ({ isInvisible, isTiny, ink, ground }: Sight): boolean =>
  !isInvisible && !isTiny && ink !== 'transparent' && !isAlike(ink, ground);
