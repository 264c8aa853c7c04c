import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { ReportError, read, toDocx } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { page, small } from './page.js';
import { shownBy } from './shown.js';

// The kind of a file is told by its content first. What cannot be read is told by name, with the way out; nothing breaks.

const zipped = (...names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')]);

describe('kinds that are read', () => {
  const json = JSON.stringify(small);

  test.each([
    ['年报.json', json],
    ['年报.txt', json],
    [
      '年报.yaml',
      'edition: "2021"\nyear: 2025\nagency: { name: 示例局 }\ndisclosure: { fill: 0 }\nrequests: { fill: 0 }\nreview: { fill: 0 }\n',
    ],
    [
      '标准输入',
      '# 注释\n\nedition: "2021"\nyear: 2025\nagency: { name: 示例局 }\ndisclosure: { fill: 0 }\nrequests: { fill: 0 }\nreview: { fill: 0 }\n',
    ],
  ])('our own, as %s', async (name, text) => {
    const { report, losses } = await read(Buffer.from(text), { name });
    expect([report.edition, losses]).toEqual(['2021', []]);
  });

  test('a page under the name of a Word file, and a Word file under that of a page', async () => {
    for (const [content, name] of [
      [Buffer.from(page), '年报.doc'],
      [await toDocx(small), '年报.html'],
    ] as const) {
      expect(shownBy((await read(content, { name })).report)).toEqual(shownBy(small));
    }
  });

  test('plain text, its tables typed with tabs or bars, its lines cut or not', async () => {
    const rows = ['规章', '行政规范性文件'].map((label, i) => `${label}\t${i}\t0\t${i + 3}`);
    const text = [
      '示例局2024年政府信息公开工作年度报告',
      '一、总体情况',
      '平稳。',
      '二、主动公开政府信息情况',
      ...rows,
      '行政许可 | 7',
      '六、其他需要报告的事项',
      '无。',
    ].join('\n');
    const { report } = await read(text, { name: '年报.txt' });
    expect(report).toMatchObject({
      narrative: { overview: ['平稳。'], other: ['无。'] },
      disclosure: { rules: { inForce: 3 }, normativeDocuments: { issued: 1, inForce: 4 }, licensing: { decisions: 7 } },
    });
  });
});

describe('kinds that are not', () => {
  test.each([
    ['年报.doc', compound('WordDocument'), /旧版 Word/],
    ['表.doc', compound('WordDocument ObjectPool Workbook'), /旧版 Word/],
    ['年报.xls', compound('Workbook'), /工作簿/],
    ['密.docx', compound('EncryptedPackage'), /密码/],
    ['年报.odt', zipped('content.xml', 'styles.xml'), /是 ODT/],
    ['年报.zip', zipped('a.txt'), /是压缩包/],
    ['扫描.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /图片/],
    ['扫描.jpg', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), /图片/],
    ['年报.rtf', Buffer.from('{\\rtf1'), /是 RTF/],
    ['年报.mht', Buffer.from('MIME-Version: 1.0'), /mht/],
    ['年报.mht', Buffer.from('From: <Saved by a browser>\r\nSubject: 年报\r\n next\r\nMIME-Version: 1.0\r\n'), /mht/],
    [
      '年报.xml',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      /XML/,
    ],
  ])('%s', async (name, bytes, what) => {
    await expect(read(bytes, { name })).rejects.toMatchObject({
      diagnostics: [
        { code: 'read/unsupported', message: expect.stringMatching(what), hint: expect.stringMatching(/.{4}/) },
      ],
    });
  });
});

describe('nothing in a file can break the reader', () => {
  const isTold = async (content: Uint8Array | string, name: string) => {
    try {
      await read(content, { name });
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
    }
  };

  test('a Word file cut or changed anywhere', async () => {
    const bytes = await toDocx(small);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(bytes.length), async (changes, end) => {
        const copy = bytes.slice(0, end % 3 === 0 ? end : bytes.length);
        for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
        await isTold(copy, '年报.docx');
      }),
      { numRuns: 25 },
    );
  });

  test('a page with pieces taken out, doubled or put elsewhere', async () => {
    const piece = fc.tuple(fc.nat(page.length), fc.nat(400), fc.nat(page.length));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 4 }), async (pieces) => {
        const html = pieces.reduce((text, [from, length, to]) => {
          const taken = text.slice(from, from + length);
          const rest = from % 2 === 0 ? text : text.slice(0, from) + text.slice(from + length);
          return rest.slice(0, to) + taken + rest.slice(to);
        }, page);
        await isTold(html, '年报.html');
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ['tables in tables', '<table><tr><td>'.repeat(5000)],
    ['elements in elements', '<div>'.repeat(50_000)],
    ['a cell over the whole world', `<table>${'<tr><td colspan="1000" rowspan="65535">1'.repeat(500)}</table>`],
    ['many tables', '<table><tr><td>1<td>2</table>'.repeat(5000)],
  ])('%s', (_, html) => isTold(`${page}${html}`, '年报.html'));

  test.each([
    ['blank lines before a text', `${'\n'.repeat(4000)}年报`],
    ['remarks before a text', `${'<!--a-->'.repeat(500)}年报`],
    ['a long line of blanks', `示例局${'　 '.repeat(40_000)}年报`],
  ])('%s', (_, text) => isTold(text, '年报.txt'));

  test('an archive that unpacks to more than any report', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(45 * 2 ** 20) });
    await expect(read(bomb, { name: '年报.docx' })).rejects.toMatchObject({
      diagnostics: [{ code: 'read/too-large' }],
    });
  });
});
