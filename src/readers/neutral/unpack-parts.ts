import { unzipSync } from 'fflate';
import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';

const [MOST_BYTES, MOST_IN_ALL] = [LIMITS.partBytes.most, LIMITS.packageBytes.most];

const tooLarge = (name: string, found: string): ReportError =>
  new ReportError([
    diagnostic('read/too-large', { cause: 'package', file: name, reason: found, most: MOST_BYTES / 2 ** 20 }),
  ]);

/**
 * The parts of a package whose names are wanted: pictures and fonts are not unpacked. Sizes are those that the archive states, which
 * unpacking cannot exceed.
 *
 * @throws ReportError `read/too-large`, and what `damaged` gives for an archive that is
 */
export function unpackParts(
  bytes: Uint8Array,
  name: string,
  wanted: RegExp,
  damaged: (name: string, found: string) => ReportError,
): { readonly [part: string]: Uint8Array } {
  let [total, parts] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name: part, originalSize, size }) => {
        parts += 1;
        if (parts > LIMITS.packageParts.most) throw tooLarge(name, `${parts} 个部件`);
        if (!wanted.test(part)) return false;
        total += Math.max(originalSize, size);
        if (originalSize > MOST_BYTES || total > MOST_IN_ALL) throw tooLarge(name, `${part} 有 ${originalSize} 字节`);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof ReportError ? error : damaged(name, '压缩包已经损坏');
  }
}
