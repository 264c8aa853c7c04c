import { bytesFrom } from './commands.mjs';

/** How many pixels to an inch. */
const RESOLUTION = 60;
/** How far a grey may be out of those around it in the other picture, of 255, where nothing is drawn but a ground. */
const FLAT = 6;
/** By which part of the contrast around it, it may be further out: what the edge of a letter changes when it moves by less than a pixel. */
const EDGE = 0.6;
/** Squares of so many pixels a side hold about as much ink as in the other picture. */
const SQUARE = 28;
/** By how much ink they may differ, in pixels that are black: letters at the edge of a square move by less than a pixel; a rule half as thick again has more. */
const INK = 16;

/**
 * @typedef {{ width: number, data: Uint8Array }} Picture the grey of each pixel, row by row
 */

/** The pages of a PDF as MuPDF draws them. @param {string} path @returns {Picture[]} */
function picturesOf(path) {
  const args = ['draw', '-q', '-c', 'gray', '-r', String(RESOLUTION), '-F', 'pgm', '-o', '-', path];
  const all = bytesFrom('mutool', args);
  const pictures = [];
  for (let at = 0; at < all.length; ) {
    const [head, width, height] = /^P5\s+(\d+) (\d+)\s+255\s/.exec(all.toString('latin1', at, at + 40)) ?? [];
    if (head === undefined) throw new Error(`no picture in what mutool draws of ${path}`);
    const end = at + head.length + Number(width) * Number(height);
    pictures.push({ width: Number(width), data: all.subarray(at + head.length, end) });
    at = end;
  }
  return pictures;
}

/** The lightest and the darkest of a pixel and the eight around it. @param {Picture} picture @param {number} at @returns {[number, number]} */
function around({ width, data }, at) {
  let [low, high] = [255, 0];
  for (let row = at - width; row <= at + width; row += width)
    for (let i = row - 1; i <= row + 1; i++) {
      if (data[i] < low) low = data[i];
      if (data[i] > high) high = data[i];
    }
  return [low, high];
}

/** Whether a pixel of one of two pictures is lighter or darker than anything near it in the other. @param {Picture} a @param {Picture} b @param {number} at */
function isUnlike(a, b, at) {
  const one = a.data[at];
  const other = b.data[at];
  if (Math.abs(one - other) <= FLAT) return false;
  const [[lowA, highA], [lowB, highB]] = [around(a, at), around(b, at)];
  const out = Math.max(lowB - one, one - highB, lowA - other, other - highA);
  return out > FLAT + EDGE * Math.max(highA - lowA, highB - lowB);
}

/**
 * How much lighter one of two pictures is than the other, from the corner of the page to each pixel.
 *
 * @param {Picture} a
 * @param {Picture} b
 */
function lighterUpTo({ width, data }, b) {
  const sums = new Int32Array(data.length);
  for (let at = 0, row = 0; at < data.length; at++) {
    if (at % width === 0) row = 0;
    row += data[at] - b.data[at];
    sums[at] = row + (at < width ? 0 : sums[at - width]);
  }
  return sums;
}

/** The first square that has more or less ink than in the other picture. @param {Picture} a @param {Picture} b */
function unlikeSquare(a, b) {
  const { width } = a;
  const sums = lighterUpTo(a, b);
  for (let at = SQUARE * width; at < sums.length; at++) {
    if (at % width < SQUARE) continue;
    const above = at - SQUARE * width;
    const lighter = sums[at] - sums[at - SQUARE] - sums[above] + sums[above - SQUARE];
    if (Math.abs(lighter) > 255 * INK) return { at, ink: Math.round(lighter / 255) };
  }
  return undefined;
}

/** The first pixel that is unlike. @param {Picture} a @param {Picture} b */
function unlikePixel(a, b) {
  const [{ data: one, width }, { data: other }] = [a, b];
  for (let at = width + 1; at < one.length - width - 1; at++)
    if (one[at] !== other[at] && isUnlike(a, b, at)) return { at, found: other[at], wanted: one[at] };
  return undefined;
}

/**
 * The pages that one PDF has otherwise than another, and where.
 *
 * @param {string} path
 * @param {string} other
 */
export function unlikePages(path, other) {
  const [ours, theirs] = [picturesOf(path), picturesOf(other)];
  if (ours.length !== theirs.length) return [`${theirs.length} pages instead of ${ours.length}`];
  return ours.flatMap((page, i) => {
    const drawn = theirs[i];
    const { width, data } = page;
    if (drawn.width !== width || drawn.data.length !== data.length) return [`page ${i + 1} is of another size`];
    const place = (/** @type {number} */ at) => `page ${i + 1} at ${at % width}, ${Math.floor(at / width)}`;
    const square = unlikeSquare(page, drawn);
    if (square) return [`${place(square.at)}: ink of ${square.ink} pixels more or less`];
    const pixel = unlikePixel(page, drawn);
    return pixel ? [`${place(pixel.at)}: ${pixel.found} instead of ${pixel.wanted}`] : [];
  });
}
