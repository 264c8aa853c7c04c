import type { Picture } from '../../bytes/png.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import { startOfDay } from '../../model/day.js';
import type { Meta } from '../../model/document.js';
import type { Attachment } from '../../model/finish.js';
import type { PageTheme } from '../../theme/theme.js';
import type { Page, TextItem } from '../../typeset/page.js';
import { type Bookmark, writeBookmarks } from './bookmarks.js';
import { writeColourProfile } from './colour-profile.js';
import { deflate } from './deflate.js';
import { drawPage, type LastLinks, type LinkArea } from './draw-page.js';
import { type EmbeddedFace, embedFace } from './embedded-face.js';
import { embedFiles } from './embedded-files.js';
import { goesOn, type Mark } from './marked-content.js';
import { textString } from './objects.js';
import { createPacker } from './packing.js';
import { PDFDocument } from './pdfmake.js';
import { type EmbeddedPicture, embedPicture, knownTo, type PictureNames } from './picture.js';
import { type MarkedPage, writeStructure } from './structure.js';
import type { Tag, TagTree } from './tags.js';
import { xmpPacket } from './xmp.js';

/**
 * A printer over pdfmake's document, in place of its front door: that one is a singleton, re-reads its fonts for each
 * document, fetches addresses named in a definition, places text by its own measure and knows no tags. Lines stand where they
 * are to stand already, so none of its layout is asked: the document numbers objects, holds pages and
 * writes the file. It is subclassed and nothing is patched. What is relied on is declared in `pdfmake.ts` and tried out in
 * `test/pdf/internals.test.ts`.
 */

const PROGRAM = 'nianbao';

/** What is printed besides the pages. */
export interface Job {
  readonly meta: Meta;
  readonly page: PageTheme;
  readonly tags: TagTree;
  readonly attachments: readonly Attachment[];
  readonly fonts: Fonts;
  /** The ICC profile of the colours. */
  readonly profile: Uint8Array;
}

/** pdfmake's document with marked content, and with the end of the file written by us. */
class TaggedDocument extends PDFDocument {
  private readonly marked: MarkedPage[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private readonly make = this.ref.bind(this);
  private readonly faces = new Map<FaceId, EmbeddedFace>();
  private readonly pictures = new Map<Picture, EmbeddedPicture>();
  private open: Mark | undefined;
  private content: string[] = [];
  private readonly packer = createPacker();

  constructor(
    private readonly job: Job,
    private readonly done: (file: Buffer) => void,
  ) {
    super({}, {}, {}, {}, optionsOf(job), null, NO_FILES);
  }

  override addPage(options: object): this {
    this.endPage();
    super.addPage(options);
    const page = this.page.dictionary;
    page.data.StructParents = this.marked.length;
    // The tabulator goes from link to link in reading order.
    page.data.Tabs = 'S';
    this.marked.push({ page, tags: [] });
    return this;
  }

  /** Gathers a page's operators, which are then written as one. */
  override addContent(operators: string): this {
    this.content.push(operators);
    return this;
  }

  private endPage(): void {
    this.close();
    if (this.content.length > 0) this.writeContent(Buffer.from(`${this.content.join('\n')}\n`, 'latin1'));
    this.content = [];
  }

  private writeContent(operators: Buffer): void {
    this.page.write(deflate(operators));
    this.page.content.data.Filter = 'FlateDecode';
  }

  face(id: FaceId): EmbeddedFace {
    const face = this.faces.get(id) ?? embedFace(this.job.fonts.face(id), `F${this.faces.size + 1}`, this.make);
    this.faces.set(id, face);
    this.page.fonts[face.name] = face.reference;
    return face;
  }

  picture(picture: Picture): PictureNames {
    const embedded = this.pictures.get(picture) ?? embedPicture(picture, this.make);
    this.pictures.set(picture, embedded);
    return knownTo(this.page, embedded);
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
      Type: 'Annot',
      Subtype: 'Link',
      P: page,
      Border: [0, 0, 0],
      F: PRINTED,
      Rect: [x, foot, x + width, foot + height],
      A: { Type: 'Action', S: 'URI', URI: textString(href) },
      Contents: textString(href),
    });
    this.page.annotations.push(annotation);
    tag.kids.push({ kind: 'annotation', page, annotation });
  }

  addBookmark(bookmark: NonNullable<TextItem['bookmark']>, y: number): void {
    const { level, text } = bookmark;
    this.bookmarks.push({ level, text, page: this.page.dictionary, top: this.page.height - y });
  }

  /** Writes the file. */
  override end(): void {
    this.endPage();
    for (const face of this.faces.values()) face.end();
    this._root.data.MarkInfo = { Marked: true };
    const { attachments, meta } = this.job;
    if (attachments.length > 0) {
      const { names, associated } = embedFiles(attachments, dayOf(meta), this.make);
      this._root.data.Names.data.EmbeddedFiles = names;
      this._root.data.AF = associated;
    }
    super.end();
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
    this._root.data.StructTreeRoot = writeStructure(this.job.tags.root, this.marked, this.make);
  }

  override endMetadata(): void {
    const { meta, attachments } = this.job;
    this._root.data.OutputIntents = [writeColourProfile(this.job.profile, this.make)];
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Not deflated: programs that know nothing of PDF look for the packet in the bytes.
    metadata.end(xmpPacket(meta, PROGRAM, partOf(attachments)));
    this._root.data.Metadata = metadata;
  }

  override _write(piece: string | Uint8Array): void {
    // The constructor above this class writes a head, before there is a packer, which has its own.
    this.packer?.take(piece);
  }

  /** Called once every object has been written. */
  override _finalize(): void {
    this.done(this.packer.end({ root: this._root.id, info: this._info.id }));
  }
}

/** Annotation flag: printed with the page (ISO 32000-1, 12.5.3). */
const PRINTED = 1 << 2;
const NO_FILES = () => false;

/** A file that carries files of any kind is PDF/A-3, any other PDF/A-2. */
const partOf = (attachments: Job['attachments']): 2 | 3 => (attachments.length > 0 ? 3 : 2);

const dayOf = ({ date }: Meta): Date => new Date(startOfDay(date));

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

function optionsOf({ meta, page: { width, height } }: Job) {
  return {
    size: [width, height],
    pdfVersion: '1.7',
    lang: meta.language,
    displayTitle: true,
    autoFirstPage: false,
    compress: false,
    info: infoOf(meta),
    font: null,
  } as const;
}

/** Prints pages. */
export function print(pages: readonly Page[], job: Job): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new TaggedDocument(job, resolve);
    const links: LastLinks = new Map();
    for (const page of pages) {
      document.addPage({ size: [job.page.width, job.page.height] });
      drawPage(page, document, job.tags, links);
    }
    document.end();
  });
}
