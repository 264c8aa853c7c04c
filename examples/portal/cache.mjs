/**
 * Keeps what was made last, up to so many bytes in all.
 *
 * @template {{ readonly bytes: Uint8Array }} T
 * @param {number} limit
 */
export function createCache(limit) {
  /** That not asked for longest comes first. @type {Map<string, T>} */
  const kept = new Map();
  let size = 0;

  const remove = (/** @type {string} */ key) => {
    size -= kept.get(key)?.bytes.length ?? 0;
    kept.delete(key);
  };
  const set = (/** @type {string} */ key, /** @type {T} */ value) => {
    remove(key);
    kept.set(key, value);
    size += value.bytes.length;
    for (const oldest of kept.keys()) {
      if (size <= limit) return;
      remove(oldest);
    }
  };
  const get = (/** @type {string} */ key) => {
    const value = kept.get(key);
    if (value !== undefined) set(key, value);
    return value;
  };
  return {
    get,
    set,
    get size() {
      return size;
    },
  };
}
