import { encode } from 'fast-png';
import type { Picture } from '../../bytes/png.js';
import { once } from '../../memo/once.js';

/**
 * A colour as ink on paper: how dark its darkest part is tells how much of it there is, and what is left is the ink. On white both look the
 * same; on text, white no longer hides it.
 */
function inkOf(colour: readonly number[], alpha: number): readonly [number, number, number, number] {
  const cover = 255 - Math.min(...colour);
  if (cover === 0) return [0, 0, 0, 0];
  const pure = (value: number) => Math.round(255 - ((255 - value) * 255) / cover);
  const [red = 0, green = 0, blue = 0] = colour;
  return [pure(red), pure(green), pure(blue), Math.round((cover * alpha) / 255)];
}

/** A picture as PNG, its white transparent: OFD has no way to multiply colours. The reports of a batch have the same one. */
export const transparentPng = once(({ width, height, rgba }: Picture): Uint8Array => {
  const data = new Uint8Array(rgba.length);
  for (let at = 0; at < rgba.length; at += 4)
    data.set(inkOf([...rgba.subarray(at, at + 3)], rgba[at + 3] as number), at);
  return encode({ width, height, data, channels: 4, depth: 8 });
});
