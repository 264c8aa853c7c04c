import type { Tag } from './tags.js';

/** What a piece of content on a page is: part of an element of the document, or an artifact. */
export type DrawnAs =
  | {
      readonly tag: Tag;
      /** For a link, the element to add it to when it is first drawn, so that children are in reading order. */
      readonly parent?: Tag;
    }
  | { readonly artifact: string };

/** Kinds of content that are not part of the document. */
export type Artifact = 'pageNumber' | 'repeat' | 'layout' | 'watermark';

/** Property lists (ISO 32000-1, 14.8.2.2.2, table 330). */
const PROPERTIES: { readonly [A in Artifact]: string } = {
  pageNumber: '/Type /Pagination /Subtype /Footer',
  repeat: '/Type /Pagination',
  layout: '/Type /Layout',
  watermark: '/Type /Pagination /Subtype /Watermark',
};

const ARTIFACTS = Object.fromEntries(
  Object.entries(PROPERTIES).map(([artifact, properties]) => [
    artifact,
    { artifact: `/Artifact <<${properties}>> BDC\n` },
  ]),
) as { readonly [A in Artifact]: DrawnAs };

/** Content that is an artifact. There is one object for each kind. */
export function artifactOf(artifact: Artifact): DrawnAs {
  return ARTIFACTS[artifact];
}

/** Whether the next content continues the open one. */
export function goesOn(open: DrawnAs | undefined, next: DrawnAs): boolean {
  if (open === undefined) return false;
  return 'tag' in open && 'tag' in next ? open.tag === next.tag : open === next;
}
