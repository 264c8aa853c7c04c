import { type Memo, memo } from '../memo/memo.js';
import type { FaceRole } from '../theme/theme.js';
import { type FaceChoice, type FaceId, faceChoices, isChinese } from './catalogue.js';
import type { TrueType } from './sfnt/truetype.js';

/**
 * A user's font file, and what to take from it: all characters, only those of Chinese text (characters, punctuation, quotes, dashes),
 * or only the rest (Latin letters, digits).
 */
export type FontChoice = string | { readonly file: string; readonly only: 'chinese' | 'western' };

/**
 * A user's fonts by role, in order of preference. Characters that they lack are set in the shipped fonts, and `substitutions` reports
 * them.
 */
export type FontFiles = { readonly [R in FaceRole]?: FontChoice | readonly FontChoice[] };

/** The face chosen for a character. */
export interface Chosen {
  readonly face: FaceId;
  /** The advance as a fraction of the font size. */
  readonly advance: number;
  /** Whether it stands in for the user's own fonts, which lack the character. */
  readonly isSubstitute: boolean;
}

/** The fonts to render with. Faces are opened when first needed and kept for all documents of the process. */
export interface Fonts {
  readonly face: (id: FaceId) => TrueType;
  /** Chooses the face for a character in a role; undefined if no face has it. */
  readonly choose: (role: FaceRole, character: string) => Chosen | undefined;
}

/** Opens a face: one of those shipped, or a user's font file. Each face is opened once. */
export type OpenFace = (id: FaceId) => TrueType;

/** Quotes, dashes and the ellipsis are set in the Chinese face, like Chinese characters. */
const inChineseFace = (character: string): boolean => isChinese(character) || /^[“”‘’—…]$/.test(character);

const ONLY = {
  chinese: inChineseFace,
  western: (character: string) => !inChineseFace(character),
};

/** The faces of a role: those of the user, then those shipped. */
function choicesFor(role: FaceRole, own: FontFiles[FaceRole] = []): readonly FaceChoice[] {
  const list: readonly FontChoice[] = Array.isArray(own) ? own : [own as FontChoice];
  const chosen = list.map((choice): FaceChoice => {
    return typeof choice === 'string' ? { face: choice } : { face: choice.file, only: ONLY[choice.only] };
  });
  return [...chosen, ...faceChoices[role]];
}

/** Characters whose face is cached, per role. */
const MOST_CHARACTERS = 20_000;

/** The user's fonts, then the shipped ones. No face is opened until it is needed. */
export function loadFonts(face: OpenFace, files: FontFiles = {}): Fonts {
  const choices = new Map<FaceRole, readonly FaceChoice[]>();
  const chosen = new Map<FaceRole, Memo<Chosen | undefined>>();
  const find = (role: FaceRole, character: string): Chosen | undefined => {
    const point = character.codePointAt(0) ?? 0;
    const known = choices.get(role) ?? choicesFor(role, files[role]);
    choices.set(role, known);
    const own = known.length - faceChoices[role].length;
    for (const [i, { face: id, only }] of known.entries()) {
      if (only && !only(character)) continue;
      const font = face(id);
      const glyph = font.glyphOf(point);
      if (glyph === 0) continue;
      const advance = font.advanceOf(glyph) / font.unitsPerEm;
      return { face: id, advance, isSubstitute: i >= own && own > 0 };
    }
    return undefined;
  };
  const choose: Fonts['choose'] = (role, character) => {
    const known = chosen.get(role) ?? memo(MOST_CHARACTERS);
    chosen.set(role, known);
    return known(character, () => find(role, character));
  };
  return { face, choose };
}
