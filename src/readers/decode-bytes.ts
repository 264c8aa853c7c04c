/** The encoding that the first bytes say (the Unicode marks), or that zeros among the bytes betray. */
function marked(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const zeros = (odd: number) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  if (zeros(1) > head.length / 8) return 'utf-16le';
  return zeros(0) > head.length / 8 ? 'utf-16be' : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of bytes, with the name of the encoding if it is not UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes a text whose encoding is not known. UTF-8 comes first whatever the text says of itself: GBK is almost never valid UTF-8,
 * and pages are often saved in another encoding than they state. Then what it states, then GB18030, which includes GBK and GB2312.
 *
 * @param statedIn gives the encoding that the text names, as in `<meta charset>`
 * @returns undefined if it is no text in any of these
 */
export function decodeBytes(
  bytes: Uint8Array,
  statedIn: () => string | undefined = () => undefined,
): DecodedText | undefined {
  const mark = marked(bytes);
  for (const named of [() => mark ?? 'utf-8', statedIn, () => 'gb18030']) {
    const encoding = named();
    const text = encoding === undefined ? undefined : decoded(bytes, encoding);
    if (encoding !== undefined && text !== undefined) return { text: text.replace(/^\uFEFF/, ''), encoding };
  }
  return undefined;
}
