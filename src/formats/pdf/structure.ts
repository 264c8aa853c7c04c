import { type MakeObject, type PdfReference, type PdfValue, textString } from './objects.js';
import type { DrawnPart, Tag } from './tags.js';

/** The structure tree as the file holds it (ISO 32000-1, 14.7), with the way back from content to elements. */

/** A page with the elements that its marked content belongs to, by the content's number. */
export interface MarkedPage {
  readonly page: PdfReference;
  readonly tags: Tag[];
}

interface Writer {
  readonly make: MakeObject;
  readonly references: Map<Tag, PdfReference>;
  /** The links, in the order of their keys in the parent tree. */
  readonly links: Tag[];
  /** The key of the first link; those before are pages. */
  readonly firstLink: number;
}

const isTag = (kid: Tag | DrawnPart): kid is Tag => 'kids' in kid;

/** What a table says of itself and of its cells. */
function attributes({ scope, rowSpan, colSpan, summary }: Tag): PdfValue | undefined {
  const facts: { [name: string]: PdfValue } = { O: 'Table' };
  if (scope) facts.Scope = scope;
  if (rowSpan !== undefined) facts.RowSpan = rowSpan;
  if (colSpan !== undefined) facts.ColSpan = colSpan;
  if (summary !== undefined) facts.Summary = textString(summary);
  return Object.keys(facts).length === 1 ? undefined : facts;
}

/** A link's area is found from the structure tree, and its element from the area. */
function linkArea(part: Extract<DrawnPart, { kind: 'annotation' }>, tag: Tag, writer: Writer): PdfValue {
  part.annotation.data.StructParent = writer.firstLink + writer.links.length;
  part.annotation.end();
  writer.links.push(tag);
  return { Type: 'OBJR', Obj: part.annotation, Pg: part.page };
}

/** A kid of an element that lies on `home`: content there needs its number only. */
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
  const kids = tag.kids.map((kid) => kidValue(kid, tag, home, writer));
  if (kids.length > 0) element.data.K = kids.length === 1 ? kids[0] : kids;
  element.end();
  return element;
}

/**
 * Writes the elements of a document that has been drawn.
 *
 * @param pages in order; each names its place in this list as its `StructParents`
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
