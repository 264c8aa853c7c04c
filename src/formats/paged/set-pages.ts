import { throwIfStopped } from '../../diagnostics/diagnostic.js';
import { undrawable } from '../../fonts/coverage.js';
import type { Fonts } from '../../fonts/fonts.js';
import { textsOf } from '../../fonts/texts.js';
import type { Document } from '../../model/document.js';
import type { Finish, Seal, SealPlace, SealRoom } from '../../model/finish.js';
import { DRAFT } from '../../theme/draft-mark.js';
import type { Theme } from '../../theme/theme.js';
import type { Page } from '../../typeset/page.js';
import type { SetSeal } from '../../typeset/place-signoff.js';
import { type Extras, typeset } from '../../typeset/typeset.js';

const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Points as millimetres, to a thousandth. */
const millimetresOf = (points: number): number => Math.round((points * 25_400) / 72) / 1000;

/** Room for a seal, which nothing is drawn in. */
const setRoom = ({ width }: SealRoom): SetSeal => ({
  picture: undefined,
  width: pointsOf(width),
  height: pointsOf(width),
});

/** A seal as it is drawn. What decodes it is loaded only for a seal. */
async function setSeal({ image, width, ...options }: Seal): Promise<SetSeal> {
  const { decodePng } = await import('../../bytes/png.js');
  const picture = decodePng(image, options);
  const points = pointsOf(width);
  return { picture, width: points, height: (points * picture.height) / picture.width };
}

async function setExtras({ draft = false, seal, sealPlace }: Finish): Promise<Extras> {
  const set = seal ? await setSeal(seal) : sealPlace && setRoom(sealPlace);
  return { draft, ...(set && { seal: set }) };
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
  finish: Finish,
): Promise<readonly Page[]> {
  const texts = [
    ...textsOf(document, theme),
    ...(finish.draft ? [{ text: DRAFT.text, role: DRAFT.role, path: [] }] : []),
  ];
  throwIfStopped(undrawable(texts, fonts));
  return typeset(document, theme, fonts, await setExtras(finish));
}

/** Where the seal goes that the pages have room for. */
export function sealPlaceOn(pages: readonly Page[]): SealPlace | undefined {
  const at = pages.findIndex((page) => page.sealPlace !== undefined);
  const area = pages[at]?.sealPlace;
  if (area === undefined) return undefined;
  return {
    page: at + 1,
    x: millimetresOf(area.x),
    y: millimetresOf(area.y),
    width: millimetresOf(area.width),
    height: millimetresOf(area.height),
  };
}
