import { codePointName } from '../diagnostics/code-point-name.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { FaceRole } from '../theme/theme.js';
import type { Fonts } from './fonts.js';

/** A text, the role it is set in, and where it comes from. */
export interface Covered {
  readonly text: string;
  readonly role: FaceRole;
  readonly path: Path;
  /** Which paragraph of a narrative it is, counted from 1. */
  readonly paragraph?: number | undefined;
}

/** `narrative.overview 第 3 段` */
const placeOf = ({ path, paragraph }: Covered): string =>
  `${formatPath(path)}${paragraph === undefined ? '' : ` 第 ${paragraph} 段`}`;

/** The characters that no face has, each with its first place. They would print as empty boxes. */
export function missingGlyphs(texts: readonly Covered[], fonts: Fonts): readonly Diagnostic[] {
  const missing = new Map<string, Covered>();
  const seen = new Map<FaceRole, Set<string>>();
  for (const covered of texts) {
    const { role, text } = covered;
    const known = seen.get(role) ?? new Set('\t');
    seen.set(role, known);
    for (const character of text) {
      if (known.has(character)) continue;
      known.add(character);
      if (fonts.measure(role, character) === undefined && !missing.has(character)) missing.set(character, covered);
    }
  }
  return [...missing].map(([character, covered]) => {
    const { text, path } = covered;
    const at = text.indexOf(character);
    return diagnostic('font/missing-glyph', {
      message: `字体里没有“${character}”（${codePointName(character)}）`,
      path,
      found: `${placeOf(covered)}：……${text.slice(Math.max(0, at - 8), at + 10)}……`,
      expected: '字体里有的字符',
      hint: '换用字形相同的规范字，或配上含有这个字的字体',
    });
  });
}

/** The characters that a user's own fonts lack and the shipped ones provide, each with its first place. */
export function substitutions(texts: readonly Covered[], fonts: Fonts): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const covered of texts) {
    const { text, role, path } = covered;
    for (const character of text) {
      const measured = fonts.measure(role, character);
      if (!measured?.isSubstitute || found.has(role + character)) continue;
      found.set(
        role + character,
        diagnostic('font/substituted', {
          severity: 'note',
          message: `所配的字体里没有“${character}”（${codePointName(character)}），用自带的 ${measured.face} 代替`,
          path,
          found: placeOf(covered),
          expected: '所配字体里有的字符',
          hint: '配上字数更多的字体，如带 GBK 的版本',
        }),
      );
    }
  }
  return [...found.values()];
}
