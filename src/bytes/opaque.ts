import type { Picture } from './png.js';

/** From here on an alpha shows nothing of what is beneath, to the eye. */
const SOLID = 250;
/** The share of solid pixels from which a picture counts as a sheet: of a seal's ring, star and letters there are not half as many. */
const SHEET = 0.95;
/** Colours from here on are light, as a scanned sheet is. */
const LIGHT = 200;

/** Whether a picture has a ground of its own: nothing shows through it, or next to nothing and its corners are light and solid. */
export function isOpaque({ width, height, rgba }: Picture): boolean {
  let solid = 0;
  for (let i = 3; i < rgba.length; i += 4) if ((rgba[i] as number) >= SOLID) solid += 1;
  if (solid === width * height) return true;
  const corners = [0, width - 1, (height - 1) * width, height * width - 1];
  const isLight = (pixel: number) => rgba.subarray(4 * pixel, 4 * pixel + 3).every((colour) => colour >= LIGHT);
  const isSolid = (pixel: number) => (rgba[4 * pixel + 3] as number) >= SOLID;
  return solid >= SHEET * width * height && corners.every((pixel) => isSolid(pixel) && isLight(pixel));
}
