import { faceChoices, faceFiles } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import { familyName } from '../../fonts/sfnt/name-table.js';
import { remembered } from '../../memo/remembered.js';
import type { FaceRole, Theme, WordFont } from '../../theme/theme.js';
import { inGb2312 } from './gb2312.js';

/** The fonts that a file names for a role, and the font for characters that the role's Chinese font lacks. */
export interface NamedFont extends WordFont {
  readonly insteadFor: (character: string) => string | undefined;
}

/** A theme with the fonts that a file names. */
export interface NamedTheme extends Theme {
  readonly word: { readonly [R in FaceRole]: NamedFont };
}

/** Fonts to keep in the cache. */
const FONTS = 50;

const officeFont = remembered(FONTS, (font: WordFont): NamedFont => {
  return { ...font, insteadFor: (character) => (inGb2312(character) ? undefined : font.beyondGb2312) };
});

/** The family of the shipped font for a character in a role; undefined if no font has it, or a font of the user's does. */
export function carriedFamily(role: FaceRole, character: string, fonts: Fonts): string | undefined {
  const face = fonts.choose(role, character)?.face;
  if (face === undefined || !Object.hasOwn(faceFiles, face)) return undefined;
  return familyName(fonts.face(face));
}

/** The fonts of a role in a file with embedded fonts. The fonts of offices become alternatives. */
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
 * The fonts that a file names: those installed in Chinese offices or, if fonts are embedded, the shipped ones. Users' own fonts are not
 * embedded, because their licences are not known.
 */
export function nameFonts(theme: Theme, fonts: Fonts, carried: boolean): NamedTheme {
  const named = (role: FaceRole): NamedFont =>
    carried ? carriedFont(role, theme.word[role], fonts) : officeFont(theme.word[role]);
  const roles = Object.keys(faceChoices) as FaceRole[];
  return { ...theme, word: Object.fromEntries(roles.map((role) => [role, named(role)])) as NamedTheme['word'] };
}
