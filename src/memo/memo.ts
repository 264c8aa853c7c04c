/** Gives what was made for a key before, or makes it. */
export type Memo<V> = (key: string, make: () => V) => V;

/**
 * What has been worked out, kept for the next time. It forgets everything once it holds `limit` values: what is needed often
 * is soon back, and what was needed once is not kept for good.
 */
export function memo<V>(limit: number): Memo<V> {
  const known = new Map<string, V>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as V;
    if (known.size >= limit) known.clear();
    const made = make();
    known.set(key, made);
    return made;
  };
}

/** A memo of its own for each object that what is worked out depends on, for as long as that object is in use. */
export function memoOf<O extends object, V>(limit: number): (owner: O) => Memo<V> {
  const memos = new WeakMap<O, Memo<V>>();
  return (owner) => {
    const known = memos.get(owner) ?? memo<V>(limit);
    memos.set(owner, known);
    return known;
  };
}
