/** Bytes that a stream writes out in letters (ISO 32000-1, 7.4.2 and 7.4.3), as some programs do with whatever they pack. */

const [TILDE, GREATER, FIRST, LAST, ZEROS] = [0x7e, 0x3e, 0x21, 0x75, 0x7a];

/** The bytes of a group of up to five letters of base 85, short ones filled up with the last letter. */
function groupBytes(group: readonly number[]): readonly number[] {
  const filled = [...group, ...Array.from({ length: 5 - group.length }, () => LAST - FIRST)];
  const value = filled.reduce((sum, digit) => sum * 85 + digit, 0);
  const bytes = [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map((part) => Math.floor(part) & 255);
  return bytes.slice(0, group.length - 1);
}

function fromBase85(letters: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let group: number[] = [];
  for (const code of letters) {
    if (code === TILDE) break;
    if (code === ZEROS) bytes.push(0, 0, 0, 0);
    if (code < FIRST || code > LAST) continue;
    group.push(code - FIRST);
    if (group.length < 5) continue;
    bytes.push(...groupBytes(group));
    group = [];
  }
  if (group.length > 1) bytes.push(...groupBytes(group));
  return Uint8Array.from(bytes);
}

function fromHex(letters: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let digits = '';
  for (const code of letters) {
    if (code === GREATER) break;
    if (code > 32) digits += String.fromCharCode(code);
    if (digits.length < 2) continue;
    bytes.push(Number.parseInt(digits, 16) & 255);
    digits = '';
  }
  return Uint8Array.from(bytes);
}

/** The bytes of a stream with its dictionary: those behind the letters, if its first filter writes it out in letters. */
export function withoutLetters(stream: Uint8Array, about: string): Uint8Array {
  const [, first = ''] = /\/Filter\s*\[?\s*\/(\w+)/.exec(about) ?? [];
  if (first === 'ASCII85Decode' || first === 'A85') return fromBase85(stream);
  return first === 'ASCIIHexDecode' || first === 'AHx' ? fromHex(stream) : stream;
}
