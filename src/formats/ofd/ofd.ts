import type { ByteTools } from '../../bytes/byte-tools.js';
import type { Fonts } from '../../fonts/fonts.js';
import type { Document } from '../../model/document.js';
import type { Attachment, Finish } from '../../model/finish.js';
import { STRUCTURE_NAMESPACE } from '../../model/structure-namespace.js';
import type { Theme } from '../../theme/theme.js';
import type { Page, PageItem } from '../../typeset/page.js';
import type { Made } from '../made.js';
import { sealPlaceOn, setPages } from '../paged/set-pages.js';
import { attachmentParts } from './attached-parts.js';
import { documentPart, pagePart } from './document-part.js';
import { attachedTo } from './for-archive.js';
import { annotationParts } from './link-annotations.js';
import { beginDrawing, type Drawing } from './ofd-drawing.js';
import { type Parts, packed } from './ofd-package.js';
import { part } from './ofd-xml.js';
import { outline } from './outline-elements.js';
import { drawItems, linksOf, noteBookmarks } from './page-content.js';
import { resourceParts } from './resources.js';
import { structurePart } from './structure-part.js';
import { transparentPng } from './transparent-png.js';

const isBehind = ({ kind }: PageItem): boolean => kind === 'shape';

/** The mark of a draft, drawn once for all pages. */
function templateOf([first]: readonly Page[], drawing: Drawing) {
  const behind = first?.items.filter(isBehind) ?? [];
  if (behind.length === 0) return undefined;
  const id = drawing.nextId();
  return {
    id,
    name: 'Tpls/Tpl_0/Content.xml',
    content: pagePart(undefined, drawing.nextId(), drawItems(behind, drawing).xml),
  };
}

function drawPages(pages: readonly Page[], template: number | undefined, drawing: Drawing) {
  return pages.map((page, i) => {
    const id = drawing.nextId();
    noteBookmarks(page, id, drawing);
    const drawn = drawItems(
      page.items.filter((item) => !isBehind(item)),
      drawing,
    );
    const content = pagePart(template, drawing.nextId(), drawn.xml);
    return { id, name: `Pages/Page_${i}/Content.xml`, content, lines: drawn.lines, links: linksOf(page) };
  });
}

/** The list of parts of one's own, with its only one. */
const structureParts = (structure: string) => ({
  'Tags/CustomTags.xml': part(
    'CustomTags',
    `<ofd:CustomTag NameSpace="${STRUCTURE_NAMESPACE}"><ofd:FileLoc>Structure.xml</ofd:FileLoc></ofd:CustomTag>`,
  ),
  'Tags/Structure.xml': structure,
});

/** What goes into a file besides its pages. */
interface FileFacts {
  readonly document: Document;
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly attachments: readonly Attachment[];
  readonly isArchive: boolean;
}

/** The parts of the document, by their names from its folder. */
function documentParts(pages: readonly Page[], facts: FileFacts): Parts {
  const { document, theme, fonts, attachments, isArchive } = facts;
  const drawing = beginDrawing(fonts);
  const template = templateOf(pages, drawing);
  const drawn = drawPages(pages, template?.id, drawing);
  const { date } = document.meta;
  const linked = isArchive ? [] : drawn.map(({ id, links }) => ({ page: id, links }));
  const further = {
    ...resourceParts(drawing, transparentPng),
    ...structureParts(structurePart(drawn, document)),
    ...annotationParts(linked, document.meta, drawing.nextId),
    ...attachmentParts(attachments, date),
  };
  const has = (name: string) => (name in further ? name : undefined);
  const main = documentPart({
    maxId: drawing.lastId(),
    page: theme.page,
    template,
    pages: drawn,
    outline: outline(drawing.bookmarks),
    hasPreferences: !isArchive,
    documentRes: has('DocumentRes.xml'),
    customTags: 'Tags/CustomTags.xml',
    annotations: has('Annots/Annotations.xml'),
    attachments: has('Attachs/Attachments.xml'),
  });
  return {
    'Document.xml': main,
    ...(template && { [template.name]: template.content }),
    ...Object.fromEntries(drawn.map(({ name, content }) => [name, content])),
    ...further,
  };
}

/**
 * Renders a document as OFD (GB/T 33190-2016), from the same pages as the PDF.
 *
 * @throws ReportError as `setPages` does
 */
export async function renderOfd(
  document: Document,
  theme: Theme,
  fonts: Fonts,
  finish: Finish,
  tools: ByteTools,
): Promise<Made> {
  const pages = await setPages(document, theme, fonts, finish);
  const { attachments, findings } = attachedTo(finish);
  const isArchive = finish.ofd?.archive === true;
  const parts = documentParts(pages, { document, theme, fonts, attachments, isArchive });
  const inFolder = Object.fromEntries(Object.entries(parts).map(([name, content]) => [`Doc_0/${name}`, content]));
  const bytes = packed(inFolder, document.meta, tools);
  return { bytes, pages: pages.length, sealPlace: sealPlaceOn(pages), findings };
}
