import type { ByteTools } from '../bytes/byte-tools.js';
import { throwIfStopped } from '../diagnostics/diagnostic.js';
import { type Fonts, loadFonts } from '../fonts/fonts.js';
import { renderDocx as render } from '../formats/docx/docx.js';
import type { Document } from '../model/document.js';
import type { Finish } from '../model/finish.js';
import { finishProblems } from '../model/finish-problems.js';
import { gbt9704 } from '../theme/gbt9704.js';
import type { Theme } from '../theme/theme.js';

/** How a Word file is to look. */
export interface WordOptions extends Omit<Finish, 'embedFonts' | 'ofd'> {
  /** GB/T 9704 if not given. */
  readonly theme?: Theme;
  /** The fonts to embed, cut down to the characters in use. Without them the file names those that offices have installed. */
  readonly embed?: Fonts;
}

/** Only a file that embeds fonts looks into any. */
const noFonts = loadFonts((id) => {
  throw new Error(`no fonts were given, and ${id} was asked for`);
});

/**
 * Renders a document as a Word file.
 *
 * @throws ReportError if the seal is not a PNG, or if there is a seal and no sign-off to put it on
 */
export async function renderDocx(
  document: Document,
  { theme = gbt9704, embed, ...finish }: WordOptions,
  tools: ByteTools,
): Promise<Uint8Array> {
  throwIfStopped(finishProblems(document, finish));
  return render(document, theme, embed ?? noFonts, { ...finish, embedFonts: embed !== undefined }, tools);
}
