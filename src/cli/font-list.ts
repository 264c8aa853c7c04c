import { basename } from 'node:path';
import { inLine, visible } from '../diagnostics/problem-text.js';
import { type FaceId, faceChoices, faceFiles } from '../fonts/catalogue.js';
import { inGb2312 } from '../formats/docx/gb2312.js';
import { leaseFonts } from '../host/kept-fonts.js';
import { shipped } from '../host/package-files.js';
import { documentTexts, type FaceRole, type FontFiles, gbt9704, prepareReport } from '../index.js';
import { EXIT } from './exit-codes.js';
import { expandFiles, readFrom } from './inputs.js';
import { jsonText } from './json-text.js';
import { toFontFiles } from './look-flags.js';
import { type TextFlags, toReadingOptions } from './text-options.js';
import { columnsOf } from './usage-text.js';
import { give } from './voice.js';

/** The options of `nianbao fonts` as they are typed. */
export interface FontsFlags extends TextFlags {
  readonly font?: readonly string[];
  readonly json?: boolean;
}

/** A role, what is set in it, and its faces. */
interface RoleLine {
  readonly role: FaceRole;
  readonly uses: readonly string[];
  /** The file of the first shipped face. */
  readonly file: string;
  /** The name that Word files carry. */
  readonly word: string;
  readonly own: readonly string[];
  /** The characters that the user's own fonts for the role lack; undefined if there are none. */
  readonly missing: readonly string[] | undefined;
}

/** How many missing characters a line names. */
const NAMED = 40;

const ROLES = Object.keys(faceChoices) as readonly FaceRole[];

/** The names of the styles that are set in a role. */
function usesOf(role: FaceRole): readonly string[] {
  const styles = [...Object.values(gbt9704.styles), ...Object.values(gbt9704.table.cells)];
  return styles.filter(({ face }) => face === role).map(({ name }) => name);
}

/** The Chinese characters that every font for official documents is expected to have. */
const gb2312Characters = (): readonly string[] =>
  Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i)).filter(inGb2312);

const fileOf = (face: FaceId): string =>
  basename(shipped((faceFiles as { readonly [face: FaceId]: string })[face] ?? face));

/** The characters of some reports. */
async function charactersIn(files: readonly string[], flags: FontsFlags): Promise<readonly string[]> {
  const options = await toReadingOptions(flags);
  const found = new Set<string>();
  for (const file of expandFiles(files)) {
    const { report } = await readFrom(file, options);
    const { document } = prepareReport(report, options);
    const texts = document === undefined ? [JSON.stringify(report)] : documentTexts(document);
    for (const character of texts.join('')) found.add(character);
  }
  return [...found].filter((character) => /\S/u.test(character)).toSorted();
}

/** The characters that own fonts lack, role by role. */
function lacking(fonts: FontFiles, characters: readonly string[]): (role: FaceRole) => readonly string[] | undefined {
  const { fonts: faces, release } = leaseFonts(fonts);
  try {
    const found = new Map(
      ROLES.filter((role) => fonts[role] !== undefined).map((role) => [
        role,
        characters.filter((character) => faces.choose(role, character)?.isSubstitute !== false),
      ]),
    );
    return (role) => found.get(role);
  } finally {
    release();
  }
}

function missingText({ own, missing }: RoleLine): string {
  if (missing === undefined) return '';
  const files = own.map(inLine).join('、');
  if (missing.length === 0) return `\n    ${files}：都有`;
  const more = missing.length > NAMED ? '…' : '';
  return `\n    ${files}：缺 ${missing.length} 个，用随附的字体代替：${missing.slice(0, NAMED).join('')}${more}`;
}

function lineOf(line: RoleLine): string {
  const { role, uses, file, word } = line;
  const pad = ' '.repeat(Math.max(1, 12 - columnsOf(role)));
  return `${role}${pad}${file}；Word 文件里是${word}\n    用于${uses.join('、')}${missingText(line)}\n`;
}

/** `nianbao fonts`: the faces of each role, and what a user's own fonts lack. */
export async function listFonts(files: readonly string[], flags: FontsFlags): Promise<number> {
  const { font = [], json } = flags;
  const own = toFontFiles(font);
  const characters = files.length > 0 ? await charactersIn(files, flags) : gb2312Characters();
  const missingIn = font.length === 0 ? () => undefined : lacking(own, characters);
  const lines = ROLES.map(
    (role): RoleLine => ({
      role,
      uses: usesOf(role),
      file: fileOf(faceChoices[role][0]?.face ?? ''),
      word: gbt9704.word[role].eastAsia,
      own: [own[role] ?? []].flat().map(String),
      missing: missingIn(role),
    }),
  );
  const scope = files.length > 0 ? '报告里的字' : ` GB 2312 的 ${characters.length} 个汉字`;
  const note = font.length === 0 ? '' : `自己的字体里有没有${scope}：\n`;
  give(json ? `${jsonText(lines, 2)}\n` : visible(`${note}${lines.map(lineOf).join('')}`));
  return EXIT.done;
}
