import type { Bytes } from '../bytes/bytes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type FaceId, faceFiles, type ShippedFace } from '../fonts/catalogue.js';
import { type Fonts, loadFonts } from '../fonts/fonts.js';
import { openTrueType, openWhole, type TrueType } from '../fonts/sfnt/truetype.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { openBytes, shipped } from './files.js';

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
      message: `不能使用字体文件 ${path}`,
      found: error instanceof Error ? error.message : String(error),
      expected: '含 glyf 轮廓的 TrueType 字体（.ttf）',
      hint: '换用 TrueType 格式的字体文件；CFF（.otf）、集合（.ttc）和 WOFF2 不能用',
    }),
  ]);
}

/**
 * Opens a user's font.
 *
 * @throws ReportError `font/missing-file`, `font/unreadable`; then its file is not open
 */
export function openFont(path: string, options: LimitOptions = {}): OpenedFont {
  return openWith(path, (bytes) => openTrueType(bytes, options));
}

function openWith(path: string, open: (bytes: Bytes) => TrueType): OpenedFont {
  const file = openBytes(path, { missing: 'font/missing-file', unreadable: 'font/unreadable' });
  try {
    return { font: open(file), bytes: file.length, close: file.close };
  } catch (error) {
    file.close();
    throw unusable(path, error);
  }
}

/** Shipped faces that are open, for as long as the process or the thread lives. */
const opened = new Map<ShippedFace, TrueType>();

export const isShipped = (face: FaceId): face is ShippedFace => Object.hasOwn(faceFiles, face);

/** A shipped face, opened when it is first needed. */
export function shippedFace(id: ShippedFace): TrueType {
  const face = opened.get(id) ?? openWith(shipped(faceFiles[id]), openWhole).font;
  opened.set(id, face);
  return face;
}

/** The shipped fonts, opened once for the process. */
export const shippedFonts: Fonts = loadFonts((id) => shippedFace(id as ShippedFace));
