import { decimal } from './decimal.js';
import { type Numbered, type PdfReference, textLiteral } from './objects.js';
import type { DrawnPart, Tag } from './tags.js';

/**
 * The structure tree in the file (ISO 32000-1, 14.7), and the parent tree that leads from content to elements.
 *
 * A fast path: elements are written as text here, and skip pdfkit's conversion of objects. A report has some four hundred, which are most of
 * its objects, and all are of the few shapes below. It is safe because nothing in them comes from outside but texts, which are written
 * in hexadecimal, and because the tests read the tree back.
 */

/** A page, and the element of each piece of marked content on it, by its number. */
export interface MarkedPage {
  readonly page: PdfReference;
  readonly tags: Tag[];
}

interface Writer extends Numbered {
  /** The number of the object of each element. */
  readonly numbers: Map<Tag, number>;
  /** The links, in the order of their keys in the parent tree. */
  readonly links: Tag[];
  /** The key of the first link. The keys before it are pages. */
  readonly firstLink: number;
}

const isTag = (kid: Tag | DrawnPart): kid is Tag => 'kids' in kid;

const to = (id: number): string => `${id} 0 R`;

/** The attributes of a table or a cell, of a head that runs in, or of a picture (ISO 32000-1, tables 343, 345, 348 and 349). */
function attributes({ scope, rowSpan, colSpan, summary, runsIn, box }: Tag): string {
  if (box) return `/A <</O /Layout /BBox [${box.map(decimal).join(' ')}]>>`;
  if (runsIn) return '/A <</O /Layout /Placement /Inline>>';
  let facts = '';
  if (scope) facts += `/Scope /${scope}`;
  if (rowSpan !== undefined) facts += `/RowSpan ${rowSpan}`;
  if (colSpan !== undefined) facts += `/ColSpan ${colSpan}`;
  if (summary !== undefined) facts += `/Summary ${textLiteral(summary)}`;
  return facts === '' ? '' : `/A <</O /Table${facts}>>`;
}

/** Connects the area of a link with its element, both ways. */
function linkArea(part: Extract<DrawnPart, { kind: 'annotation' }>, tag: Tag, writer: Writer): string {
  part.annotation.data.StructParent = writer.firstLink + writer.links.length;
  part.annotation.end();
  writer.links.push(tag);
  return `<</Type /OBJR /Obj ${to(part.annotation.id)} /Pg ${to(part.page.id)}>>`;
}

/** A child of an element. Content on the page of the element, `home`, needs its number only. */
function kidValue(kid: Tag | DrawnPart, tag: Tag, home: PdfReference | undefined, writer: Writer): string {
  if (isTag(kid)) return to(writeElement(kid, writer.numbers.get(tag) as number, writer));
  if (kid.kind === 'annotation') return linkArea(kid, tag, writer);
  return kid.page === home ? String(kid.number) : `<</Type /MCR /Pg ${to(kid.page.id)} /MCID ${kid.number}>>`;
}

function writeElement(tag: Tag, parent: number, writer: Writer): number {
  const drawn = tag.kids.find((kid): kid is DrawnPart => !isTag(kid));
  const element = writer.nextNumber();
  writer.numbers.set(tag, element);
  const page = drawn ? `/Pg ${to(drawn.page.id)}` : '';
  const alt = tag.alt === undefined ? '' : `/Alt ${textLiteral(tag.alt)}`;
  const kids = tag.kids.map((kid) => kidValue(kid, tag, drawn?.page, writer));
  const within = kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0]}` : `/K [${kids.join(' ')}]`;
  writer.write(element, `<</S /${tag.type}/P ${to(parent)}${page}${attributes(tag)}${alt}${within}>>`);
  return element;
}

/**
 * Writes the elements of a document that has been drawn.
 *
 * @param pages in order. The `StructParents` of each is its index
 * @param tree the number of the root of the structure tree, to which the catalogue refers
 */
export function writeStructure(root: Tag, pages: readonly MarkedPage[], tree: number, numbered: Numbered): void {
  const writer: Writer = { ...numbered, numbers: new Map(), links: [], firstLink: pages.length };
  const top = writeElement(root, tree, writer);
  const reference = (tag: Tag) => to(writer.numbers.get(tag) as number);
  const parents = [
    ...pages.map(({ tags }, i) => `${i} [${tags.map(reference).join(' ')}]`),
    ...writer.links.map((tag, i) => `${writer.firstLink + i} ${reference(tag)}`),
  ];
  const next = writer.firstLink + writer.links.length;
  const lookup = `/ParentTree <</Nums [${parents.join(' ')}]>>/ParentTreeNextKey ${next}`;
  writer.write(tree, `<</Type /StructTreeRoot/K [${to(top)}]${lookup}>>`);
}
