import { millimetres } from './lengths.js';

/**
 * Places of characters along a line as a file says them. A place may be a little beside the true one, if that makes numbers shorter or the same
 * as others: these are most of what a long file holds. Lengths in microns.
 */

/** How far: a fiftieth of a millimetre is seen, this is a quarter of that. */
const SLACK = 4.8;

/** The roundest whole number of a range that has one: that with the most noughts at its end. */
function roundest(least: number, most: number): number {
  const middle = (least + most) / 2;
  for (const unit of [1000, 100, 10]) {
    const found = unit * Math.round(middle / unit);
    if (found >= least && found <= most) return found;
  }
  return Math.min(Math.floor(most), Math.max(Math.ceil(least), Math.round(middle)));
}

/** A place that is easily said. */
export const roundPlace = (place: number): number => roundest(place - SLACK, place + SLACK);

/** Steps of one length that lead to as many places as may be, near enough to each: the lengths that do, and how many they are. */
function longestRun(at: number, places: readonly number[], from: number) {
  let [least, most, times] = [0, 0, 0];
  for (let i = from, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY; i < places.length; i++) {
    const far = (places[i] as number) - at;
    low = Math.max(low, (far - SLACK) / (times + 1));
    high = Math.min(high, (far + SLACK) / (times + 1));
    if (Math.ceil(low) > Math.floor(high)) break;
    [least, most, times] = [low, high, times + 1];
  }
  return { least, most, times };
}

/**
 * The steps from each place to the next, in millimetres as they are written, of which as few differ as may be. No error adds up, for each run begins where the one before has led.
 * `known` are steps that have been taken on the line, the last one first; those of these places are added.
 */
export function stepsBetween(places: readonly number[], start: number, known: number[]): readonly string[] {
  const steps: string[] = [];
  let at = start;
  while (steps.length < places.length - 1) {
    const { least, most, times } = longestRun(at, places, steps.length + 1);
    const step = known.find((one) => one >= least && one <= most) ?? roundest(least, most);
    if (known[0] !== step) known.unshift(step);
    const written = millimetres(step);
    for (let i = 0; i < times; i++) steps.push(written);
    at += step * times;
  }
  return steps;
}
