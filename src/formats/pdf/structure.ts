import { type ByteSink, putText, putWhole } from '../../bytes/byte-sink.js';
import { putDecimal } from './decimal.js';
import { type ObjectWriter, type PdfReference, textLiteral } from './objects.js';
import type { DrawnPart, Tag } from './tags.js';

/**
 * The structure tree in the file (ISO 32000-1, 14.7), and the parent tree that leads from content to elements.
 *
 * A fast path: elements are written as bytes here, and skip pdfkit's conversion of objects. A report has some four hundred, which are most of
 * its objects, and all are of the few shapes below. It is safe because nothing in them comes from outside but texts, which are written
 * in hexadecimal, and because the tests read the tree back.
 */

/** A page, and the element of each piece of marked content on it, by its number. */
export interface MarkedPage {
  readonly page: PdfReference;
  readonly tags: Tag[];
}

interface Writer extends ObjectWriter {
  /** The links, in the order of their keys in the parent tree. */
  readonly links: Tag[];
  /** The key of the first link. The keys before it are pages. */
  readonly firstLink: number;
}

const isTag = (kid: Tag | DrawnPart): kid is Tag => 'kids' in kid;

/** Writes a reference to an object. */
function putReference(sink: ByteSink, number: number): void {
  putWhole(sink, number);
  putText(sink, ' 0 R');
}

function putFact(sink: ByteSink, name: string, value: string | number | undefined): void {
  if (value !== undefined) putText(sink, `/${name} ${value}`);
}

/** Writes the attributes of a table or a cell, of a head that runs in, or of a picture (ISO 32000-1, tables 343, 345, 348 and 349). */
function putAttributes(sink: ByteSink, { scope, rowSpan, colSpan, summary, runsIn, box }: Tag): void {
  if (box) {
    putText(sink, '/A <</O /Layout /BBox [');
    for (const edge of box) {
      putDecimal(sink, edge);
      putText(sink, ' ');
    }
    putText(sink, ']>>');
  } else if (runsIn) putText(sink, '/A <</O /Layout /Placement /Inline>>');
  else if (scope !== undefined || rowSpan !== undefined || colSpan !== undefined || summary !== undefined) {
    putText(sink, '/A <</O /Table');
    putFact(sink, 'Scope', scope && `/${scope}`);
    putFact(sink, 'RowSpan', rowSpan);
    putFact(sink, 'ColSpan', colSpan);
    putFact(sink, 'Summary', summary === undefined ? undefined : textLiteral(summary));
    putText(sink, '>>');
  }
}

/** Connects the area of a link with its element, both ways. */
function connectArea(part: Extract<DrawnPart, { kind: 'annotation' }>, tag: Tag, writer: Writer): void {
  part.annotation.data.StructParent = writer.firstLink + writer.links.length;
  part.annotation.end();
  writer.links.push(tag);
}

/** Writes a child of an element. Content on the page of the element, `home`, needs its number only. */
function putKid(sink: ByteSink, kid: Tag | DrawnPart, home: PdfReference | undefined): void {
  if (isTag(kid)) putReference(sink, kid.object);
  else if (kid.kind === 'content' && kid.page === home) putWhole(sink, kid.number);
  else {
    putText(sink, kid.kind === 'content' ? '<</Type /MCR /Pg ' : '<</Type /OBJR /Pg ');
    putReference(sink, kid.page.id);
    putText(sink, kid.kind === 'content' ? `/MCID ${kid.number}>>` : `/Obj ${kid.annotation.id} 0 R>>`);
  }
}

function putKids(sink: ByteSink, kids: Tag['kids'], home: PdfReference | undefined): void {
  if (kids.length === 0) return;
  putText(sink, kids.length === 1 ? '/K ' : '/K [');
  for (const [i, kid] of kids.entries()) {
    if (i > 0) putText(sink, ' ');
    putKid(sink, kid, home);
  }
  if (kids.length > 1) putText(sink, ']');
}

/** Numbers the children of an element, and connects the areas of links. */
function prepareKids(tag: Tag, writer: Writer): void {
  for (const kid of tag.kids) {
    if (isTag(kid)) kid.object = writer.nextNumber();
    else if (kid.kind === 'annotation') connectArea(kid, tag, writer);
  }
}

/** Writes an element that has a number, and those below it. */
function writeElement(tag: Tag, parent: number, writer: Writer): void {
  prepareKids(tag, writer);
  const drawn = tag.kids.find((kid): kid is DrawnPart => !isTag(kid));
  const sink = writer.begin(tag.object);
  putText(sink, '<</S /');
  putText(sink, tag.type);
  putText(sink, '/P ');
  putReference(sink, parent);
  if (drawn) {
    putText(sink, '/Pg ');
    putReference(sink, drawn.page.id);
  }
  putAttributes(sink, tag);
  putFact(sink, 'Alt', tag.alt === undefined ? undefined : textLiteral(tag.alt));
  putKids(sink, tag.kids, drawn?.page);
  putText(sink, '>>');
  for (const kid of tag.kids) if (isTag(kid)) writeElement(kid, tag.object, writer);
}

/** Writes the elements of the content of a page, by their places. */
function putParents(sink: ByteSink, tags: readonly Tag[], key: number): void {
  putWhole(sink, key);
  putText(sink, ' [');
  for (const { object } of tags) {
    putReference(sink, object);
    putText(sink, ' ');
  }
  putText(sink, ']');
}

/**
 * Writes the elements of a document that has been drawn.
 *
 * @param pages in order. The `StructParents` of each is its index
 * @param tree the number of the root of the structure tree, to which the catalogue refers
 */
export function writeStructure(root: Tag, pages: readonly MarkedPage[], tree: number, objects: ObjectWriter): void {
  const writer: Writer = { ...objects, links: [], firstLink: pages.length };
  root.object = writer.nextNumber();
  writeElement(root, tree, writer);
  const sink = writer.begin(tree);
  putText(sink, `<</Type /StructTreeRoot/K [${root.object} 0 R]/ParentTree <</Nums [`);
  for (const [i, { tags }] of pages.entries()) putParents(sink, tags, i);
  for (const [i, { object }] of writer.links.entries()) putText(sink, ` ${writer.firstLink + i} ${object} 0 R`);
  putText(sink, `]>>/ParentTreeNextKey ${writer.firstLink + writer.links.length}>>`);
}
