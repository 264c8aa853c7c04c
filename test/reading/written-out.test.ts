import { expect, test } from '@jest/globals';
import { guardStreams } from '../../src/readers/pdf/guard-streams.js';
import { withoutLetters } from '../../src/readers/pdf/written-out.js';

// Streams of a PDF that are written out in letters.

const decoded = (letters: string, about: string): string =>
  Buffer.from(withoutLetters(Buffer.from(letters), about)).toString();

test.each([
  ['87cURD]i,"Ebo80~>', '/Filter /ASCII85Decode', 'Hello World!'],
  ['87cUR\nD]i,"Ebo7~>', '/Filter[/A85 /Fl]', 'Hello World'],
  ['z~>', '/Filter/A85', '\0\0\0\0'],
  ['48 65 6C 6c 6F>', '/Filter /ASCIIHexDecode', 'Hello'],
  ['Hello', '/Filter /FlateDecode', 'Hello'],
])('%s', (letters, about, text) => {
  expect(decoded(letters, about)).toBe(text);
});

test('a page of many letters is none that unpacks to too much', () => {
  const letters = `${'87cURD]i,"Ebo80'.repeat(4000)}~>`;
  const file = `%PDF-1.4\n1 0 obj\n<</Filter [/ASCII85Decode /FlateDecode]>>\nstream\n${letters}\nendstream\nendobj\n`;
  expect(() => guardStreams(Buffer.from(file), 'a.pdf')).not.toThrow();
});
