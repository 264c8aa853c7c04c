const LIVE = new Set(['http:', 'https:', 'mailto:']);

/**
 * An address as a PDF may hold it, in ASCII; undefined for one that is not to be followed: a script or a file in a document
 * that a citizen downloads from an agency has no good end.
 */
export function liveAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return LIVE.has(url.protocol) ? url.href : undefined;
}
