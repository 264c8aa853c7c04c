/** Computes a value once per definition. Definitions are constant, and every report of a form needs the same values. */
export function once<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as V;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}
