import type { Picture } from '../../bytes/png.js';
import { type MakeObject, makeStream, type PdfReference } from './objects.js';
import type { PdfDocument } from './pdfmake.js';

/**
 * Pictures as a file holds them (ISO 32000-1, 8.9.5 and 11.6.5.3): their colours, and what shows through as a picture of its own. The
 * document's own pictures are passed by: they are read from PNG anew, some kinds of it wrong.
 */
export interface EmbeddedPicture {
  readonly image: PdfReference;
  /** The state of graphics that it is drawn in. */
  readonly state: PdfReference;
}

/** Some of the four bytes of each pixel. */
function only(which: readonly number[], { rgba }: Picture): Uint8Array {
  const bytes = new Uint8Array((rgba.length / 4) * which.length);
  let at = 0;
  for (let pixel = 0; pixel < rgba.length; pixel += 4) {
    for (const k of which) bytes[at++] = rgba[pixel + k] as number;
  }
  return bytes;
}

function write(space: string, bytes: Uint8Array, { width, height }: Picture, make: MakeObject, mask?: PdfReference) {
  const size = { Width: width, Height: height };
  const facts = { Type: 'XObject', Subtype: 'Image', ...size, ColorSpace: space, BitsPerComponent: 8 };
  return makeStream({ ...facts, ...(mask && { SMask: mask }) }, bytes, make);
}

/** Takes a picture into a file. */
export function embedPicture(picture: Picture, make: MakeObject): EmbeddedPicture {
  const alpha = only([3], picture);
  const mask = alpha.some((one) => one < 255) ? write('DeviceGray', alpha, picture, make) : undefined;
  const image = write('DeviceRGB', only([0, 1, 2], picture), picture, make, mask);
  // Its colours are multiplied with those beneath, as ink does: what is white, as a scanned sheet is, hides nothing.
  const state = make({ Type: 'ExtGState', BM: 'Multiply' });
  state.end();
  return { image, state };
}

/** Colours on a page where some show through are mixed in the space that they are given in (ISO 19005-2, 6.2.10). */
const GROUP = { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' };

/** What a page calls a picture and the state that it is drawn in. */
export interface PictureNames {
  readonly image: string;
  readonly state: string;
}

/** Makes a page know a picture. */
export function knownTo(page: PdfDocument['page'], { image, state }: EmbeddedPicture): PictureNames {
  const names = { image: `I${image.id}`, state: `G${state.id}` };
  page.xobjects[names.image] = image;
  page.ext_gstates[names.state] = state;
  page.dictionary.data.Group = GROUP;
  return names;
}
