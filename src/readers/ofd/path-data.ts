/** A path as OFD writes it (GB/T 33190-2016, 9.1), in the form in which rules are looked for: 0 moves, 1 draws a line, 2 a curve, 3 closes. */

const MOVE = [0];
const LINE = [1];
const CURVE = 2;
const CLOSE = 3;

/** How many numbers follow each command. */
const OPERANDS: { readonly [command: string]: number } = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

type Write = (numbers: readonly number[]) => readonly number[];

const WRITE: { readonly [command: string]: Write } = {
  S: (place) => [...MOVE, ...place],
  M: (place) => [...MOVE, ...place],
  L: (place) => [...LINE, ...place],
  Q: ([x = 0, y = 0, ...end]) => [CURVE, x, y, x, y, ...end],
  B: (places) => [CURVE, ...places],
  // The end of an arc is all that matters: no rule is one.
  A: (numbers) => [CURVE, ...numbers.slice(5), ...numbers.slice(5), ...numbers.slice(5)],
  C: () => [CLOSE],
};

/** The steps of a path; what follows a step that is not known is left out. */
export function pathSteps(text: string): readonly number[] {
  const words = text.trim().split(/\s+/);
  const steps: number[] = [];
  for (let i = 0; i < words.length; ) {
    const command = words[i] as string;
    const count = Object.hasOwn(OPERANDS, command) ? OPERANDS[command] : undefined;
    const numbers = words.slice(i + 1, i + 1 + (count ?? 0)).map(Number);
    if (count === undefined || numbers.length < count || !numbers.every(Number.isFinite)) break;
    for (const step of WRITE[command]?.(numbers) ?? []) steps.push(step);
    i += 1 + count;
  }
  return steps;
}
