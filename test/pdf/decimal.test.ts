import { written } from '../../src/bytes/byte-sink.js';
import { putDecimal } from '../../src/formats/pdf/decimal.js';
import { fc } from '../fast-check.js';

// Numbers as a content stream has them (ISO 32000-1, 7.3.3): no exponents, and no more digits than there is something to say.

function decimal(points: number): string {
  const sink = { bytes: new Uint8Array(1), at: 0 };
  putDecimal(sink, points);
  return Buffer.from(written(sink)).toString('latin1');
}

test.each([
  [0, '0'],
  [841.89, '841.89'],
  [72, '72'],
  [0.0004, '0'],
  [-0.0004, '0'],
  [0.0005, '0.001'],
  [-1.5, '-1.5'],
  [12.0304, '12.03'],
  [99.9996, '100'],
])('%d is written %s', (points, written) => {
  expect(decimal(points)).toBe(written);
});

test('every length is written to the thousandth, in as few digits as it has', () => {
  fc.assert(
    fc.property(fc.double({ min: -20_000, max: 20_000, noNaN: true }), (points) => {
      const written = decimal(points);
      expect(written).toMatch(/^(?!-0$)-?\d+(\.\d{0,2}[1-9])?$/);
      expect(Math.abs(Number(written) - points)).toBeLessThanOrEqual(0.000501);
    }),
  );
});
