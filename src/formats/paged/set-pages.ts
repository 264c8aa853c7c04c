import { throwIfStopped } from '../../diagnostics/diagnostic.js';
import { undrawable } from '../../fonts/coverage.js';
import type { Fonts } from '../../fonts/fonts.js';
import { textsOf } from '../../fonts/texts.js';
import type { Document } from '../../model/document.js';
import type { Finish, Seal } from '../../model/finish.js';
import { DRAFT } from '../../theme/draft-mark.js';
import type { Theme } from '../../theme/theme.js';
import type { Page } from '../../typeset/page.js';
import type { SetSeal } from '../../typeset/place-signoff.js';
import { typeset } from '../../typeset/typeset.js';

/** A seal as it is drawn. What decodes it is loaded only for a seal. */
async function setSeal({ image, width, ...options }: Seal): Promise<SetSeal> {
  const { decodePng } = await import('../../bytes/png.js');
  const picture = decodePng(image, options);
  const points = (width * 72) / 25.4;
  return { picture, width: points, height: (points * picture.height) / picture.width };
}

/**
 * The pages of a document, which all formats of fixed layout draw alike.
 *
 * @throws ReportError for every character that cannot be drawn (`font/missing-glyph` and the codes of `characters/`), `layout/too-large` if something fits no page,
 *   `seal/unreadable` for a seal that is not a PNG
 */
export async function setPages(
  document: Document,
  theme: Theme,
  fonts: Fonts,
  { draft = false, seal }: Finish,
): Promise<readonly Page[]> {
  const texts = [...textsOf(document, theme), ...(draft ? [{ text: DRAFT.text, role: DRAFT.role, path: [] }] : [])];
  throwIfStopped(undrawable(texts, fonts));
  return typeset(document, theme, fonts, { draft, ...(seal && { seal: await setSeal(seal) }) });
}
