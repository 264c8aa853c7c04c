import type { ByteTools } from '../../bytes/byte-tools.js';
import type { Fonts } from '../../fonts/fonts.js';
import type { Document } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { contentsOf } from './contents.js';
import { lookOf } from './look.js';
import { packed } from './package.js';

/**
 * Renders a document as a Word file. Word breaks the lines and the pages; everything else follows from document and theme.
 *
 * @throws ReportError `seal/unreadable` if the seal is not a PNG
 */
export async function renderDocx(
  document: Document,
  theme: Theme,
  fonts: Fonts,
  finish: Finish,
  tools: ByteTools,
): Promise<Uint8Array> {
  return packed(contentsOf(document, await lookOf(document, theme, fonts, finish), fonts, tools), tools);
}
