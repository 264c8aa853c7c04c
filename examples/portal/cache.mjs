/** Bytes of what belongs to a thing that is kept, besides its bytes and texts. */
const OVERHEAD = 512;

/**
 * Keeps what was made last, up to so many bytes in all, texts and keys included.
 *
 * @template {{ readonly bytes: Uint8Array, readonly title: string }} T
 * @param {number} limit
 */
export function createCache(limit) {
  /** That not asked for longest comes first. @type {Map<string, T>} */
  const kept = new Map();
  let size = 0;

  const sizeOf = (/** @type {string} */ key, /** @type {T} */ { bytes, title }) =>
    bytes.buffer.byteLength + 2 * (key.length + title.length) + OVERHEAD;
  const remove = (/** @type {string} */ key) => {
    const value = kept.get(key);
    if (value !== undefined) size -= sizeOf(key, value);
    kept.delete(key);
  };
  const set = (/** @type {string} */ key, /** @type {T} */ value) => {
    remove(key);
    kept.set(key, value);
    size += sizeOf(key, value);
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
