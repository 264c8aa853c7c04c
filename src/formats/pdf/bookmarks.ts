import { type NestedBookmark, nestedBookmarks } from '../paged/nested-bookmarks.js';
import { type MakeObject, type PdfReference, textString } from './objects.js';

/** A bookmark, and the place that it leads to. */
export interface Bookmark {
  readonly level: 1 | 2;
  readonly text: string;
  readonly page: PdfReference;
  /** From the bottom of the page, in points. */
  readonly top: number;
}

/** Links items to each other and to their parent, and ends them. All are open, so each counts all of its descendants. */
function writeItems(items: readonly NestedBookmark<Bookmark>[], parent: PdfReference, make: MakeObject): number {
  const written = items.map(({ bookmark: { text, page, top } }) =>
    // A zoom of 0 keeps the current zoom.
    make({ Title: textString(text), Parent: parent, Dest: [page, 'XYZ', 0, top, 0] }),
  );
  const inner = items.map((item, i) => {
    const here = written[i] as PdfReference;
    const [before, after] = [written[i - 1], written[i + 1]];
    if (before) here.data.Prev = before;
    if (after) here.data.Next = after;
    return writeItems(item.inner, here, make);
  });
  for (const one of written) one.end();
  const count = written.length + inner.reduce((sum, number) => sum + number, 0);
  if (count > 0) Object.assign(parent.data, { First: written[0], Last: written.at(-1), Count: count });
  return count;
}

/** Writes the outline below its root (ISO 32000-1, 12.3.3). The caller ends the root. */
export function writeBookmarks(bookmarks: readonly Bookmark[], root: PdfReference, make: MakeObject): void {
  writeItems(nestedBookmarks(bookmarks), root, make);
}
