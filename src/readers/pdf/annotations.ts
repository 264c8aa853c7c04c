import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { excerpt, loss } from '../neutral/loss.js';
import { type DrawnPage, middleOf } from './drawn-page.js';
import { applied, type Matrix } from './matrix.js';
import { type Box, boxAround } from './page-geometry.js';
import type { PdfAnnotation } from './pdf-engine.js';

/** What somebody has laid over a page: notes, boxes, marks (ISO 32000-1, 12.5.6). */
export interface LaidOver {
  readonly subtype: string;
  /** Text that it shows, or that a note holds. */
  readonly text: string;
  /** Seen upright, in points from the left and the top edge. */
  readonly box: Box;
}

/** Flags by which an annotation does not show: hidden, or not on screens. */
const UNSEEN = 2 | 32;

/** Links and the windows of notes lay nothing over a page. */
const NOTHING = ['Link', 'Popup', 'PrinterMark', 'TrapNet', 'Watermark'];

/** Annotations as they lie on a page that is seen through a viewport. */
export function laidOver(annotations: readonly PdfAnnotation[], view: Matrix): readonly LaidOver[] {
  const seen = annotations.filter(
    ({ subtype = '', annotationFlags = 0 }) => (annotationFlags & UNSEEN) === 0 && !NOTHING.includes(subtype),
  );
  return seen.map(({ subtype = '', rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [], contentsObj, fieldValue }) => {
    const text = typeof fieldValue === 'string' ? fieldValue : (contentsObj?.str ?? '');
    return { subtype, text: text.trim(), box: boxAround([applied(view, x1, y1), applied(view, x2, y2)]) };
  });
}

/** Kinds whose text shows on the page. */
const SHOWING = ['FreeText', 'Widget'];

/** Kinds that hide what they lie on, or strike it out; and those that let it be seen, as a seal does. */
const COVERING = ['Redact', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Ink', 'StrikeOut', 'Line', 'FreeText'];
const TRANSPARENT = ['Stamp', 'Highlight', 'Underline', 'Squiggly', 'Caret'];

function coveredBy({ box: { left, right, top, bottom } }: LaidOver, { glyphs }: DrawnPage): string {
  const isUnder = (x: number, y: number) => x > left && x < right && y > top && y < bottom;
  const under = glyphs.filter((glyph) => isUnder(...middleOf(glyph)));
  return under
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** What is told of something laid over a page; nothing if it neither shows a text nor lies on one. */
function lossOf(over: LaidOver, page: DrawnPage, file: string): readonly Diagnostic[] {
  const { subtype, text } = over;
  const [at, covered] = [`第${page.number}页`, coveredBy(over, page)];
  if (SHOWING.includes(subtype) && text !== '')
    return [loss('unplaced', { cause: 'remark-shown', text: excerpt(text) }, { file, at })];
  if (COVERING.includes(subtype) && covered !== '')
    return [loss('unplaced', { cause: 'remark-covering', text: excerpt(covered) }, { file, at })];
  if (TRANSPARENT.includes(subtype) && covered !== '')
    return [loss('doubtful', { cause: 'remark-over', text: excerpt(covered) }, { file, at })];
  return text === '' ? [] : [loss('left-out', { cause: 'page-remark', text: excerpt(text) }, { file, at })];
}

/** What is told of all that is laid over a page. */
export const annotationLosses = (over: readonly LaidOver[], page: DrawnPage, file: string): readonly Diagnostic[] =>
  over.flatMap((one) => lossOf(one, page, file));
