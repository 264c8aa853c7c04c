import type { ByteTools } from '../../bytes/byte-tools.js';
import type { Document } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { fragmentHtml } from './fragment.js';
import { sealed } from './own-html.js';
import { sealImage } from './seal-image.js';
import { pageHtml } from './whole-page.js';

/**
 * Renders a document as a web page, or as what an editor of web sites puts into one. The page asks nobody for anything.
 *
 * @throws ReportError `seal/unreadable` if the seal is not a PNG
 */
export async function renderHtml(
  document: Document,
  theme: Theme,
  finish: Finish,
  tools: ByteTools,
): Promise<Uint8Array> {
  const seal = finish.seal && (await sealImage(finish.seal));
  const html = finish.html?.fragment
    ? fragmentHtml(document, theme, finish, seal)
    : pageHtml(document, theme, finish, seal);
  return sealed(html, tools);
}
