import { describe, expect, test } from '@jest/globals';
import * as word from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { toDocx } from '../../src/index.js';
import { bytesOf, extreme, type Fixture, finishable, open, type Variant } from './files.js';
import { sealPicture } from './picture.mjs';
import { variants } from './variants.mjs';

// The same report gives the same bytes, whatever else has used the library that writes Word files.

const yinchuan = finishable('all').find(({ name }) => name.startsWith('2019/')) as Fixture;

/** Uses up the numbers that the library counts through the life of a process. */
async function somethingElse(): Promise<void> {
  const image = { type: 'png', data: sealPicture(4), transformation: { width: 9, height: 9 } } as const;
  const children = Array.from({ length: 7 }, (_, i) => [
    new word.ImageRun(image),
    new word.ExternalHyperlink({ link: `https://example.com/${i}`, children: [new word.TextRun('x')] }),
    new word.Bookmark({ id: `b${i}`, children: [new word.TextRun('y')] }),
    new TextWatermark({ text: 'z' }),
  ]).flat();
  const document = new word.Document({
    sections: [{ children: [new word.Paragraph({ numbering: { reference: 'n', level: 0 }, children })] }],
    numbering: { config: [{ reference: 'n', levels: [{ level: 0, format: 'decimal', text: '%1' }] }] },
  });
  await word.Packer.toBuffer(document);
}

describe.each(Object.keys(variants) as Variant[])('%s', (variant) => {
  test('again, after a document of another maker, and beside others', async () => {
    const first = Buffer.from(await bytesOf(extreme, variant));
    await somethingElse();
    const [again, , beside] = await Promise.all([
      toDocx(extreme.report, variants[variant]),
      toDocx(yinchuan.report, variants[variant]),
      toDocx(extreme.report, variants[variant]),
    ]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(beside)).toBe(true);
  });

  test('every entry of the zip has the same time, and the first is what packages begin with', async () => {
    const bytes = Buffer.from(await bytesOf(extreme, variant));
    const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
    let at = bytes.readUInt32LE(end + 16);
    const names: string[] = [];
    while (bytes.readUInt32LE(at) === 0x02014b50) {
      // 1980-01-01, 00:00: the first moment that the format knows.
      expect([bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14)]).toEqual([0, 33]);
      const length = bytes.readUInt16LE(at + 28);
      names.push(bytes.toString('utf8', at + 46, at + 46 + length));
      at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    expect(names).toHaveLength(bytes.readUInt16LE(end + 10));
    expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
    const parts = names.slice(2).filter((name) => !name.endsWith('.rels'));
    expect(parts).toEqual(parts.toSorted());
  });

  test('ids stand in order', async () => {
    const file = await open(extreme, variant);
    for (const name of file.names.filter((one) => one.endsWith('.rels'))) {
      const ids = [...file.text(name).matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id);
      expect(ids).toEqual(ids.map((_, i) => `rId${i + 1}`));
    }
  });
});

test('another seal, another title, another figure: other bytes', async () => {
  const plain = Buffer.from(await bytesOf(extreme, 'seal'));
  const other = await toDocx(extreme.report, { seal: { image: sealPicture(81), width: 42 } });
  expect(plain.equals(other)).toBe(false);
});
