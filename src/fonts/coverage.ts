import { unitsOf } from '../characters/drawn-units.js';
import { excerpt } from '../characters/excerpt.js';
import { missingGlyph } from '../characters/missing-glyph.js';
import { undrawn } from '../characters/scan.js';
import { unprintable } from '../characters/unprintable.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { FaceRole } from '../theme/theme.js';
import type { Fonts } from './fonts.js';

/** A text, the role it is set in, and where the report has it. */
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

/** What cannot be drawn of texts that were not made from a checked report, each with the place where it first occurs. */
export function undrawable(texts: readonly Covered[], fonts: Fonts): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const covered of texts) {
    const { role, text, path } = covered;
    for (const { kind, found: character, at } of undrawn(text, (unit) => fonts.choose(role, unit) !== undefined)) {
      if (found.has(character) || kind?.treatment === 'break') continue;
      const place = { path, found: `${placeOf(covered)}：${excerpt(text, at, at + character.length)}` };
      found.set(
        character,
        kind?.code === undefined ? missingGlyph(character, place) : unprintable(kind, [character], place),
      );
    }
  }
  return [...found.values()];
}

/** The characters that a user's own fonts lack and the shipped ones have, each with the place where it first occurs. */
export function substitutions(texts: readonly Covered[], fonts: Fonts): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const covered of texts) {
    const { text, role, path } = covered;
    for (const character of unitsOf(text)) {
      const chosen = fonts.choose(role, character);
      if (!chosen?.isSubstitute || found.has(role + character)) continue;
      found.set(
        role + character,
        diagnostic(
          'font/substituted',
          { character, face: chosen.face, text: placeOf(covered) },
          { severity: 'note', path },
        ),
      );
    }
  }
  return [...found.values()];
}
