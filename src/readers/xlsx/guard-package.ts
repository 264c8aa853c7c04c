import { unzipSync } from 'fflate';
import { type Diagnostic, diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';
import { loss } from '../neutral/loss.js';

/** As it unpacks: a part, all parts, and how many there are. */
const MOST = {
  part: LIMITS.partBytes.most,
  sheet: LIMITS.sheetBytes.most,
  all: LIMITS.packageBytes.most,
  parts: LIMITS.packageParts.most,
};

export function damagedBook(name: string, found: string): ReportError {
  return new ReportError([diagnostic('read/damaged', { cause: 'workbook', file: name, reason: found })]);
}

export function tooLargeBook(name: string, found: string): ReportError {
  return new ReportError([
    diagnostic('read/too-large', { cause: 'workbook', file: name, reason: found, most: MOST.sheet / 2 ** 20 }),
  ]);
}

function partsOf(bytes: Uint8Array, name: string): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name: part, originalSize, size }) => {
        if (parts.size >= MOST.parts) throw tooLargeBook(name, `${parts.size} 个以上的部件`);
        // A part of unknown size would be unpacked without a limit.
        const isEmpty = originalSize === 0;
        if (isEmpty !== (size === 0) || (isEmpty && /\.xml$/i.test(part))) throw damagedBook(name, `${part} 是空的`);
        parts.set(part.replaceAll('\\', '/'), Math.max(originalSize, size));
        return false;
      },
    });
  } catch (error) {
    throw error instanceof ReportError ? error : damagedBook(name, '压缩包已经损坏');
  }
  return parts;
}

/**
 * Looks at what a workbook holds before any of it is unpacked: the sizes that the archive states, which unpacking cannot exceed.
 *
 * @returns what is there and not read: macros, and links to other files
 * @throws ReportError `read/damaged`, `read/too-large`
 */
export function guardPackage(bytes: Uint8Array, name: string): readonly Diagnostic[] {
  const parts = partsOf(bytes, name);
  let all = 0;
  for (const [part, size] of parts) {
    const most = /worksheets\/[^/]+\.(?:xml|bin)$/i.test(part) ? MOST.sheet : MOST.part;
    all += size;
    if (size > most || all > MOST.all) throw tooLargeBook(name, `${part} 有 ${size} 字节`);
  }
  const names = [...parts.keys()];
  const hasMacros = names.some((part) => /vbaProject|macrosheets\//i.test(part));
  const links = names.filter((part) => /externalLinks\/[^/]+\.xml$/i.test(part)).length;
  return [
    ...(hasMacros ? [loss('left-out', { cause: 'macros' }, { file: name })] : []),
    ...(links > 0 ? [loss('left-out', { cause: 'links', count: links }, { file: name })] : []),
  ];
}
