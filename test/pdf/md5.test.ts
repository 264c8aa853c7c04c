import { createHash } from 'node:crypto';
import { md5 } from '../../src/formats/pdf/md5.js';
import { bytesOf, published } from './files.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('the digest of RFC 1321', () => {
  expect([hex(md5(Buffer.from(''))), hex(md5(Buffer.from('abc')))]).toEqual([
    'd41d8cd98f00b204e9800998ecf8427e',
    '900150983cd24fb0d6963f7d28e17f72',
  ]);
});

test('a file is identified by all that stands before its cross-references', async () => {
  const text = Buffer.from(await bytesOf(published)).toString('latin1');
  const [, identifier] = /\/Type \/XRef [^>]*\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(text) ?? [];
  const [, table] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
  const digest = createHash('sha1')
    .update(text.slice(0, Number(table)), 'latin1')
    .digest('hex');
  expect(identifier).toBe(digest.slice(0, 32));
});
