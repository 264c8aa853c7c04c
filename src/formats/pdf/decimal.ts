import { type ByteSink, makeRoom, putWhole } from '../../bytes/byte-sink.js';

const [POINT, MINUS, ZERO] = [46, 45, 48];

/** A minus, ten digits, and the three behind the point. */
const LONGEST = 16;

/** The digits of thousandths behind the point, without zeros at their end. */
function putFraction(sink: ByteSink, thousandths: number): void {
  const { bytes } = sink;
  bytes[sink.at++] = POINT;
  for (let [rest, unit] = [thousandths, 100]; rest > 0; unit /= 10) {
    const digit = (rest / unit) | 0;
    bytes[sink.at++] = ZERO + digit;
    rest -= digit * unit;
  }
}

/** Writes thousandths of points, a whole number, as points. */
function putThousandths(sink: ByteSink, thousandths: number): void {
  makeRoom(sink, LONGEST);
  if (thousandths < 0) sink.bytes[sink.at++] = MINUS;
  const size = Math.abs(thousandths);
  const whole = (size / 1000) | 0;
  putWhole(sink, whole);
  if (size > 1000 * whole) putFraction(sink, size - 1000 * whole);
}

/**
 * A length in points as thousandths of them, which is how exactly it is written: a third of a micrometre. It is whole for V8 as well, which
 * makes an object of any other number that is handed on; no page is two million points long.
 */
function thousandthsOf(points: number): number {
  const size = Math.round(Math.abs(points) * 1000) | 0;
  return points < 0 ? -size : size;
}

/**
 * Writes a length in points for the operators of a page. A report has about two thousand. Writing the digits of whole numbers takes a
 * fifth of the time that V8 needs for the shortest text of a fraction.
 */
export function putDecimal(sink: ByteSink, points: number): void {
  putThousandths(sink, thousandthsOf(points));
}
