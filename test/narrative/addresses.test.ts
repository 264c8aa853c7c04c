import { describe, expect, test } from '@jest/globals';
import { liveAddress } from '../../src/model/live-address.js';
import { toBlocks } from '../../src/narrative/to-blocks.js';
import { fc } from '../fast-check.js';

// Where addresses begin and end in Chinese text, and where they lead.

function links(text: string) {
  return toBlocks({ text, figures: [] }, []).flatMap((block) =>
    block.kind === 'heading' ? [] : block.inlines.flatMap((one) => (one.kind === 'link' ? [[one.text, one.href]] : [])),
  );
}

const SITE = 'http://www.example.gov.cn';

describe('a text with an address links', () => {
  test.each([
    [`详见${SITE}/政务公开/年报/2025.html。`, `${SITE}/政务公开/年报/2025.html`],
    [`详见https://www.example.gov.cn/公开/年报.html、公告栏`, 'https://www.example.gov.cn/公开/年报.html'],
    [`详见${SITE}/公开/2024年度报告.pdf，`, `${SITE}/公开/2024年度报告.pdf`],
    [`详见${SITE}/zwgk/年报`, `${SITE}/zwgk/年报`],
    [`详见${SITE}/search?q=年报&page=2。`, `${SITE}/search?q=年报&page=2`],
    [`登录${SITE}查询`, SITE],
    [`登录${SITE}/查询`, `${SITE}/`],
    [`登录${SITE}/zwgk/查阅公开指南`, `${SITE}/zwgk/`],
    [`登录${SITE}/a/b.html查询`, `${SITE}/a/b.html`],
    [`登录${SITE}/a1期限12/15管理`, `${SITE}/a1`],
    [`登录${SITE}/index?id=3下载`, `${SITE}/index?id=3`],
    [`（${SITE}/a/b.html）`, `${SITE}/a/b.html`],
    [`(${SITE}/a/b.html)`, `${SITE}/a/b.html`],
    [`${SITE}/x_(1).html）`, `${SITE}/x_(1).html`],
    [`《${SITE}/x》`, `${SITE}/x`],
    [`网址${SITE},电话010-12345678。`, SITE],
    [`网址：${SITE}. 电话`, SITE],
    [`${SITE}/a;b=c!`, `${SITE}/a;b=c`],
    [`${SITE}:8080/a?b=1&c=%20#d。`, `${SITE}:8080/a?b=1&c=%20#d`],
    [`${SITE}:8080。`, `${SITE}:8080`],
    ['http://192.168.1.10:8080/gk/，', 'http://192.168.1.10:8080/gk/'],
    ['http://示例.政务/年报', 'http://示例.政务/年报'],
    ['登录http://示例.政务查询', 'http://示例.政务'],
    ['登录http://www.示例.cn/公开/。', 'http://www.示例.cn/公开/'],
    ['HTTP://WWW.EXAMPLE.GOV.CN/。', 'HTTP://WWW.EXAMPLE.GOV.CN/'],
    ['http://oa/gk/1.html', 'http://oa/gk/1.html'],
    ['mailto:gk@example.gov.cn、电话', 'mailto:gk@example.gov.cn'],
  ])('%s', (text, address) => expect(links(text)).toEqual([[address, address]]));

  test('that begins with www. or is a mailbox, with its scheme', () => {
    expect(links('登录www.example.gov.cn查询，邮箱gk_1@example.gov.cn。')).toEqual([
      ['www.example.gov.cn', 'http://www.example.gov.cn'],
      ['gk_1@example.gov.cn', 'mailto:gk_1@example.gov.cn'],
    ]);
    expect(links('www.example.gov.cn/公开/年报.html')).toEqual([
      ['www.example.gov.cn/公开/年报.html', 'http://www.example.gov.cn/公开/年报.html'],
    ]);
  });

  test('once for each', () => {
    expect(links(`${SITE}/a和${SITE}/b、www.example.cn或${SITE}`).map(([text]) => text)).toEqual([
      `${SITE}/a`,
      `${SITE}/b`,
      'www.example.cn',
      SITE,
    ]);
  });
});

test.each([
  'javascript:alert(1)',
  'ftp://example.gov.cn/',
  'file:///etc/passwd',
  'http://',
  'http://。',
  'https://公开',
  'http://user:pass@example.gov.cn/',
  `${SITE}:99999/`,
  '中央一号@文件',
  'a@b',
  '2.5.1节、GB/T 9704',
])('%s has no link', (text) => expect(links(`见${text}。`)).toEqual([]));

test('a link leads to the whole address, encoded', () => {
  const [[, href = ''] = []] = links(`见${SITE}/公开/年报.html。`);
  expect(liveAddress(href)).toBe(`${SITE}/%E5%85%AC%E5%BC%80/%E5%B9%B4%E6%8A%A5.html`);
});

test('any path of any parts is linked whole, whatever mark of Chinese text is behind it', () => {
  const part = fc.oneof(
    fc.stringMatching(/^[a-z0-9]{1,8}$/),
    fc.stringMatching(/^[政务公开年报通知文件目录]{1,6}$/),
    fc.stringMatching(/^[政务公开年报通知文件目录]{1,3}20[0-9]{2}$/),
  );
  const file = fc.tuple(part, fc.constantFrom('.html', '.pdf', '.shtml', '/')).map((parts) => parts.join(''));
  const behind = fc.constantFrom('', '。', '，', '；', '、', '）', '》', '”', '：', ' ', '（', '！', '…');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), file, behind, (parts, name, mark) => {
      const address = `${SITE}/${[...parts, name].join('/')}`;
      expect(links(`见${address}${mark}${mark && '公开'}`)).toEqual([[address, address]]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['a path', `${SITE}/${'a'.repeat(3000)}`],
  ['Chinese names', `${SITE}/${'年报/'.repeat(2000)}`],
  ['a query', `${SITE}/?${'b=1&'.repeat(2000)}`],
  ['a host', `https://${'a.'.repeat(5000)}cn/`],
])('%s that no program opens is text, and an address behind it is a link', (_, long) => {
  expect(links(`详见${long}。又见${SITE}/b。`)).toEqual([[`${SITE}/b`, `${SITE}/b`]]);
});

test('marks without end behind an address do not belong to it', () => {
  expect(links(`${SITE}/a${'.'.repeat(1500)}`)).toEqual([[`${SITE}/a`, `${SITE}/a`]]);
});
