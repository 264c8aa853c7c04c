import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { characterMap } from '../../src/fonts/sfnt/character-map.js';
import { createSubset } from '../../src/fonts/sfnt/subset.js';
import { tableOf, writeFont } from '../../src/fonts/sfnt/table-directory.js';
import { shippedFonts } from '../../src/host/opened-fonts.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-font-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * A font file of a user's: characters drawn as the shipped Song draws others, and characters that it claims to have and draws with nothing.
 *
 * @returns its path
 */
export function fontWith(drawn: { readonly [character: string]: string }, empty = ''): string {
  const song = shippedFonts.face('song');
  const subset = createSubset(song);
  const pointOf = (character: string) => character.codePointAt(0) ?? 0;
  const glyphs = [
    ...Object.entries(drawn).map(([character, like]): [number, number] => [
      pointOf(character),
      subset.include(song.glyphOf(pointOf(like))),
    ]),
    ...[...empty].map((character): [number, number] => [pointOf(character), subset.repeat(song.glyphOf(0x20))]),
  ];
  const os2 = song.table('OS/2');
  const name = song.table('name');
  const tables = [
    ...subset.tables(),
    tableOf('cmap', characterMap(new Map(glyphs))),
    ...(name ? [tableOf('name', name)] : []),
    ...(os2 ? [tableOf('OS/2', os2)] : []),
  ];
  const path = join(
    folder,
    `${Object.keys(drawn).join('').length}-${empty.length}-${Math.floor(performance.now() * 1000)}.ttf`,
  );
  writeFileSync(path, writeFont(tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))));
  return path;
}
