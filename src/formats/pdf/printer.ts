import { putText, putWhole, sharedSink, written } from '../../bytes/byte-sink.js';
import type { Picture } from '../../bytes/png.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import { NO_DAY, startOfDay } from '../../model/day.js';
import type { Meta } from '../../model/document.js';
import type { Attachment } from '../../model/finish.js';
import { PROGRAM } from '../../model/program.js';
import type { PageTheme } from '../../theme/theme.js';
import type { Area, Page, TextItem } from '../../typeset/page.js';
import { type Bookmark, writeBookmarks } from './bookmarks.js';
import { writeColourProfile } from './colour-profile.js';
import { deflate } from './deflate.js';
import { drawPage, type LastLinks, type LinkArea } from './draw-page.js';
import { type EmbeddedFace, embedFace } from './embedded-face.js';
import { embedFiles } from './embedded-files.js';
import { type DrawnAs, goesOn } from './marked-content.js';
import { type ObjectWriter, textString } from './objects.js';
import { createPacker } from './packing.js';
import { PDFDocument } from './pdfmake.js';
import { type EmbeddedPicture, embedPicture, knownTo, type PictureNames } from './picture.js';
import { type MarkedPage, writeStructure } from './structure.js';
import type { Tag, TagTree } from './tags.js';
import { xmpPacket } from './xmp.js';

/**
 * Prints pages with pdfmake's document class. pdfmake's public interface is not used: it is a singleton, reads fonts again for each
 * document, fetches addresses named in a definition, has its own layout and knows no tags. Here all positions are known, and the document
 * only numbers objects, holds pages and writes the file. It is subclassed, not patched. The internals in use are declared
 * in `pdfmake.ts` and tested in `test/pdf/internals.test.ts`.
 */

/** What a file needs besides its pages. */
export interface FileFacts {
  readonly meta: Meta;
  readonly page: PageTheme;
  readonly tags: TagTree;
  readonly attachments: readonly Attachment[];
  readonly fonts: Fonts;
  /** The ICC profile of the colours. */
  readonly profile: Uint8Array;
}

/** The operators of a page; the first room is for some three times of what a page of a report has. */
const takeContent = sharedSink(1 << 15, 1 << 20);

