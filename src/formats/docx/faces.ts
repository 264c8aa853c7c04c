import { drawnPoint } from '../../characters/drawn-units.js';
import { faceChoices, faceFiles } from '../../fonts/catalogue.js';
import type { Chosen, Fonts } from '../../fonts/fonts.js';
import { familyName } from '../../fonts/sfnt/name-table.js';
import { memoOf } from '../../memo/memo.js';
import { remembered } from '../../memo/remembered.js';
import type { FaceRole, Theme, WordFont } from '../../theme/theme.js';
import { inGb2312 } from './gb2312.js';

/** The fonts that a file names for a role, and the font for characters that the role's Chinese font lacks. */
export interface NamedFont extends WordFont {
  /** Whether it has all of GB 2312, so that `insteadFor` names none for a character of it. */
  readonly hasGb2312: boolean;
  readonly insteadFor: (character: string) => string | undefined;
  /** The font for apostrophes, in the Chinese slot; undefined if the role's Latin font has a narrow one. */
  readonly apostrophe: string | undefined;
}

/** A theme with the fonts that a file names. */
export interface NamedTheme extends Theme {
  readonly word: { readonly [R in FaceRole]: NamedFont };
}

/** Fonts to keep in the cache. */
const FONTS = 50;

/** In the Latin part of a Chinese font ’ is a quotation mark, as wide as a Chinese character. */
const LATIN = 'Times New Roman';

const officeFont = remembered(FONTS, (font: WordFont): NamedFont => {
  return {
    ...font,
    hasGb2312: true,
    insteadFor: (character) => (inGb2312(character) ? undefined : font.beyondGb2312),
    apostrophe: font.latin === font.eastAsia ? LATIN : undefined,
  };
});

/** The family of a face that was chosen; undefined if none was, or one of the user's. */
export function carriedFamily(chosen: Chosen | undefined, fonts: Fonts): string | undefined {
  const face = chosen?.face;
  if (face === undefined || !Object.hasOwn(faceFiles, face)) return undefined;
  return familyName(fonts.face(face));
}

/** The fonts of a role in a file with embedded fonts. The fonts of offices become alternatives. */
function carriedFont(role: FaceRole, font: WordFont, fonts: Fonts): NamedFont {
  const familyFor = (character: string) => carriedFamily(fonts.choose(role, character), fonts);
  const [eastAsia, latin] = [familyFor('年'), familyFor('0')];
  if (eastAsia === undefined || latin === undefined) return officeFont(font);
  const insteadFor = (character: string): string | undefined => {
    const family = drawnPoint(character) <= 0x7f ? undefined : familyFor(character);
    return family === eastAsia ? undefined : family;
  };
  const apostrophe = carriedFamily(fonts.chooseApostrophe(role, '’'), fonts);
  const alternatives = [font.eastAsia, ...font.alternatives];
  return { eastAsia, latin, alternatives, hasGb2312: false, insteadFor, apostrophe };
}

/** Themes to keep for one set of fonts. One or two are in use at a time. */
const THEMES = 10;
const known = memoOf<Fonts, NamedTheme>(THEMES);

/**
 * A theme with the fonts that a file names: those installed in Chinese offices or, if fonts are embedded, the shipped ones. Users' own
 * fonts are not embedded, because their licences are not known. Equal themes give the same object, by which is kept what follows from it.
 */
export function nameFonts(theme: Theme, fonts: Fonts, carried: boolean): NamedTheme {
  const values = JSON.stringify(theme);
  return known(fonts)(`${carried} ${values}`, () => {
    // A copy, because a caller may change the theme.
    const copy: Theme = JSON.parse(values);
    const named = (role: FaceRole): NamedFont =>
      carried ? carriedFont(role, copy.word[role], fonts) : officeFont(copy.word[role]);
    const roles = Object.keys(faceChoices) as FaceRole[];
    return { ...copy, word: Object.fromEntries(roles.map((role) => [role, named(role)])) as NamedTheme['word'] };
  });
}
