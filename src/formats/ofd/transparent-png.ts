import { encode } from 'fast-png';
import type { Picture } from '../../bytes/png.js';
import { once } from '../../memo/once.js';

/**
 * Writes the colour of a pixel as ink on paper: how dark its darkest part is tells how much of it there is, and what is left is the ink. On
 * white both look the same; on text, white no longer hides it. A seal has millions of pixels, so nothing is made anew for one of them.
 */
function writeInk(ink: Uint8Array, colours: Uint8Array, at: number): void {
  let darkest = 255;
  for (let i = at; i < at + 3; i++) darkest = Math.min(darkest, colours[i] as number);
  const cover = 255 - darkest;
  if (cover === 0) return;
  for (let i = at; i < at + 3; i++) ink[i] = Math.round(255 - ((255 - (colours[i] as number)) * 255) / cover);
  ink[at + 3] = Math.round((cover * (colours[at + 3] as number)) / 255);
}

/** A picture as PNG, its white transparent: OFD has no way to multiply colours. The reports of a batch have the same one. */
export const transparentPng = once(({ width, height, rgba }: Picture): Uint8Array => {
  const data = new Uint8Array(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) writeInk(data, rgba, at);
  return encode({ width, height, data, channels: 4, depth: 8 });
});
