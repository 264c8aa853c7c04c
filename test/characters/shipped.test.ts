import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { charactersPage } from '../../docs/characters.mjs';
import { PLAIN, undrawn } from '../../src/characters/scan.js';
import { isShipped } from '../../src/characters/shipped.js';
import { SHIPPED_RANGES } from '../../src/characters/shipped-ranges.js';
import { faceFiles } from '../../src/fonts/catalogue.js';
import { shippedFonts } from '../../src/host/opened-fonts.js';
import { characterKinds } from '../../src/index.js';
import { rangesOf } from './shipped-ranges.mjs';

const faces = Object.keys(faceFiles).map((id) => shippedFonts.face(id));

test('what check knows of the shipped faces is what they have', () => {
  expect(SHIPPED_RANGES).toBe(rangesOf((point) => faces.some((face) => face.glyphOf(point) !== 0)));
});

test('every role has what any face has', () => {
  const some = Array.from({ length: 0x3000 }, (_, i) => 17 * i + 0x21).filter(isShipped);
  const roles = ['title', 'heading', 'subheading', 'body', 'table'] as const;
  const lacking = [...some, 0x997b, 0x2ce18, 0x2082, 0x2075, 0x1ec7].filter((point) =>
    roles.some((role) => shippedFonts.choose(role, String.fromCodePoint(point)) === undefined),
  );
  expect(lacking).toEqual([]);
});

test('what is passed over as plain is drawn', () => {
  const plain = new RegExp(`[${PLAIN}]`, 'u');
  const characters = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point)).filter((one) =>
    plain.test(one),
  );
  // Before a mark nothing is passed over.
  const marked = `${characters.join('\u0332')}\u0332`;
  const odd = undrawn(marked, (unit) => isShipped(unit.codePointAt(0) ?? 0)).filter(({ found }) => found !== '\u0332');
  expect(characters.length).toBeGreaterThan(20_000);
  expect(odd).toEqual([]);
});

test('the table in the documentation is that of the list', () => {
  const page = readFileSync(new URL('../../docs/characters.md', import.meta.url), 'utf8');
  expect(page).toBe(charactersPage(characterKinds));
});
