import { createHash } from 'node:crypto';
import LayoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import PDFDocumentModule from 'pdfmake/js/PDFDocument.js';
import RendererModule, { type PdfmakeInline, type PdfmakeLine, type PdfmakeMarked } from 'pdfmake/js/Renderer.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import type { Meta } from '../../model/document.js';
import type { Attachment } from '../../model/finish.js';
import type { PageTheme } from '../../theme/theme.js';
import { type Bookmark, writeBookmarks } from './bookmarks.js';
import { embedFiles } from './embedded-files.js';
import { lend } from './lean-font.js';
import { goesOn, type Mark } from './marks.js';
import type { LinkArea, TextNote } from './nodes.js';
import { textString } from './objects.js';
import { type MarkedPage, writeStructure } from './structure.js';
import type { Tag } from './tags.js';
import { xmpPacket } from './xmp.js';

/**
 * A printer over pdfmake's own classes, in place of its front door: that one is a singleton, re-reads its fonts for each
 * document, fetches addresses named in a definition, places text by its own measure and knows no tags. Its classes are
 * subclassed and nothing is patched. What is relied on is declared in `pdfmake.d.ts` and tried out in
 * `test/pdf/internals.test.ts`.
 */

const PROGRAM = 'nianbao';

/** What is printed besides the nodes. */
export interface Job {
  readonly meta: Meta;
  /** The root of the structure elements. */
  readonly root: Tag;
  readonly attachments: readonly Attachment[];
  /** The faces that are set. */
  readonly faces: ReadonlySet<FaceId>;
}

/** pdfmake's document with marked content, and with the end of the file written by us. */
class TaggedDocument extends PDFDocumentModule.default {
  private readonly marked: MarkedPage[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private readonly make = this.ref.bind(this);
  private open: Mark | undefined;
  private readonly pushed: Uint8Array[] = [];
  private job: Job | undefined;

  override addPage(options: object): this {
    this.close();
    super.addPage(options);
    const page = this.page.dictionary;
    page.data.StructParents = this.marked.length;
    // The tabulator goes from link to link in reading order.
    page.data.Tabs = 'S';
    this.marked.push({ page, tags: [] });
    return this;
  }

  /** Begins a stretch of content, unless it goes on with what is open. */
  begin(mark: Mark): void {
    if (goesOn(this.open, mark)) return;
    this.close();
    this.open = mark;
    if ('artifact' in mark) this.addContent(mark.artifact);
    else this.beginTagged(mark.tag, mark.parent);
  }

  private beginTagged(tag: Tag, parent: Tag | undefined): void {
    if (parent && tag.kids.length === 0) parent.kids.push(tag);
    const { page, tags } = this.marked.at(-1) as MarkedPage;
    this.addContent(`/${tag.type} <</MCID ${tags.length}>> BDC`);
    tag.kids.push({ kind: 'content', page, number: tags.length });
    tags.push(tag);
  }

  private close(): void {
    if (this.open) this.addContent('EMC');
    this.open = undefined;
  }

  /** Makes an area of the page lead to an address, as part of the link that was drawn last. */
  addLink({ href, x, y, width, height }: LinkArea, tag: Tag): void {
    const page = this.page.dictionary;
    const foot = this.page.height - y - height;
    const annotation = this.make({
      ...{ Type: 'Annot', Subtype: 'Link', P: page, Border: [0, 0, 0], F: PRINTED },
      Rect: [x, foot, x + width, foot + height],
      A: { Type: 'Action', S: 'URI', URI: textString(href) },
      Contents: textString(href),
    });
    this.page.annotations.push(annotation);
    tag.kids.push({ kind: 'annotation', page, annotation });
  }

  addBookmark(bookmark: NonNullable<TextNote['bookmark']>, y: number): void {
    this.bookmarks.push({ ...bookmark, page: this.page.dictionary, top: this.page.height - y });
  }

  /** Writes the file. */
  finish(job: Job): void {
    this.job = job;
    this.close();
    this._root.data.MarkInfo = { Marked: true };
    if (job.attachments.length > 0) {
      const { names, associated } = embedFiles(job.attachments, dayOf(job.meta), this.make);
      this._root.data.Names.data.EmbeddedFiles = names;
      this._root.data.AF = associated;
    }
    this.end();
  }

  override endOutline(): void {
    const root = this.outline.dictionary;
    writeBookmarks(this.bookmarks, root, this.make);
    root.end();
    if (this.bookmarks.length === 0) return;
    this._root.data.Outlines = root;
    this._root.data.PageMode = 'UseOutlines';
  }

  override endMarkings(): void {
    const { root } = this.job as Job;
    this._root.data.StructTreeRoot = writeStructure(root, this.marked, this.make);
  }

  override endMetadata(): void {
    const { meta, attachments } = this.job as Job;
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Programs that know nothing of PDF look for the packet in the bytes.
    metadata.compress = false;
    metadata.end(xmpPacket(meta, PROGRAM, partOf(attachments)));
    this._root.data.Metadata = metadata;
  }

  /** Gathers what a stream would hand on in thousands of little pieces. */
  override push(chunk: Uint8Array | null): boolean {
    // The first bytes are pushed by the constructor above this class, before there is a list.
    if (this.pushed === undefined) return super.push(chunk);
    if (chunk) return this.pushed.push(chunk) > 0;
    super.push(Buffer.concat(this.pushed));
    return super.push(null);
  }

  /** The file's identifier follows from its content. */
  override _finalize(): void {
    this._id = createHash('md5').update(Buffer.concat(this.pushed)).digest();
    super._finalize();
  }
}

class Renderer extends RendererModule.default<TaggedDocument> {
  /** Runs stand where they were set, not where pdfmake's sum of widths would put them. */
  override renderLine(line: PdfmakeLine, x: number, y: number): void {
    for (const inline of line.inlines) inline.x = inline.left;
    const { mark, bookmark, link } = (line.inlines[0] as PdfmakeInline).note as TextNote;
    if (bookmark) this.pdfDocument.addBookmark(bookmark, y);
    this.pdfDocument.begin(mark);
    super.renderLine(line, x, y);
    if (link && 'tag' in mark) this.pdfDocument.addLink(link, mark.tag);
  }

