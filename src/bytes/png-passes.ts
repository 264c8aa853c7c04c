import { Unzlib } from 'fflate';
import { type PngParts, unreadable } from './png-chunks.js';

/** A picture within the picture: every so many columns and rows of it. An interlaced picture has seven, any other one. */
export interface Pass extends Steps {
  readonly columns: number;
  readonly rows: number;
  /** The rows, each behind the number of its filter. */
  readonly data: Uint8Array;
}

/** Where a pass begins, and its steps. */
interface Steps {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** Samples of a pixel, by type. */
const SAMPLES: { readonly [type: number]: number } = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const WHOLE: readonly Steps[] = [{ x: 0, y: 0, dx: 1, dy: 1 }];
const INTERLACED: readonly Steps[] = [
  ...[
    { x: 0, y: 0, dx: 8, dy: 8 },
    { x: 4, y: 0, dx: 8, dy: 8 },
    { x: 0, y: 4, dx: 4, dy: 8 },
  ],
  ...[
    { x: 2, y: 0, dx: 4, dy: 4 },
    { x: 0, y: 2, dx: 2, dy: 4 },
    { x: 1, y: 0, dx: 2, dy: 2 },
    { x: 0, y: 1, dx: 1, dy: 2 },
  ],
];

/** What is inflated at once. It grows a thousandfold at most. */
const SLICE = 2 ** 14;

/** The first bytes of what was deflated, and no more: of 3 MB come 3 GB, if somebody means harm. */
function inflated(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  const stream = new Unzlib((inflatedPiece) => {
    const wanted = inflatedPiece.subarray(0, length - at);
    bytes.set(wanted, at);
    at += wanted.length;
  });
  try {
    for (const piece of pieces)
      for (let i = 0; i < piece.length && at < length; i += SLICE) stream.push(piece.subarray(i, i + SLICE));
  } catch {
    throw unreadable('图像数据损坏');
  }
  if (at < length) throw unreadable('图像数据不全');
  return bytes;
}

/**
 * The passes that have pixels, each with its part of the data.
 *
 * @throws ReportError `seal/unreadable` if the data are damaged or not all there
 */
export function readPasses({ header, pieces }: PngParts): readonly Pass[] {
  const { width, height, depth, type, isInterlaced } = header;
  const bits = depth * (SAMPLES[type] ?? 1);
  const sized = (isInterlaced ? INTERLACED : WHOLE)
    .map((step) => ({
      ...step,
      columns: Math.ceil((width - step.x) / step.dx),
      rows: Math.ceil((height - step.y) / step.dy),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map((pass) => ({ ...pass, length: pass.rows * (1 + Math.ceil((pass.columns * bits) / 8)) }));
  const all = inflated(
    pieces,
    sized.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  return sized.map(({ length, ...pass }) => {
    at += length;
    return { ...pass, data: all.subarray(at - length, at) };
  });
}
