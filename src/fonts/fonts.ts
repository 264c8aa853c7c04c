import { type Memo, memo } from '../memo/memo.js';
import type { FaceRole } from '../theme/theme.js';
import { type FaceChoice, type FaceId, faceChoices, isChinese } from './catalogue.js';
import type { TrueType } from './sfnt/truetype.js';

/**
 * A user's font file, and what is to be taken from it: everything it has, only what Chinese text is set in (characters, points,
 * quotes, dashes), or only the rest (Latin, figures).
 */
export type FontChoice = string | { readonly file: string; readonly only: 'chinese' | 'western' };

/**
 * Users' own fonts by role, the first choice first. A character that they lack is set in the shipped fonts, and
 * `substitutions` tells of it.
 */
export type FontFiles = { readonly [R in FaceRole]?: FontChoice | readonly FontChoice[] };

/** A character in the face it is set in. */
export interface Measured {
  readonly face: FaceId;
  /** Advance as a fraction of the size. */
  readonly advance: number;
  /** The user's own fonts for the role lack it. */
  readonly isSubstitute: boolean;
}

/** The fonts of a rendering: opened when first needed, kept for all documents of the process. */
export interface Fonts {
  readonly face: (id: FaceId) => TrueType;
  /** The face and the advance of a character in a role; undefined if no face has it. */
  readonly measure: (role: FaceRole, character: string) => Measured | undefined;
}

/** Opens a face: one of the shipped, or a user's by the path of its file. The same face is opened once. */
export type OpenFace = (id: FaceId) => TrueType;

/** In Chinese text quotes, dashes and the ellipsis take the Chinese face. */
const inChineseFace = (character: string): boolean => isChinese(character) || /^[“”‘’—…]$/.test(character);

const ONLY = {
  chinese: inChineseFace,
  western: (character: string) => !inChineseFace(character),
};

/** A user's choices for a role, before the shipped ones. */
function choicesFor(role: FaceRole, own: FontFiles[FaceRole] = []): readonly FaceChoice[] {
  const list: readonly FontChoice[] = Array.isArray(own) ? own : [own as FontChoice];
  const chosen = list.map((choice): FaceChoice => {
    return typeof choice === 'string' ? { face: choice } : { face: choice.file, only: ONLY[choice.only] };
  });
  return [...chosen, ...faceChoices[role]];
}

/** Characters whose measure is kept for one role. */
const MOST_CHARACTERS = 20_000;

/** The shipped fonts, with users' own before them. No face is opened until it is needed. */
export function loadFonts(face: OpenFace, files: FontFiles = {}): Fonts {
  const choices = new Map<FaceRole, readonly FaceChoice[]>();
  const measured = new Map<FaceRole, Memo<Measured | undefined>>();
  const find = (role: FaceRole, character: string): Measured | undefined => {
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
  const measure: Fonts['measure'] = (role, character) => {
    const known = measured.get(role) ?? memo(MOST_CHARACTERS);
    measured.set(role, known);
    return known(character, () => find(role, character));
  };
  return { face, measure };
}
