/** The assigned positions of GB/T 2312-1980: lead bytes, then trail bytes, first and last of each. */
const RANGES: readonly (readonly [number, number, number, number])[] = [
  [0xa1, 0xa1, 0xa1, 0xfe],
  [0xa2, 0xa2, 0xb1, 0xe2],
  [0xa2, 0xa2, 0xe5, 0xee],
  [0xa2, 0xa2, 0xf1, 0xfc],
  [0xa3, 0xa3, 0xa1, 0xfe],
  [0xa4, 0xa4, 0xa1, 0xf3],
  [0xa5, 0xa5, 0xa1, 0xf6],
  [0xa6, 0xa6, 0xa1, 0xb8],
  [0xa6, 0xa6, 0xc1, 0xd8],
  [0xa7, 0xa7, 0xa1, 0xc1],
  [0xa7, 0xa7, 0xd1, 0xf1],
  [0xa8, 0xa8, 0xa1, 0xba],
  [0xa8, 0xa8, 0xc5, 0xe9],
  [0xa9, 0xa9, 0xa4, 0xef],
  [0xb0, 0xd6, 0xa1, 0xfe],
  [0xd7, 0xd7, 0xa1, 0xf9],
  [0xd8, 0xf7, 0xa1, 0xfe],
];

/** Whether GB 2312 has a character, by code unit. GBK decodes the bytes of GB 2312 to the same characters. */
const HELD = new Uint8Array(0x10000);

const decoder = new TextDecoder('gbk');
for (const [firstLead, lastLead, firstTrail, lastTrail] of RANGES) {
  const trails = lastTrail - firstTrail + 1;
  const row = new Uint8Array(2 * trails);
  for (let i = 0; i < trails; i++) row[2 * i + 1] = firstTrail + i;
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let i = 0; i < trails; i++) row[2 * i] = lead;
    const characters = decoder.decode(row);
    for (let i = 0; i < characters.length; i++) HELD[characters.charCodeAt(i)] = 1;
  }
}

/** Whether a font limited to GB 2312 has the character. Such fonts also have ASCII. */
export function inGb2312(char: string): boolean {
  return char <= '\u007f' || HELD[char.charCodeAt(0)] === 1;
}
