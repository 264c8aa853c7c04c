import { createHash } from 'node:crypto';
import { bytesOf, published } from './files.js';

test('a file is identified by all that stands before its cross-references', async () => {
  const text = Buffer.from(await bytesOf(published)).toString('latin1');
  const [, identifier] = /\/Type \/XRef [^>]*\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(text) ?? [];
  const [, table] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
  const digest = createHash('sha1')
    .update(text.slice(0, Number(table)), 'latin1')
    .digest('hex');
  expect(identifier).toBe(digest.slice(0, 32));
});
