import { SHIPPED_RANGES } from './shipped-ranges.js';

/** The first and the last code point of each range, in order. Read when a text first has a character that is not plain. */
let ends: Uint32Array | undefined;

function readRanges(): Uint32Array {
  const numbers = SHIPPED_RANGES.split(' ').map((digits) => Number.parseInt(digits, 36));
  let point = 0;
  return Uint32Array.from(numbers, (step) => {
    point += step;
    return point;
  });
}

/** Whether one of the faces that ship with nianbao has a character: none of them need be opened to know. */
export function isShipped(point: number): boolean {
  ends ??= readRanges();
  let [low, high] = [0, ends.length / 2 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (point < (ends[2 * middle] as number)) high = middle - 1;
    else if (point > (ends[2 * middle + 1] as number)) low = middle + 1;
    else return true;
  }
  return false;
}