/** pdfmake's document with marked content and our own file structure. */
class TaggedDocument extends PDFDocument {
  private readonly facts: FileFacts;
  private readonly done: (file: Buffer) => void;
  private readonly marked: MarkedPage[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private readonly make = this.ref.bind(this);
  private readonly faces = new Map<FaceId, EmbeddedFace>();
  private readonly pictures = new Map<Picture, EmbeddedPicture>();
  private open: DrawnAs | undefined;
  readonly content = takeContent();
  private readonly packer = createPacker();
  private readonly objects: ObjectWriter = {
    nextNumber: () => this._offsets.push(null),
    begin: this.packer.begin,
    stream: this.packer.stream,
  };

  constructor(facts: FileFacts, done: (file: Buffer) => void) {
    super({}, {}, {}, {}, optionsOf(facts), null, NO_FILES);
    this.facts = facts;
    this.done = done;
    // The superclass dates every file.
    if (facts.meta.date === undefined) for (const name of DATES) delete this.info[name];
  }

  override addPage(options: object): this {
    this.endPage();
    super.addPage(options);
    const page = this.page.dictionary;
    page.data.StructParents = this.marked.length;
    // The tab key moves from link to link in structure order.
    page.data.Tabs = 'S';
    this.marked.push({ page, tags: [] });
    return this;
  }

  /** Collects the operators of a page, which are written together. */
  override addContent(line: string): this {
    putText(this.content, `${line}\n`);
    return this;
  }

  private endPage(): void {
    this.close();
    if (this.content.at === 0) return;
    this.page.write(deflate(written(this.content)));
    this.page.content.data.Filter = 'FlateDecode';
    this.content.at = 0;
  }

  face(id: FaceId): EmbeddedFace {
    const face = this.faces.get(id) ?? this.embed(id);
    this.page.fonts[face.name] = face.reference;
    return face;
  }

  private embed(id: FaceId): EmbeddedFace {
    const face = embedFace(this.facts.fonts.face(id), `F${this.faces.size + 1}`, this.ref(), this.objects);
    this.faces.set(id, face);
    return face;
  }

  picture(picture: Picture): PictureNames {
    const embedded = this.pictures.get(picture) ?? embedPicture(picture, this.make);
    this.pictures.set(picture, embedded);
    return knownTo(this.page, embedded);
  }

  /** Begins marked content, unless what is open goes on. */
  begin(mark: DrawnAs): void {
    if (goesOn(this.open, mark)) return;
    this.close();
    this.open = mark;
    if ('artifact' in mark) putText(this.content, mark.artifact);
    else this.beginTagged(mark.tag, mark.parent);
  }

  private beginTagged(tag: Tag, parent: Tag | undefined): void {
    if (parent && tag.kids.length === 0) parent.kids.push(tag);
    const { page, tags } = this.marked.at(-1) as MarkedPage;
    putText(this.content, '/');
    putText(this.content, tag.type);
    putText(this.content, ' <</MCID ');
    putWhole(this.content, tags.length);
    putText(this.content, '>> BDC\n');
    tag.kids.push({ kind: 'content', page, number: tags.length });
    tags.push(tag);
  }

  private close(): void {
    if (this.open) putText(this.content, 'EMC\n');
    this.open = undefined;
  }

  /** Adds the clickable area of a link, as part of its element. */
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

  addBox({ x, y, width, height }: Area, tag: Tag): void {
    const foot = this.page.height - y - height;
    tag.box = [x, foot, x + width, foot + height];
  }

  addBookmark(bookmark: NonNullable<TextItem['bookmark']>, y: number): void {
    const { level, text } = bookmark;
    this.bookmarks.push({ level, text, page: this.page.dictionary, top: this.page.height - y });
  }

  /** Writes the file. */
  override end(): void {
    this.endPage();
    for (const face of this.faces.values()) {
      face.end();
      this._refEnd(face.reference);
    }
    this._root.data.MarkInfo = { Marked: true };
    const { attachments, meta } = this.facts;
    if (attachments.length > 0) {
      const { names, associated } = embedFiles(attachments, dayOf(meta), this.make);
      this._root.data.Names.data.EmbeddedFiles = names;
      this._root.data.AF = associated;
    }
    super.end();
  }

  override endOutline(): void {
    const root = this.outline.dictionary;
    writeBookmarks(this.bookmarks, root.id, this.objects);
    this._refEnd(root);
    if (this.bookmarks.length === 0) return;
    this._root.data.Outlines = root;
    this._root.data.PageMode = 'UseOutlines';
  }

  override endMarkings(): void {
    const tree = this.ref();
    this._root.data.StructTreeRoot = tree;
    writeStructure(this.facts.tags.root, this.marked, tree.id, this.objects);
    this._refEnd(tree);
  }

  override endMetadata(): void {
    const { meta, attachments } = this.facts;
    this._root.data.OutputIntents = [writeColourProfile(this.facts.profile, this.make)];
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Uncompressed, so that programs which do not read PDF find the packet in the bytes.
    metadata.end(xmpPacket(meta, PROGRAM, partOf(attachments)));
    this._root.data.Metadata = metadata;
  }

  override _write(piece: string | Uint8Array): void {
    // The superclass constructor writes a file header before there is a packer. The packer writes its own.
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

/** A file with attachments is PDF/A-3, any other PDF/A-2. */
const partOf = (attachments: FileFacts['attachments']): 2 | 3 => (attachments.length > 0 ? 3 : 2);

const dayOf = ({ date }: Meta): Date => new Date(startOfDay(date ?? NO_DAY));
const DATES = ['CreationDate', 'ModDate'];

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

function optionsOf({ meta, page: { width, height } }: FileFacts) {
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
export function print(pages: readonly Page[], facts: FileFacts): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new TaggedDocument(facts, resolve);
    const links: LastLinks = new Map();
    for (const page of pages) {
      document.addPage({ size: [facts.page.width, facts.page.height] });
      drawPage(page, document, facts.tags, links);
    }
    document.end();
  });
}
