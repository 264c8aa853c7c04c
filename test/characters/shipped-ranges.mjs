// The code points that the shipped faces have, as `src/characters/shipped-ranges.ts` holds them. `npm run fonts:update` writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../src/characters/shipped-ranges.ts', import.meta.url));

/** The steps from each end of a range to the next, to the base 36. @param {(point: number) => boolean} has */
export function rangesOf(has) {
  /** @type {number[]} */
  const ends = [];
  for (let point = 0, before = false; point <= 0x110000; point++) {
    const now = point < 0x110000 && has(point);
    if (now !== before) ends.push(now ? point : point - 1);
    before = now;
  }
  return ends.map((end, i) => (end - (ends[i - 1] ?? 0)).toString(36)).join(' ');
}

/** @param {string} ranges */
function source(ranges) {
  const lines = ranges.match(/.{1,112}(?: |$)/g) ?? [];
  const text = lines.map((line) => `  '${line}'`).join(' +\n');
  return `/**
 * The code points that at least one of the shipped faces has: the steps between the ends of their ranges, to the base 36. Made from the
 * fonts by \`npm run fonts:update\`; a test compares them.
 */
export const SHIPPED_RANGES =
${text};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { faceFiles, inMemory, loadFonts, openTrueType } = await import('../../dist/core/index.js');
  const open = (/** @type {string} */ id) =>
    openTrueType(inMemory(readFileSync(new URL(`../../${faceFiles[id]}`, import.meta.url))));
  const faces = Object.fromEntries(Object.keys(faceFiles).map((id) => [id, open(id)]));
  const fonts = loadFonts((/** @type {string} */ id) => faces[id]);
  writeFileSync(FILE, source(rangesOf((point) => fonts.choose('body', String.fromCodePoint(point)) !== undefined)));
}
