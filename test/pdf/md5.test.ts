import { md5 } from '../../src/formats/pdf/md5.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('the digest of RFC 1321', () => {
  expect([hex(md5(Buffer.from(''))), hex(md5(Buffer.from('abc')))]).toEqual([
    'd41d8cd98f00b204e9800998ecf8427e',
    '900150983cd24fb0d6963f7d28e17f72',
  ]);
});
