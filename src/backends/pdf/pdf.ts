import { diagnostic, throwIfStopped } from '../../diagnostics.js';
import { missingGlyphs } from '../../fonts/coverage.js';
import type { Fonts } from '../../fonts/fonts.js';
import { textsOf } from '../../fonts/texts.js';
import type { Document } from '../../model/document.js';
import type { Finish, Seal } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { DRAFT } from '../../typeset/draft.js';
import type { SetSeal } from '../../typeset/seal.js';
import { typeset } from '../../typeset/typeset.js';
import { print } from './engine.js';
import { tagDocument } from './tags.js';

/** A seal as it is drawn. What decodes it is loaded for those that have one. */
async function setSeal({ image, width }: Seal): Promise<SetSeal> {
  const { decodePng } = await import('../../png.js');
  const picture = decodePng(image);
  const points = (width * 72) / 25.4;
  return { picture, width: points, height: (points * picture.height) / picture.width };
}

/** A seal that would be lost without a word. */
function sealWithoutPlace({ blocks }: Document, { seal }: Finish) {
  if (seal === undefined || blocks.some((block) => block.kind === 'signoff')) return [];
  return [
    diagnostic('seal/no-signoff', {
      message: '报告没有落款，印章没有地方可盖',
      expected: '有落款（signoff）的报告',
      hint: '在报告里写上 signoff，或者不给印章',
    }),
  ];
}

/**
 * Renders a document as tagged PDF.
 *
 * @throws ReportError `font/missing-glyph` for every character that no face has, `layout/too-large` if something fits no page,
 *   `seal/unreadable` for a picture that is no PNG, `seal/no-signoff` if there is nothing to seal
 */
export async function renderPdf(document: Document, theme: Theme, fonts: Fonts, finish: Finish): Promise<Uint8Array> {
  const { draft = false, seal, attachments = [] } = finish;
  const texts = [...textsOf(document, theme), ...(draft ? [{ ...DRAFT, source: 'draft' }] : [])];
  throwIfStopped([...missingGlyphs(texts, fonts), ...sealWithoutPlace(document, finish)]);
  const pages = typeset(document, theme, fonts, { draft, ...(seal && { seal: await setSeal(seal) }) });
  const { meta } = document;
  return print(pages, { meta, page: theme.page, tags: tagDocument(document), attachments, fonts });
}
