import { choicesOf, type FontChoice, type FontFiles, type Fonts, loadFonts } from '../fonts/fonts.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { versionOf } from './file-version.js';
import { isShipped, type OpenedFont, openFont, shippedFontsIn } from './opened-fonts.js';
import type { AssetOptions, Assets } from './package-files.js';

/**
 * Users' fonts, kept from one document to the next: what is worked out of a font, its widths and glyphs, is most of the time of a
 * document. They are known by what they are, so that equal options mean the same ones, and a file that has changed is opened anew.
 */

/** Fonts for a piece of work, which stay open until it is over. */
export interface Lease {
  readonly fonts: Fonts;
  readonly release: () => void;
}

/** The fonts of one choice of files, and the files that are open for them. */
interface Kept {
  readonly fonts: Fonts;
  readonly opened: ReadonlyMap<string, OpenedFont>;
  /** How many pieces of work use them now. */
  users: number;
}

/** What is kept when nobody uses it: so many choices of files, and so many bytes of files in all. */
const MOST = { choices: 16, bytes: 256 * 2 ** 20 };

/** That not used for longest comes first. */
const kept = new Map<string, Kept>();

/** What loading fonts depends on besides their files. */
type LoadOptions = LimitOptions & AssetOptions;

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A folder by its path, files in memory by a number of their own. */
function assetsKey(assets: Assets | undefined): string | number | undefined {
  if (typeof assets !== 'object') return assets;
  const number = numbers.get(assets) ?? ++lastNumber;
  numbers.set(assets, number);
  return number;
}

const fileOf = (choice: FontChoice): string => (typeof choice === 'string' ? choice : choice.file);

/** The same for equal choices, as long as the files are the same. */
function keyOf(files: FontFiles, { limits, assets }: LoadOptions): string {
  const roles = Object.entries(files).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const keys = roles.map(([role, own]) => {
    const choices = choicesOf(own);
    return [
      role,
      ...choices.map((choice) => {
        const file = fileOf(choice);
        return [file, typeof choice === 'string' ? '' : choice.only, versionOf(file)];
      }),
    ];
  });
  return JSON.stringify([keys, limits, assetsKey(assets)]);
}

function opener(opened: Map<string, OpenedFont>, options: LimitOptions): (path: string) => OpenedFont {
  return (path) => {
    const font = opened.get(path) ?? openFont(path, options);
    opened.set(path, font);
    return font;
  };
}

/** Opens all files of a choice, so that one that cannot be used is told whatever characters are wanted of it. */
function openAll(files: FontFiles, open: (path: string) => OpenedFont, opened: ReadonlyMap<string, OpenedFont>): void {
  try {
    for (const choice of Object.values(files).flatMap(choicesOf)) open(fileOf(choice));
  } catch (error) {
    for (const { close } of opened.values()) close();
    throw error;
  }
}

function load(files: FontFiles, options: LoadOptions): Kept {
  const opened: Map<string, OpenedFont> = new Map();
  const open = opener(opened, options);
  openAll(files, open, opened);
  const { face } = shippedFontsIn(options.assets);
  return { fonts: loadFonts((id) => (isShipped(id) ? face(id) : open(id).font), files), opened, users: 0 };
}

const bytesOf = ({ opened }: Kept): number => [...opened.values()].reduce((sum, { bytes }) => sum + bytes, 0);

/** Closes what has not been used for longest, until what is left may be kept. */
function tidy(): void {
  let bytes = [...kept.values()].reduce((sum, one) => sum + bytesOf(one), 0);
  for (const [key, one] of kept) {
    if (kept.size <= MOST.choices && bytes <= MOST.bytes) return;
    if (one.users > 0) continue;
    kept.delete(key);
    bytes -= bytesOf(one);
    for (const { close } of one.opened.values()) close();
  }
}

/**
 * A user's fonts, with the shipped ones for what they lack.
 *
 * @throws ReportError `font/missing-file`, `font/unreadable`, also for a font of which nothing is wanted; then no file is open
 */
export function leaseFonts(files: FontFiles | undefined, options: LoadOptions = {}): Lease {
  if (files === undefined) return { fonts: shippedFontsIn(options.assets).fonts, release: () => {} };
  const key = keyOf(files, options);
  const one = kept.get(key) ?? load(files, options);
  // Put at the end.
  kept.delete(key);
  kept.set(key, one);
  one.users += 1;
  const release = () => {
    one.users -= 1;
    tidy();
  };
  return { fonts: one.fonts, release };
}
