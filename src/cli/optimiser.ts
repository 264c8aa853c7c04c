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
