import { type MakeObject, type PdfReference, type PdfValue, textString } from './objects.js';
import type { DrawnPart, Tag } from './tags.js';

/** The structure tree in the file (ISO 32000-1, 14.7), and the parent tree that leads from content to elements. */

/** A page, and the element of each piece of marked content on it, by its number. */
export interface MarkedPage {
  readonly page: PdfReference;
  readonly tags: Tag[];
}

interface Writer {
  readonly make: MakeObject;
  readonly references: Map<Tag, PdfReference>;
  /** The links, in the order of their keys in the parent tree. */
  readonly links: Tag[];
  /** The key of the first link. The keys before it are pages. */
  readonly firstLink: number;
}

const isTag = (kid: Tag | DrawnPart): kid is Tag => 'kids' in kid;

/** The attributes of a table or a cell, of a head that runs in, or of a picture (ISO 32000-1, tables 343, 345, 348 and 349). */
function attributes({ scope, rowSpan, colSpan, summary, runsIn, box }: Tag): PdfValue | undefined {
  if (box) return { O: 'Layout', BBox: [...box] };
  if (runsIn) return { O: 'Layout', Placement: 'Inline' };
  const facts: { [name: string]: PdfValue } = { O: 'Table' };
  if (scope) facts.Scope = scope;
  if (rowSpan !== undefined) facts.RowSpan = rowSpan;
  if (colSpan !== undefined) facts.ColSpan = colSpan;
  if (summary !== undefined) facts.Summary = textString(summary);
  return Object.keys(facts).length === 1 ? undefined : facts;
}

/** Connects the area of a link with its element, both ways. */
function linkArea(part: Extract<DrawnPart, { kind: 'annotation' }>, tag: Tag, writer: Writer): PdfValue {
  part.annotation.data.StructParent = writer.firstLink + writer.links.length;
  part.annotation.end();
  writer.links.push(tag);
  return { Type: 'OBJR', Obj: part.annotation, Pg: part.page };
}

/** A child of an element. Content on the page of the element, `home`, needs its number only. */
function kidValue(kid: Tag | DrawnPart, tag: Tag, home: PdfReference | undefined, writer: Writer): PdfValue {
  if (isTag(kid)) return writeElement(kid, writer.references.get(tag) as PdfReference, writer);
  if (kid.kind === 'annotation') return linkArea(kid, tag, writer);
  return kid.page === home ? kid.number : { Type: 'MCR', Pg: kid.page, MCID: kid.number };
}

function writeElement(tag: Tag, parent: PdfReference, writer: Writer): PdfReference {
  const [home] = tag.kids.flatMap((kid) => (isTag(kid) ? [] : [kid.page]));
  const element = writer.make({ S: tag.type, P: parent });
  writer.references.set(tag, element);
  if (home) element.data.Pg = home;
  const facts = attributes(tag);
  if (facts) element.data.A = facts;
  if (tag.alt !== undefined) element.data.Alt = textString(tag.alt);
  const kids = tag.kids.map((kid) => kidValue(kid, tag, home, writer));
  if (kids.length > 0) element.data.K = kids.length === 1 ? kids[0] : kids;
  element.end();
  return element;
}

/**
 * Writes the elements of a document that has been drawn.
 *
 * @param pages in order. The `StructParents` of each is its index
 * @returns the root of the structure tree, for the catalogue
 */
export function writeStructure(root: Tag, pages: readonly MarkedPage[], make: MakeObject): PdfReference {
  const writer: Writer = { make, references: new Map(), links: [], firstLink: pages.length };
  const tree = make({ Type: 'StructTreeRoot' });
  tree.data.K = [writeElement(root, tree, writer)];
  const reference = (tag: Tag) => writer.references.get(tag) as PdfReference;
  tree.data.ParentTree = {
    Nums: [
      ...pages.flatMap(({ tags }, i) => [i, tags.map(reference)]),
      ...writer.links.flatMap((tag, i) => [writer.firstLink + i, reference(tag)]),
    ],
  };
  tree.data.ParentTreeNextKey = writer.firstLink + writer.links.length;
  tree.end();
  return tree;
}
