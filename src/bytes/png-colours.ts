import { PALETTE, type PngParts } from './png-chunks.js';
import type { Pass } from './png-passes.js';

/** Samples of pixels, row by row. */
export type Samples = Uint8Array | Uint16Array;

/** Where red, green, blue and alpha stand among the samples of a pixel, by type; alpha is not always there. */
const ORDER: { readonly [type: number]: readonly [number, number, number, number?] } = {
  ...{ 0: [0, 0, 0], 2: [0, 1, 2], 4: [0, 0, 0, 1], 6: [0, 1, 2, 3] },
};

/** Samples of less than eight bits, one by one; each row begins with a new byte. Only pixels of one sample have such. */
function unpacked(data: Samples, { columns, rows }: Pass, depth: number): Samples {
  if (depth >= 8) return data;
  const samples = new Uint8Array(columns * rows);
  const width = Math.ceil((columns * depth) / 8);
  for (let i = 0; i < samples.length; i++) {
    const bit = (i % columns) * depth;
    const byte = data[Math.floor(i / columns) * width + (bit >> 3)] as number;
    samples[i] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  }
  return samples;
}

/** Colours by their number in the palette; a number that it does not have is black. */
function fromPalette(samples: Samples, { palette, transparency }: PngParts): Uint8Array {
  const rgba = new Uint8Array(samples.length * 4);
  for (const [i, index] of samples.entries()) {
    for (let k = 0; k < 3; k++) rgba[4 * i + k] = palette[3 * index + k] ?? 0;
    rgba[4 * i + 3] = transparency[index] ?? 255;
  }
  return rgba;
}

/** The samples of the colour that is transparent, if there is one; as many as a pixel has. */
function keyOf({ header, transparency }: PngParts): readonly number[] {
  const length = header.type === 0 ? 1 : header.type === 2 ? 3 : 0;
  if (transparency.length < 2 * length) return [];
  return Array.from({ length }, (_, i) => ((transparency[2 * i] as number) << 8) | (transparency[2 * i + 1] as number));
}

/** Colours by their samples. */
function fromSamples(samples: Samples, parts: PngParts): Uint8Array {
  const { type, depth } = parts.header;
  const [red, green, blue, alpha] = ORDER[type] ?? [0, 0, 0];
  const most = 2 ** depth - 1;
  const key = keyOf(parts);
  const step = Math.max(red, green, blue, alpha ?? 0) + 1;
  const rgba = new Uint8Array((samples.length / step) * 4);
  for (let from = 0, to = 0; from < samples.length; from += step, to += 4) {
    const isKey = key.length > 0 && key.every((value, k) => value === samples[from + k]);
    rgba[to] = Math.round(((samples[from + red] as number) * 255) / most);
    rgba[to + 1] = Math.round(((samples[from + green] as number) * 255) / most);
    rgba[to + 2] = Math.round(((samples[from + blue] as number) * 255) / most);
    rgba[to + 3] = isKey ? 0 : alpha === undefined ? 255 : Math.round(((samples[from + alpha] as number) * 255) / most);
  }
  return rgba;
}

/** The samples of a pass as they are packed, as red, green, blue and alpha of eight bits each. */
export function toRgba(packed: Samples, pass: Pass, parts: PngParts): Uint8Array {
  const { type, depth } = parts.header;
  const samples = unpacked(packed, pass, depth);
  return type === PALETTE ? fromPalette(samples, parts) : fromSamples(samples, parts);
}
