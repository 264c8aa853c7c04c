import { describe, expect, test } from '@jest/globals';
import { composeReport, read } from '../../src/index.js';
import { htmlOf, styles } from '../readers/other-sources.mjs';
import { page, readPage, small } from './page.js';
import { shownBy } from './shown.js';

// Pages as content management systems, Word and hands make them.

const document = composeReport(small);
const blanked = /zeros/;
const told = 'bands and heads left out';

describe('every figure is in its cell, every sentence in its section', () => {
  const whole = Object.entries(styles).filter(([name]) => !blanked.test(name) && name !== told);
  test.each(whole)('%s', async (_, style) => {
    const { report } = await readPage(htmlOf(document, style));
    expect(shownBy(report)).toEqual(shownBy(small));
  });
});

describe('blank cells and strokes are blank', () => {
  test.each(Object.entries(styles).filter(([name]) => blanked.test(name)))('%s', async (name, style) => {
    const { report, losses } = await readPage(htmlOf(document, style));
    expect(report).toMatchObject({ requests: { received: { naturalPerson: 11, organization: { research: null } } } });
    const strokes = losses.filter(({ code, found }) => code === 'read/interpreted' && found === '/');
    expect(strokes.length > 100).toBe(name.startsWith('strokes'));
  });
});

test('a table without heads is read with a doubt that is told', async () => {
  const { report, losses } = await readPage(htmlOf(document, styles[told] ?? {}));
  expect(report).toMatchObject({ review: small.review });
  expect(losses.map(({ code }) => code)).toContain('read/doubtful');
});

test('a row that is not shown is left out and told; a cell that is only invisible keeps its place', async () => {
  const hidden = '<tr style="display:none"><td>密密</td><td>9</td></tr>';
  const first = await readPage(page.replace('</table>', `${hidden}</table>`));
  expect(shownBy(first.report)).toEqual(shownBy(small));
  expect(first.losses.map(({ code, found }) => [code, found])).toEqual([['read/left-out', '密密9']]);
  const { report } = await readPage(page.replace('<td>11</td>', '<td style="visibility: hidden">11</td>'));
  expect(report).toMatchObject({
    requests: { received: { naturalPerson: null, organization: small.requests?.received.organization } },
  });
});

test('what is of the page is left out, and told', async () => {
  const { report, losses } = await readPage(htmlOf(document, styles['page of a CMS'] ?? {}));
  expect(JSON.stringify(report)).not.toMatch(/首页|分享|版权|上一篇|发布时间|统计代码|备00000000/);
  expect(losses.map(({ code, found }) => [code, found?.slice(0, 8)])).toEqual([
    ['read/left-out', '统计代码'],
    ['read/left-out', expect.stringMatching(/^\d+ 处：/)],
  ]);
});

describe('encodings', () => {
  test('a page in UTF-8 that says it is GB2312', async () => {
    const html = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${page}`;
    const { report } = await read(Buffer.from(html), { name: '年报.htm' });
    expect(shownBy(report)).toEqual(shownBy(small));
  });

  test('a text in UTF-16', async () => {
    const { report } = await read(Buffer.from(`\uFEFF${page}`, 'utf16le'), { name: '年报.html' });
    expect(shownBy(report)).toEqual(shownBy(small));
  });

  test('bytes of GBK', async () => {
    // 示例局2024年政府信息公开工作年度报告, 一、总体情况, 无 in GBK.
    const gbk = (hex: string) => Buffer.from(hex, 'hex');
    const heading = gbk('d2bba1a2d7dccce5c7e9bff6');
    const title = Buffer.concat([gbk('cabec0fdbed632303234c4ead5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e6')]);
    const html = Buffer.concat([
      Buffer.from('<p>'),
      title,
      Buffer.from('</p><p>'),
      heading,
      Buffer.from('</p><p>'),
      gbk('cedea1a3'),
      Buffer.from('</p>'),
    ]);
    const { report } = await read(html, { name: '年报.html' });
    expect(report).toMatchObject({ year: 2024, narrative: { overview: ['无。'] } });
  });
});
