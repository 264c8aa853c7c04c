import { setFlagsFromString } from 'node:v8';

/**
 * A process that makes one report is over before optimised code has paid for its making, which takes a quarter of its processor
 * time. So V8 is held back from that until more has been read than one report holds.
 */

/** Characters. The seed report has 9,000. */
const MORE_THAN_ONE = 25_000;

let read = 0;

/** Holds V8 back, or lets it go, now that this text was read as well. */
export function weigh(text: string): void {
  read += text.length;
  setFlagsFromString(read > MORE_THAN_ONE ? '--opt' : '--no-opt');
}

/** How hot code must be to be optimised, as the versions of V8 call it that this was measured with; each value is eight times V8's own. */
function heat(v8: number): readonly string[] {
  if (v8 === 11) return ['--interrupt-budget=540000'];
  return v8 >= 12 && v8 <= 14 ? ['--invocation-count-for-turbofan=24000'] : [];
}

/**
 * Has V8 optimise only what is hot indeed. Every thread optimises for itself, and where each core has one there is none left to do
 * that on the side: several hundred reports on two threads take a seventh less processor time so.
 */
export function spareCores(): void {
  for (const flag of heat(Number.parseInt(process.versions.v8, 10))) setFlagsFromString(flag);
}
