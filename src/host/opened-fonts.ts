import type { Bytes } from '../bytes/bytes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type FaceId, faceFiles, type ShippedFace } from '../fonts/catalogue.js';
import { type Fonts, loadFonts } from '../fonts/fonts.js';
import { openTrueType, openWhole, type TrueType } from '../fonts/sfnt/truetype.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { memo } from '../memo/memo.js';
import { once } from '../memo/once.js';
import { type OpenFile, openBytes } from './files.js';
import { type AssetMap, type Assets, openShipped } from './package-files.js';

/** A font whose file is open, because outlines are read when they are needed. */
export interface OpenedFont {
  readonly font: TrueType;
  /** The length of its file. */
  readonly bytes: number;
  readonly close: () => void;
}

function unusable(path: string, error: unknown): ReportError {
  return new ReportError([
    diagnostic('font/unreadable', {
      cause: 'font',
      file: path,
      reason: error instanceof Error ? error.message : String(error),
    }),
  ]);
}

/**
 * Opens a user's font.
 *
 * @throws ReportError `font/missing-file`, `font/unreadable`; then its file is not open
 */
export function openFont(path: string, options: LimitOptions = {}): OpenedFont {
  const file = openBytes(path, { missing: 'font/missing-file', unreadable: 'font/unreadable' });
  return openWith(path, file, (bytes) => openTrueType(bytes, options));
}

function openWith(path: string, file: OpenFile, open: (bytes: Bytes) => TrueType): OpenedFont {
  try {
    return { font: open(file), bytes: file.length, close: file.close };
  } catch (error) {
    file.close();
    throw unusable(path, error);
  }
}

export const isShipped = (face: FaceId): face is ShippedFace => Object.hasOwn(faceFiles, face);

/** The shipped faces, each opened when it is first needed, and open for as long as the process or the thread lives. */
interface ShippedFonts {
  readonly face: (id: ShippedFace) => TrueType;
  readonly fonts: Fonts;
}

function fontsIn(assets: Assets | undefined): ShippedFonts {
  const opened = new Map<ShippedFace, TrueType>();
  const face = (id: ShippedFace): TrueType => {
    const name = faceFiles[id];
    const found = opened.get(id) ?? openWith(name, openShipped(name, assets), openWhole).font;
    opened.set(id, found);
    return found;
  };
  return { face, fonts: loadFonts((id) => face(id as ShippedFace)) };
}

const ours = fontsIn(undefined);
const inFolders = memo<ShippedFonts>(4);
const inMemories = once<AssetMap, ShippedFonts>(fontsIn);

/** The shipped fonts, opened once for the process. */
export const shippedFonts: Fonts = ours.fonts;

/** The same where the files of the package may be elsewhere. */
export function shippedFontsIn(assets: Assets | undefined): ShippedFonts {
  if (assets === undefined) return ours;
  return typeof assets === 'string' ? inFolders(assets, () => fontsIn(assets)) : inMemories(assets);
}
