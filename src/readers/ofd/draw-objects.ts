import { attributeOf, childOf, type Element, elementsOf } from '../neutral/markup.js';
import { sideOf } from '../pdf/clipping.js';
import { type Matrix, matrixOf, product } from '../pdf/matrix.js';
import type { Box, Rule } from '../pdf/page-geometry.js';
import { pathRules } from '../pdf/path-rules.js';
import { newPen } from '../pdf/pen.js';
import type { Drawn } from '../pdf/run-operators.js';
import type { ShownGlyph } from '../pdf/shown-glyphs.js';
import { pathSteps } from './path-data.js';
import { textGlyphs } from './text-glyphs.js';

/** What the objects of a page draw: characters and rules, in points from the top left corner of what is shown. */

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;

/** Objects within objects are broken, or made to break, if they go deeper. */
const DEEPEST = 40;

export const numbersOf = (text: string | undefined): readonly number[] =>
  text === undefined ? [] : text.trim().split(/\s+/).map(Number);

/** From the places within an object to those of the page. */
function matrixFor(object: Element, page: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(attributeOf(object, 'Boundary'));
  const ctm = attributeOf(object, 'CTM');
  const placed = product(page, matrixOf([1, 0, 0, 1, x, y]));
  return ctm === undefined ? placed : product(placed, matrixOf(numbersOf(ctm)));
}

const hex = (value: number): string =>
  Math.max(0, Math.min(255, Math.round(value)))
    .toString(16)
    .padStart(2, '0');

/** `231 230 230` as `#e7e6e6`; a grey is one number; black where nothing is said. */
function colourOf(element: Element | undefined): string {
  const values = numbersOf(element && attributeOf(element, 'Value')).filter(Number.isFinite);
  const [red = 0, green = red, blue = red] = values.length === 4 ? [] : values;
  return `#${hex(red)}${hex(green)}${hex(blue)}`;
}

function rulesOf(object: Element, page: Matrix, clip: Box): readonly Rule[] {
  const data = childOf(object, 'AbbreviatedData')?.children.join('') ?? '';
  const pen = {
    ...newPen(matrixFor(object, page), clip),
    lineWidth: Number(attributeOf(object, 'LineWidth') ?? 0.353),
    fill: colourOf(childOf(object, 'FillColor')),
    stroke: colourOf(childOf(object, 'StrokeColor')),
  };
  const isFilled = attributeOf(object, 'Fill') === 'true';
  return pathRules(pathSteps(data), pen, { isFilled, isStroked: attributeOf(object, 'Stroke') !== 'false' });
}

const isSeen = (object: Element): boolean => attributeOf(object, 'Visible') !== 'false';
const hasInk = (object: Element): boolean =>
  attributeOf(object, 'Alpha') !== '0' &&
  (attributeOf(object, 'Fill') !== 'false' || attributeOf(object, 'Stroke') === 'true');

/** What has been drawn so far. */
interface Sheet {
  /** The numbers of objects that are no part of the document by the file's own word. */
  readonly artifacts: ReadonlySet<number>;
  readonly glyphs: ShownGlyph[];
  readonly rules: Rule[];
  unseen: number;
  beside: string;
  over: string;
}

function drawText(object: Element, page: Matrix, clip: Box, sheet: Sheet): void {
  const id = Number(attributeOf(object, 'ID') ?? Number.NaN);
  const mark = Number.isNaN(id) ? undefined : id;
  const around = { mark, isArtifact: mark !== undefined && sheet.artifacts.has(mark), isOff: !isSeen(object) };
  const glyphs = textGlyphs(object, matrixFor(object, page), around);
  if (!hasInk(object)) sheet.unseen += glyphs.length;
  for (const glyph of glyphs) {
    const side = sideOf(glyph, clip);
    if (side === 'in') sheet.glyphs.push(glyph);
    else sheet[side] += glyph.text;
  }
}

function drawAll(parent: Element, page: Matrix, clip: Box, sheet: Sheet, depth: number): void {
  for (const object of elementsOf(parent)) {
    const { name } = object;
    if (name === 'TextObject') drawText(object, page, clip, sheet);
    else if (name === 'PathObject' && isSeen(object))
      for (const rule of rulesOf(object, page, clip)) sheet.rules.push(rule);
    else if (['Content', 'Layer', 'PageBlock'].includes(name) && depth < DEEPEST)
      drawAll(object, page, clip, sheet, depth + 1);
  }
}

/** The sheet that is drawn on: what is shown of it, in points, and where its places lie. */
export interface PageSheet {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
}

/** What the contents of a page, and of the templates behind it, draw. */
export function drawObjects(
  contents: readonly Element[],
  { matrix, width, height }: PageSheet,
  artifacts: ReadonlySet<number>,
): Drawn {
  const clip = { left: 0, top: 0, right: width, bottom: height };
  const sheet: Sheet = { artifacts, glyphs: [], rules: [], unseen: 0, beside: '', over: '' };
  for (const content of contents) drawAll(content, matrix, clip, sheet, 0);
  return sheet;
}
