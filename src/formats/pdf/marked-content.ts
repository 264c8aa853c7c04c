import type { Tag } from './tags.js';

/** What a stretch of a page is drawn as: part of an element of the document, or an artifact. */
export type DrawnAs =
  | {
      readonly tag: Tag;
      /** Set for a link: the element that it joins when it is first drawn, so that kids stay in reading order. */
      readonly parent?: Tag;
    }
  | { readonly artifact: string };

/**
 * Why something is drawn that is no part of the document. The seal is one: it says nothing that name and date, which it lies
 * on, do not say, and as a figure it would stand between them and the reader.
 */
export type Artifact = 'pageNumber' | 'repeat' | 'layout' | 'watermark' | 'seal';

/** Property lists (ISO 32000-1, 14.8.2.2.2, table 330); a seal is of none of the types there. */
const PROPERTIES: { readonly [A in Artifact]: string } = {
  pageNumber: '/Type /Pagination /Subtype /Footer',
  repeat: '/Type /Pagination',
  layout: '/Type /Layout',
  watermark: '/Type /Pagination /Subtype /Watermark',
  seal: '',
};

const ARTIFACTS = Object.fromEntries(
  Object.entries(PROPERTIES).map(([artifact, properties]) => [
    artifact,
    { artifact: properties === '' ? '/Artifact BMC' : `/Artifact <<${properties}>> BDC` },
  ]),
) as { readonly [A in Artifact]: DrawnAs };

/** The one mark of all artifacts of a kind. */
export function artifactOf(artifact: Artifact): DrawnAs {
  return ARTIFACTS[artifact];
}

/** Whether what is drawn next goes on with what is open. */
export function goesOn(open: DrawnAs | undefined, next: DrawnAs): boolean {
  if (open === undefined) return false;
  return 'tag' in open && 'tag' in next ? open.tag === next.tag : open === next;
}