  override renderVector(vector: PdfmakeMarked): void {
    this.pdfDocument.begin(vector.mark as Mark);
    super.renderVector(vector);
  }

  override renderImage(image: PdfmakeMarked): void {
    this.pdfDocument.begin(image.mark as Mark);
    super.renderImage(image);
  }
}

/** Annotation flag: printed with the page (ISO 32000-1, 12.5.3). */
const PRINTED = 1 << 2;
const NO_MARGINS = { left: 0, top: 0, right: 0, bottom: 0 };
const NO_FILES = () => false;

/** A file that carries files of any kind is PDF/A-3, any other PDF/A-2. */
const partOf = (attachments: Job['attachments']): 2 | 3 => (attachments.length > 0 ? 3 : 2);

const dayOf = ({ date }: Meta): Date => new Date(`${date}T00:00:00Z`);

/** Fonts by the name of their face; pdfmake asks for the "file" of that name. */
function fontFiles(faces: ReadonlySet<FaceId>, fonts: Fonts) {
  return {
    families: Object.fromEntries([...faces].map((face) => [face, { normal: face }])),
    files: {
      existsSync: (name: string) => faces.has(name),
      readFileSync: (name: string) => lend(fonts.face(name)),
    },
  };
}

function infoOf(meta: Meta) {
  const { title, author, subject, keywords } = meta;
  return {
    Title: title,
    Author: author,
    Subject: subject,
    Keywords: keywords.join('，'),
    Creator: PROGRAM,
    Producer: PROGRAM,
    CreationDate: dayOf(meta),
    ModDate: dayOf(meta),
  };
}

function openDocument({ meta, attachments, faces }: Job, { width, height }: PageTheme, fonts: Fonts): TaggedDocument {
  const { families, files } = fontFiles(faces, fonts);
  const options = {
    size: [width, height],
    pdfVersion: '1.7',
    // For the colour profile alone: the rest of what pdfkit does for a subset is done here.
    subset: `PDF/A-${partOf(attachments)}a`,
    lang: meta.language,
    displayTitle: true,
    autoFirstPage: false,
    compress: true,
    info: infoOf(meta),
    font: null,
  } as const;
  return new TaggedDocument(families, {}, {}, {}, options, files, NO_FILES);
}

/** Draws nodes of absolute position; pages are begun by `pageBreak` alone. */
export function print(nodes: readonly object[], job: Job, page: PageTheme, fonts: Fonts): AsyncIterable<Uint8Array> {
  const document = openDocument(job, page, fonts);
  const { width, height } = page;
  const layout = new LayoutBuilderModule.default({ width, height, orientation: 'portrait' }, NO_MARGINS, {});
  new Renderer(document).renderPages(layout.layoutDocument(nodes, document, {}, {}));
  document.finish(job);
  return document;
}
