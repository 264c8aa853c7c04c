import type { ByteTools } from '../bytes/byte-tools.js';
import { throwIfStopped } from '../diagnostics/diagnostic.js';
import { renderHtml as render } from '../formats/html/html.js';
import type { Document } from '../model/document.js';
import type { Finish } from '../model/finish.js';
import { finishProblems } from '../model/finish-problems.js';
import { gbt9704 } from '../theme/gbt9704.js';
import type { Theme } from '../theme/theme.js';

/** How a web page is to look. */
export interface PageOptions extends Omit<Finish, 'embedFonts' | 'ofd'> {
  /** GB/T 9704 if not given. */
  readonly theme?: Theme;
}

/**
 * Renders a document as a web page, or as a fragment of one.
 *
 * @throws ReportError if the seal is not a PNG, if there is a seal and no sign-off to put it on, or if the prefix of ids is none
 */
export async function renderHtml(
  document: Document,
  { theme = gbt9704, ...finish }: PageOptions,
  tools: ByteTools,
): Promise<Uint8Array> {
  throwIfStopped(finishProblems(document, finish));
  return render(document, theme, finish, tools);
}
