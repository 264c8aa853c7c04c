import { escapeXml } from '../../bytes/xml.js';
import { type NestedBookmark, nestedBookmarks } from '../paged/nested-bookmarks.js';
import { microns, millimetres } from './lengths.js';
import type { PageBookmark } from './ofd-drawing.js';

type Item = NestedBookmark<PageBookmark>;

function outlineElement({ bookmark: { text, page, top }, inner }: Item): string {
  // A zoom of 0 keeps the current zoom.
  const place = `Type="XYZ" PageID="${page}" Left="0" Top="${millimetres(microns(top))}" Zoom="0"`;
  const actions = `<ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest ${place}/></ofd:Goto></ofd:Action></ofd:Actions>`;
  const count = inner.length > 0 ? ` Count="${inner.length}"` : '';
  return `<ofd:OutlineElem Title="${escapeXml(text)}"${count}>${actions}${inner.map(outlineElement).join('')}</ofd:OutlineElem>`;
}

/** The outline of a file (GB/T 33190-2016, 7.8); nothing without bookmarks. */
export function outline(bookmarks: readonly PageBookmark[]): string {
  const items = nestedBookmarks(bookmarks);
  return items.length === 0 ? '' : `<ofd:Outlines>${items.map(outlineElement).join('')}</ofd:Outlines>`;
}
