import { faceChoices, faceFiles } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import { familyName } from '../../fonts/sfnt/name-table.js';
import { remembered } from '../../memo/remembered.js';
import type { FaceRole, Theme, WordFont } from '../../theme/theme.js';
import { inGb2312 } from './gb2312.js';

/** The fonts of a role in one file, and the font of a character for which the role's own Chinese one will not do. */
export interface NamedFont extends WordFont {
  readonly insteadFor: (character: string) => string | undefined;
}

/** A theme whose roles are given to the fonts that one file names. */
export interface NamedTheme extends Theme {
  readonly word: { readonly [R in FaceRole]: NamedFont };
}

/** Fonts of themes that are kept. */
const FONTS = 50;

const officeFont = remembered(FONTS, (font: WordFont): NamedFont => {
  return { ...font, insteadFor: (character) => (inGb2312(character) ? undefined : font.beyondGb2312) };
});

/** The family that sets a character in a role; undefined if none has it, or if it is a font of the user's own. */
export function carriedFamily(role: FaceRole, character: string, fonts: Fonts): string | undefined {
  const face = fonts.choose(role, character)?.face;
  if (face === undefined || !Object.hasOwn(faceFiles, face)) return undefined;
  return familyName(fonts.face(face));
}

/** The fonts of a role when the file carries them; the fonts of offices become stand-ins. */
function carriedFont(role: FaceRole, font: WordFont, fonts: Fonts): NamedFont {
  const eastAsia = carriedFamily(role, '年', fonts);
  const latin = carriedFamily(role, '0', fonts);
  if (eastAsia === undefined || latin === undefined) return officeFont(font);
  const insteadFor = (character: string): string | undefined => {
    const family = character <= '\u007f' ? undefined : carriedFamily(role, character, fonts);
    return family === eastAsia ? undefined : family;
  };
  return { eastAsia, latin, alternatives: [font.eastAsia, ...font.alternatives], insteadFor };
}

/**
 * Names the fonts of a file: those that Chinese offices have, or, when the file is to carry its fonts, the shipped ones under
 * their own names. Fonts that users bring are not carried: whether they may be is not known.
 */
export function nameFonts(theme: Theme, fonts: Fonts, carried: boolean): NamedTheme {
  const named = (role: FaceRole): NamedFont =>
    carried ? carriedFont(role, theme.word[role], fonts) : officeFont(theme.word[role]);
  const roles = Object.keys(faceChoices) as FaceRole[];
  return { ...theme, word: Object.fromEntries(roles.map((role) => [role, named(role)])) as NamedTheme['word'] };
}
