/** A bookmark with those below it. */
export interface NestedBookmark<B> {
  readonly bookmark: B;
  readonly inner: readonly NestedBookmark<B>[];
}

/** Nests second-level bookmarks in the first-level one before them. */
export function nestedBookmarks<B extends { readonly level: 1 | 2 }>(
  bookmarks: readonly B[],
): readonly NestedBookmark<B>[] {
  const items: { readonly bookmark: B; readonly inner: NestedBookmark<B>[] }[] = [];
  for (const bookmark of bookmarks) {
    const section = bookmark.level === 2 ? items.at(-1) : undefined;
    (section?.inner ?? items).push({ bookmark, inner: [] });
  }
  return items;
}
