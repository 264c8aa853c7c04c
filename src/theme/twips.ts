import type { PageTheme } from './theme.js';

/** Points in twips (twentieths of a point), the unit of lengths in Word. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** The width of the text area in twips, computed from the rounded margins. */
export function lineWidth({ width, margin }: PageTheme): number {
  return twips(width) - twips(margin.left) - twips(margin.right);
}
