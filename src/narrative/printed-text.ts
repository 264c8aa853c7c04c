import { printed } from '../characters/scan.js';
import type { FiguredText } from '../model/figure.js';

/** A text as every format prints it, with its figures where they then stand. */
export function printedText({ text, figures }: FiguredText): FiguredText {
  const whole = printed(text);
  if (whole === text) return { text, figures };
  const moved = figures.map((figure) => {
    const from = printed(text.slice(0, figure.from)).length;
    return { ...figure, from, to: from + figure.to - figure.from };
  });
  const isThere = (i: number, from: number, to: number) =>
    whole.slice(from, to) === text.slice(figures[i]?.from, figures[i]?.to);
  return { text: whole, figures: moved.filter(({ from, to }, i) => isThere(i, from, to)) };
}
