/** Points in twips (twentieths of a point), the unit of lengths in Word. */
export function twips(points: number): number {
  return Math.round(points * 20);
}
