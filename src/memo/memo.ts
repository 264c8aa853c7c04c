/** Returns the value kept for a key, or makes and keeps it. */
export type Memo<V> = (key: string, make: () => V) => V;

/**
 * A cache of at most `limit` values. When it is full it is emptied: values in frequent use are soon back, and values used once do not
 * stay for good.
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

/** Keeps a value in a map, as `memo` does, where a function that makes it would be made too often. */
export function keep<K, V>(known: Map<K, V>, limit: number, key: K, value: V): V {
  if (known.size >= limit) known.clear();
  known.set(key, value);
  return value;
}

/** A separate cache for each owner, which lives as long as the owner does. */
export function memoOf<O extends object, V>(limit: number): (owner: O) => Memo<V> {
  const memos = new WeakMap<O, Memo<V>>();
  return (owner) => {
    const known = memos.get(owner) ?? memo<V>(limit);
    memos.set(owner, known);
    return known;
  };
}
