const LIVE = new Set(['http:', 'https:', 'mailto:']);

/**
 * An address as a file may hold it, in ASCII; undefined for one that no link may lead to: a script, or a file on the reader's
 * disk, has no place in a document that citizens download from an agency.
 */
export function liveAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return LIVE.has(url.protocol) ? url.href : undefined;
}
