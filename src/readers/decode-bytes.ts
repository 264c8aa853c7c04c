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

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters that tell an encoding from others: ASCII, as of scripts and inline pictures, is the same in most. */
const ownCharacters = (text: string): number => text.replace(/[\0-\x7f\uFFFD]+/g, '').length;

/** As much of a text may be damaged that is still one; in another encoding than its own nearly every Chinese character is. */
const damageIn = (text: string): number => 3 + ownCharacters(text) / 200;

/** The text with a mark for each part that is no character, if there are few. */
function mostlyDecoded(bytes: Uint8Array, encoding: string | undefined): DecodedText | undefined {
  const text = encoding === undefined ? undefined : decoded(bytes, encoding, false);
  if (encoding === undefined || text === undefined) return undefined;
  const damaged = text.split('\uFFFD').length - 1;
  return damaged <= damageIn(text) ? { text, encoding, damaged } : undefined;
}

function wholly(bytes: Uint8Array, encoding: string | undefined): DecodedText | undefined {
  const text = encoding === undefined ? undefined : decoded(bytes, encoding, true);
  return encoding === undefined || text === undefined ? undefined : { text, encoding, damaged: 0 };
}

/** The text of bytes, with the encoding that it is in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Parts of it that are no characters in that encoding: each is U+FFFD in the text. */
  readonly damaged: number;
}

/**
 * Decodes a text whose encoding is not known. UTF-8 comes first whatever the text says of itself: GBK is almost never valid UTF-8,
 * and pages are often saved in another encoding than they state. Then what it states, then GB18030, which includes GBK and GB2312. A
 * text with a few damaged characters is still a text: pages are cut within a character, and joined of parts.
 *
 * @param statedIn gives the encoding that the text names, as in `<meta charset>`
 * @returns undefined if it is no text in any of these
 */
export function decodeBytes(
  bytes: Uint8Array,
  statedIn: () => string | undefined = () => undefined,
): DecodedText | undefined {
  const first = marked(bytes) ?? 'utf-8';
  const stated = statedIn();
  const found =
    wholly(bytes, first) ??
    wholly(bytes, stated) ??
    mostlyDecoded(bytes, first) ??
    mostlyDecoded(bytes, stated) ??
    wholly(bytes, 'gb18030') ??
    mostlyDecoded(bytes, 'gb18030');
  return found && { ...found, text: found.text.replace(/^\uFEFF/, '') };
}
