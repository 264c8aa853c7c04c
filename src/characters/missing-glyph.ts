import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';

/** The extensions of the unified ideographs, by their first and last code points. */
const EXTENSIONS: readonly (readonly [name: string, first: number, last: number])[] = [
  ['扩展 A 区', 0x3400, 0x4dbf],
  ['扩展 B 区', 0x20000, 0x2a6df],
  ['扩展 C 区', 0x2a700, 0x2b73f],
  ['扩展 D 区', 0x2b740, 0x2b81f],
  ['扩展 E 区', 0x2b820, 0x2ceaf],
  ['扩展 F 区', 0x2ceb0, 0x2ebef],
  ['扩展 I 区', 0x2ebf0, 0x2ee5f],
  ['兼容汉字', 0x2f800, 0x2fa1f],
  ['扩展 G 区', 0x30000, 0x3134f],
  ['扩展 H 区', 0x31350, 0x323af],
  ['扩展 J 区', 0x323b0, 0x3347f],
  ['兼容汉字', 0xf900, 0xfaff],
];

const areaOf = (character: string): string | undefined => {
  const point = character.codePointAt(0) ?? 0;
  return EXTENSIONS.find(([, first, last]) => first <= point && point <= last)?.[0];
};

/** What sort of character it is, which decides what to do without it. */
function sortOf(character: string): FactsOf<'font/missing-glyph'>['sort'] {
  if (/\p{Co}/u.test(character)) return 'private';
  if (/\p{Emoji_Presentation}/u.test(character)) return 'emoji';
  if (character.normalize('NFKC') !== character) return 'variant';
  return areaOf(character) !== undefined || /\p{Script=Han}/u.test(character) ? 'han' : 'other';
}

/** A missing glyph in a file that the program which opens it draws with fonts of its own: those may have it. */
export function leftToReader(problem: Diagnostic): Diagnostic {
  if (problem.code !== 'font/missing-glyph') return problem;
  const { path } = problem;
  return {
    ...problem,
    ...diagnostic('font/missing-glyph', { ...problem.facts, isLeftToReader: true }, { path, severity: 'warning' }),
  };
}

/**
 * A character that no face has.
 *
 * @param found the words that it stands in
 */
export function missingGlyph(character: string, { path, found }: { path: Path; found: string }): Diagnostic {
  const sort = sortOf(character);
  const instead = sort === 'variant' ? character.normalize('NFKC') : undefined;
  const facts = { character, area: areaOf(character), sort, instead, text: found, isLeftToReader: false };
  return diagnostic('font/missing-glyph', facts, { path });
}
