import type { Fonts } from '../../fonts/fonts.js';
import type { Document } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import type { Made } from '../made.js';
import { sealPlaceOn, setPages } from '../paged/set-pages.js';
import type { Platform } from '../platform.js';
import { print } from './printer.js';
import { tagDocument } from './tags.js';

/**
 * Renders a document as tagged PDF.
 *
 * @throws ReportError as `setPages` does
 */
export async function renderPdf(
  document: Document,
  theme: Theme,
  fonts: Fonts,
  finish: Finish,
  { colourProfile }: Platform,
): Promise<Made> {
  const pages = await setPages(document, theme, fonts, finish);
  const { meta } = document;
  const bytes = await print(pages, {
    meta,
    page: theme.page,
    tags: tagDocument(document, finish.seal !== undefined),
    attachments: finish.attachments ?? [],
    fonts,
    profile: colourProfile(),
  });
  return { bytes, pages: pages.length, sealPlace: sealPlaceOn(pages) };
}
