import type { FaceRole } from '../theme/theme.js';

/** The five faces that ship with nianbao. */
export type ShippedFace = 'song' | 'fangsong' | 'kai' | 'hei' | 'xiaobiaosong';

/** A face: one of those shipped, or the path of a user's font file. */
export type FaceId = string;

/** The file of each shipped face, within the package. */
export const faceFiles: { readonly [F in ShippedFace]: string } = {
  song: 'fonts/GongWen-Song.ttf',
  fangsong: 'fonts/ZhuqueFangsong-Regular.ttf',
  kai: 'fonts/GongWen-Kai.ttf',
  hei: 'fonts/GongWen-Hei.ttf',
  xiaobiaosong: 'fonts/GongWen-XiaoBiaoSong.ttf',
};

/** A face, and the characters to take from it; all of them by default. */
export interface FaceChoice {
  readonly face: FaceId;
  readonly only?: (character: string) => boolean;
}

/** Two glyphs of the FangSong are wrong: 饻 is drawn as 铱, and U+2CE18 has a broken stroke. */
const MISDRAWN = new Set(['\u997B', '\u{2CE18}']);
const faithful = (character: string): boolean => !MISDRAWN.has(character);
const HAN_AND_POINTS = /^[\p{Script=Han}、。《》〈〉「」『』【】〔〕（），．：；？！]$/u;

/** Whether a character is Chinese, or punctuation that Chinese fonts draw full width. */
export const isChinese = (character: string): boolean => HAN_AND_POINTS.test(character);

/** The brackets of the FangSong are nearly straight and read as 〔〕. */
const isBracket = (character: string): boolean => /^[（）]$/.test(character);

/** The FangSong has narrow quotes, old-style figures and small Latin, so only Chinese is taken from it. */
const chineseOnly = (character: string): boolean =>
  isChinese(character) && faithful(character) && !isBracket(character);

/** The Latin letters and figures of the Kai have no serifs. */
const notLatin = (character: string): boolean => !/^[ -~\p{Script=Latin}]/u.test(character);

/** What the faces of a role lack comes from these: the Song has the most, the Kai a few more, and the FangSong accented Latin, small figures, fractions. */
const LAST: readonly FaceChoice[] = [{ face: 'song' }, { face: 'kai' }, { face: 'fangsong', only: faithful }];

/** The faces of each role in order of preference: a character is set in the first face that may set it and has it. */
export const faceChoices: { readonly [R in FaceRole]: readonly FaceChoice[] } = {
  title: [{ face: 'xiaobiaosong' }, ...LAST],
  heading: [{ face: 'hei' }, ...LAST],
  subheading: [{ face: 'kai', only: notLatin }, ...LAST],
  body: [{ face: 'fangsong', only: chineseOnly }, { face: 'kai', only: isBracket }, ...LAST],
  table: LAST,
};
