import { putText } from '../../bytes/byte-sink.js';
import { type NestedBookmark, nestedBookmarks } from '../paged/nested-bookmarks.js';
import { putDecimal } from './decimal.js';
import { type ObjectWriter, type PdfReference, textLiteral } from './objects.js';

/** A bookmark, and the place that it leads to. */
export interface Bookmark {
  readonly level: 1 | 2;
  readonly text: string;
  readonly page: PdfReference;
  /** From the bottom of the page, in points. */
  readonly top: number;
}

type Items = readonly NestedBookmark<Bookmark>[];

/** How many items there are, with all below them. */
const countOf = (items: Items): number => items.reduce((sum, { inner }) => sum + 1 + countOf(inner), 0);

/** Where the items below one are: the first, the last, and how many. All are open, so each counts all of its descendants. */
function within(items: Items, numbers: readonly number[]): string {
  return items.length === 0 ? '' : `/First ${numbers[0]} 0 R/Last ${numbers.at(-1)} 0 R/Count ${countOf(items)}`;
}

/** Writes items, linked to each other and to their parent; returns their numbers. */
function writeItems(items: Items, parent: number, objects: ObjectWriter): readonly number[] {
  const numbers = items.map(objects.nextNumber);
  for (const [i, { bookmark, inner }] of items.entries()) {
    const number = numbers[i] as number;
    const below = within(inner, writeItems(inner, number, objects));
    const before = i > 0 ? `/Prev ${numbers[i - 1]} 0 R` : '';
    const after = i < items.length - 1 ? `/Next ${numbers[i + 1]} 0 R` : '';
    const sink = objects.begin(number);
    putText(sink, `<</Title ${textLiteral(bookmark.text)}/Parent ${parent} 0 R${before}${after}${below}`);
    putText(sink, `/Dest [${bookmark.page.id} 0 R /XYZ 0 `);
    putDecimal(sink, bookmark.top);
    // A zoom of 0 keeps the current zoom.
    putText(sink, ' 0]>>');
  }
  return numbers;
}

/** Writes the outline, whose root has a number (ISO 32000-1, 12.3.3). */
export function writeBookmarks(bookmarks: readonly Bookmark[], root: number, objects: ObjectWriter): void {
  const items = nestedBookmarks(bookmarks);
  const below = within(items, writeItems(items, root, objects));
  putText(objects.begin(root), `<<${below}>>`);
}
