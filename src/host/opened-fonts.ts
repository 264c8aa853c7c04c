import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type FaceId, faceFiles, type ShippedFace } from '../fonts/catalogue.js';
import { type FontFiles, type Fonts, loadFonts } from '../fonts/fonts.js';
import { openTrueType, type TrueType } from '../fonts/sfnt/truetype.js';
import { once } from '../memo/once.js';
import { openBytes, shipped } from './files.js';

/** Opened faces by the paths of their files, kept for all documents of the process. */
const opened = new Map<string, TrueType>();

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

function openFile(path: string): TrueType {
  const known = opened.get(path);
  if (known) return known;
  const bytes = openBytes(path, { missing: 'font/missing-file', unreadable: 'font/unreadable' });
  try {
    const font = openTrueType(bytes);
    opened.set(path, font);
    return font;
  } catch (error) {
    throw unusable(path, error);
  }
}

const isShipped = (face: FaceId): face is ShippedFace => Object.hasOwn(faceFiles, face);

const openFace = (id: FaceId): TrueType => openFile(isShipped(id) ? shipped(faceFiles[id]) : id);

/** The shipped fonts, opened once for the process. */
export const shippedFonts: Fonts = loadFonts(openFace);

const ownFonts = once((files: FontFiles): Fonts => loadFonts(openFace, files));

/** A user's fonts, with the shipped ones as fallback. The same for the same list of files. */
export function fontsWith(files: FontFiles | undefined): Fonts {
  return files === undefined ? shippedFonts : ownFonts(files);
}
