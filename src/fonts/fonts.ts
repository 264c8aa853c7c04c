import { drawnPoint } from '../characters/drawn-units.js';
import { isShipped } from '../characters/shipped.js';
import { isVisible } from '../characters/white-space.js';
import { type Memo, memo } from '../memo/memo.js';
import type { FaceRole } from '../theme/theme.js';
import { type FaceChoice, type FaceId, faceChoices, faceFiles, isChinese } from './catalogue.js';
import { hasInk } from './sfnt/ink.js';
import type { TrueType } from './sfnt/truetype.js';

/** A user's font file, of which some characters are taken. */
export interface PartialFont {
  /** The path of a TrueType file. */
  readonly file: string;
  /** Only what Chinese text has (characters, punctuation, quotes, dashes), or only the rest (Latin letters, digits). */
  readonly only: 'chinese' | 'western';
}

/** A user's font file, by its path, and what to take from it: all characters if that is not said. */
export type FontChoice = string | PartialFont;

/**
 * A user's fonts by role, in order of preference. Characters that they lack are set in the shipped fonts, and `substitutions` reports
 * them. What the shipped ones lack too is taken from a font that the user has for another role.
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

/**
 * The fonts to render with. Faces are opened when first needed and kept for all documents of the process. A character is a code point, or
 * a base with marks that is drawn as one.
 */
export interface Fonts {
  /** Opens a face, once. */
  readonly face: (id: FaceId) => TrueType;
  /** Chooses the face for a character in a role; undefined if no face has it. */
  readonly choose: (role: FaceRole, character: string) => Chosen | undefined;
  /** Chooses the face for an apostrophe: the first in which ’ is as narrow as a Latin letter. */
  readonly chooseApostrophe: (role: FaceRole, character: string) => Chosen | undefined;
  /** Whether any face has a character, whatever the role. The shipped faces are not opened for it. */
  readonly has: (character: string) => boolean;
}

/** Opens a face: one of those shipped, or a user's font file. Each face is opened once. */
export type OpenFace = (id: FaceId) => TrueType;

/** Quotes, dashes and the ellipsis are set in the Chinese face, like Chinese characters. */
const inChineseFace = (character: string): boolean => isChinese(character) || /^[“”‘’—…]$/.test(character);

const ONLY = {
  chinese: inChineseFace,
  western: (character: string) => !inChineseFace(character),
};

const ROLES = Object.keys(faceChoices) as FaceRole[];

/** The fonts of a user for a role, as a list. */
export const choicesOf = (own: FontFiles[FaceRole]): readonly FontChoice[] =>
  [own ?? []].flat() as readonly FontChoice[];

function ownChoices(own: FontFiles[FaceRole]): readonly FaceChoice[] {
  return choicesOf(own).map((choice) =>
    typeof choice === 'string' ? { face: choice } : { face: choice.file, only: ONLY[choice.only] },
  );
}

/** The faces of a role: those of the user, then those shipped, then those that the user has for other roles. */
interface RoleFaces {
  readonly own: readonly FaceChoice[];
  readonly all: readonly FaceChoice[];
}

function facesFor(role: FaceRole, files: FontFiles): RoleFaces {
  const own = ownChoices(files[role]);
  const others = ROLES.filter((other) => other !== role).flatMap((other) => ownChoices(files[other]));
  return { own, all: [...own, ...faceChoices[role], ...others] };
}

/** Characters whose face is cached, per role. */
const MOST_CHARACTERS = 20_000;

/** An apostrophe in a Chinese font is a quotation mark, as wide as a Chinese character. */
const WIDEST_APOSTROPHE = 0.6;
/** A letter of the kind that an apostrophe stands between: fonts that are taken for Western text may set it. */
const LETTER = 'n';

const isOfUser = (id: FaceId): boolean => !Object.hasOwn(faceFiles, id);

/** The user's fonts, then the shipped ones. No face is opened until it is needed. */
export function loadFonts(face: OpenFace, files: FontFiles = {}): Fonts {
  const roles = new Map(ROLES.map((role) => [role, facesFor(role, files)]));
  const chosen = new Map(ROLES.map((role): [FaceRole, Memo<Chosen | undefined>] => [role, memo(MOST_CHARACTERS)]));
  const advanceIn = (id: FaceId, character: string): number | undefined => {
    const font = face(id);
    const glyph = font.glyphOf(drawnPoint(character));
    if (glyph === 0 || (isOfUser(id) && isVisible(character) && !hasInk(font, glyph))) return undefined;
    return font.advanceOf(glyph) / font.unitsPerEm;
  };
  const find = (role: FaceRole, character: string, as = character, widest = Infinity): Chosen | undefined => {
    const { own, all } = roles.get(role) as RoleFaces;
    for (const [i, { face: id, only }] of all.entries()) {
      if (only && !only(as)) continue;
      const advance = advanceIn(id, character);
      if (advance === undefined || advance > widest) continue;
      return { face: id, advance, isSubstitute: i >= own.length && own.length > 0 && !isOfUser(id) };
    }
    return undefined;
  };
  const kept = (role: FaceRole, key: string, make: () => Chosen | undefined) => chosen.get(role)?.(key, make);
  return {
    face,
    choose: (role, character) => kept(role, character, () => find(role, character)),
    chooseApostrophe: (role, character) =>
      kept(role, `n${character}n`, () => find(role, character, LETTER, WIDEST_APOSTROPHE) ?? find(role, character)),
    has: (character) =>
      isShipped(drawnPoint(character)) ||
      (Object.keys(files).length > 0 && kept('body', character, () => find('body', character)) !== undefined),
  };
}
