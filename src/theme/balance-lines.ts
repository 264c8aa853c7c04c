/** The width of a text in ems. */
type Measure = (text: string) => number;

/** Joins pieces into lines as long as fit. A piece longer than that has a line of its own. */
export function filled(pieces: readonly string[], room: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const joined = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && measure(joined) <= room) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}

/** Pieces of a text as lines: as few as possible, and these as even as possible. */
export function balancedLines(pieces: readonly string[], room: number, measure: Measure): readonly string[] {
  let lines = filled(pieces, room, measure);
  const fewest = lines.length;
  for (let width = room - 0.5; width > 0; width -= 0.5) {
    // As wide as the longest line or wider gives the same lines again.
    if (lines.every((line) => measure(line) <= width)) continue;
    const next = filled(pieces, width, measure);
    if (next.length > fewest || next.some((line) => measure(line) > room)) break;
    lines = next;
  }
  return lines;
}
