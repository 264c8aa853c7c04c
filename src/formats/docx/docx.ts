import type { ByteTools } from '../../bytes/byte-tools.js';
import type { Fonts } from '../../fonts/fonts.js';
import type { Document } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { contentsOf } from './contents.js';
import { settingOf } from './look.js';
import { packed } from './package.js';

/**
 * The document as a Word file. Word breaks the lines and the pages; all else is the document's and the theme's.
 *
 * @throws ReportError if the seal is no picture
 */
export async function renderDocx(
  document: Document,
  theme: Theme,
  fonts: Fonts,
  finish: Finish,
  tools: ByteTools,
): Promise<Uint8Array> {
  return packed(contentsOf(document, await settingOf(document, theme, fonts, finish), fonts, tools), tools);
}
