import { ASCENT } from '../fonts/em-box.js';
import type { Fonts } from '../fonts/fonts.js';
import { type Contour, contoursOf, type OutlinePoint } from '../fonts/sfnt/contours.js';
import { DRAFT } from '../theme/draft-mark.js';
import type { PageTheme } from '../theme/theme.js';
import type { ShapeItem } from './page.js';

/** The middle of an em box, above the baseline. */
const MIDDLE = ASCENT - 0.5;

type Place = (x: number, y: number) => string;

const middle = (a: OutlinePoint, b: OutlinePoint): OutlinePoint => {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true };
};

/** Adds the points that TrueType leaves out, halfway between two points off the curve. The result begins and ends on the curve. */
function completed(contour: Contour): Contour {
  const points = contour.flatMap((point, i) => {
    const next = contour[(i + 1) % contour.length] as OutlinePoint;
    return point.onCurve || next.onCurve ? [point] : [point, middle(point, next)];
  });
  const start = points.findIndex((point) => point.onCurve);
  return [...points.slice(start), ...points.slice(0, start + 1)];
}

/** PDF has no quadratic curves: each becomes a cubic one of the same shape. */
function curve(from: OutlinePoint, bend: OutlinePoint, to: OutlinePoint, place: Place): string {
  const pulled = ({ x, y }: OutlinePoint) => place((x + 2 * bend.x) / 3, (y + 2 * bend.y) / 3);
  return `C ${pulled(from)} ${pulled(to)} ${place(to.x, to.y)}`;
}

function contourPath(contour: Contour, place: Place): string {
  const points = completed(contour);
  const [start] = points;
  if (start === undefined) return '';
  const steps = points.slice(1).map((point, i) => {
    const before = points[i] as OutlinePoint;
    if (!point.onCurve) return '';
    if (before.onCurve) return `L ${place(point.x, point.y)}`;
    return curve(points[i - 1] as OutlinePoint, before, point, place);
  });
  return ['M', place(start.x, start.y), ...steps.filter((step) => step !== ''), 'Z'].join(' ');
}

const round = (points: number): number => Math.round(points * 100) / 100;

/** Turns a point by 45° about the middle of the page, rising to the right. `x` and `y` are in points from the middle, y upwards. */
function turned(x: number, y: number, { width, height }: PageTheme): string {
  const [along, across] = [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2];
  return `${round(width / 2 + along)} ${round(height / 2 - across)}`;
}

/**
 * 草稿 across a page, drawn as outlines: as text it would be searched and copied with the report.
 *
 * @throws Error if no face has its characters; `undrawable` reports that first
 */
export function draftMark(page: PageTheme, fonts: Fonts): ShapeItem {
  const size = DRAFT.share * page.width;
  const characters = [...DRAFT.text];
  const paths = characters.map((character, i) => {
    const chosen = fonts.choose(DRAFT.role, character);
    if (chosen === undefined) throw new Error(`no face has ${character}`);
    const font = fonts.face(chosen.face);
    const scale = size / font.unitsPerEm;
    const left = (i - (characters.length - 1) / 2) * DRAFT.pitch * size - size / 2;
    const place: Place = (x, y) => turned(left + x * scale, y * scale - MIDDLE * size, page);
    const contours = contoursOf(font, font.glyphOf(character.codePointAt(0) ?? 0));
    return contours.map((contour) => contourPath(contour, place)).join(' ');
  });
  return { kind: 'shape', path: paths.join(' '), colour: DRAFT.colour };
}
