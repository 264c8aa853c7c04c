/** @typedef {ReturnType<typeof import('./pdf-objects.mjs').openPdf>} Pdf */

const code = (/** @type {string} */ hex) => Number.parseInt(hex, 16);
const utf16 = (/** @type {string} */ hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** @param {string} cmap the text of a ToUnicode stream */
function unicodeMap(cmap) {
  /** @type {Map<number, string>} */
  const map = new Map();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from, to] of body.matchAll(/<(\w+)>\s*<([\w\s]+)>/g)) map.set(code(from), utf16(to));
  }
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, rest] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*(\[[^\]]*\]|<\w+>)/g)) {
      const targets = [...rest.matchAll(/<([\w\s]*)>/g)].map(([, hex = '']) => hex.replace(/\s/g, ''));
      for (let i = code(from); i <= code(to); i++) {
        const target = rest.startsWith('[') ? targets[i - code(from)] : undefined;
        const [base = ''] = targets;
        const text = target ?? (code(base) + i - code(from)).toString(16).padStart(base.length, '0');
        map.set(i, utf16(text));
      }
    }
  }
  return map;
}

/** Advances by character identifier, in thousandths of the size (PDF 32000-1, 9.7.4.3). */
function widthMap(/** @type {any[]} */ list) {
  const widths = new Map();
  for (let i = 0; i < list.length; ) {
    const [first, second, third] = list.slice(i, i + 3);
    if (Array.isArray(second)) {
      for (const [k, width] of second.entries()) widths.set(first + k, width);
      i += 2;
    } else {
      for (let id = first; id <= second; id++) widths.set(id, third);
      i += 3;
    }
  }
  return widths;
}

/**
 * A composite font as a reader needs it, and what it says about its embedding.
 *
 * @param {any} dict
 * @param {Pdf} pdf
 */
export function readFont(dict, { resolve }) {
  const [descendant] = resolve(dict.DescendantFonts).map(resolve);
  const descriptor = resolve(descendant.FontDescriptor);
  const widths = widthMap(resolve(descendant.W));
  const unicode = dict.ToUnicode ? unicodeMap(resolve(dict.ToUnicode).bytes.toString('latin1')) : new Map();
  return {
    name: String(dict.BaseFont).slice(1),
    embedded: descriptor.FontFile2 !== undefined && resolve(descriptor.FontFile2).bytes.length > 0,
    fileLength: descriptor.FontFile2 === undefined ? 0 : resolve(descriptor.FontFile2).bytes.length,
    hasUnicode: dict.ToUnicode !== undefined,
    /** Each character of a shown string: its text and its advance in ems. */
    decode: (/** @type {Buffer} */ shown) =>
      Array.from({ length: shown.length / 2 }, (_, i) => {
        const id = shown.readUInt16BE(2 * i);
        const text = unicode.get(id);
        if (text === undefined) throw new Error(`${dict.BaseFont} maps glyph ${id} to no character`);
        return { text, advance: (widths.get(id) ?? resolve(descendant.DW) ?? 1000) / 1000 };
      }),
  };
}
