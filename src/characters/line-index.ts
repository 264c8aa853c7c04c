/** The line of a text at which an index stands, counted from 0, and how many characters before it are on that line. */
export type LineIndex = (index: number) => readonly [line: number, column: number];

/** Where the lines of a text begin, in UTF-16 units. */
export const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length),
];

/** Finds lines by index. The text is gone through once, and only when it is asked for: a text may have thousands of places to tell. */
export function lineIndex(text: string): LineIndex {
  let starts: readonly number[] | undefined;
  return (index) => {
    starts ??= lineStarts(text);
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    return [low, index - (starts[low] ?? 0)];
  };
}
