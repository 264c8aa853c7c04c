import { describe, expect, test } from '@jest/globals';
import { composeReport, read } from '../../src/index.js';
import { htmlOf, styles } from '../readers/other-sources.mjs';
import { changed, page, readPage, small } from './page.js';
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

test.each(['示例县（经济）开发区管委会', '示例县(经济)开发区管委会'])('%s keeps its brackets', async (name) => {
  const one = { ...small, agency: { name } };
  const { report } = await readPage(htmlOf(composeReport(one), {}));
  expect(report).toMatchObject({ agency: { name } });
  expect(report).not.toHaveProperty('title');
});

test('a table without heads is read with a doubt that is told', async () => {
  const { report, losses } = await readPage(htmlOf(document, styles[told] ?? {}));
  expect(report).toMatchObject({ review: small.review });
  expect(losses.map(({ code }) => code)).toContain('read/doubtful');
});

test('tables that touch, and so are one, are parted where the heads of another begin', async () => {
  const one = page.replace(/<\/table>\s*<p>[三四]、[^<]*<\/p>\s*<table[^>]*>/gu, '');
  expect(one.match(/<table/gu)).toHaveLength(1);
  const { report, losses } = await readPage(one);
  const { disclosure, requests, review } = small;
  expect(report).toMatchObject({ disclosure, requests, review });
  expect(losses.filter(({ severity, path: [part] }) => severity !== 'note' && part !== 'headings')).toEqual([]);
});

test('figures in a row without a label of the form, beside one without figures, are told with its cells', async () => {
  const cut = page.replace(
    /(<td[^>]*>)四、结转下年度继续办理(<\/td>.*?<\/tr>)/su,
    (_, open, rest) => `${open}四、结转${rest}<tr>${open}下年度继续办理</td>${'<td></td>'.repeat(7)}</tr>`,
  );
  const { losses } = await readPage(cut);
  expect(losses.filter(({ code }) => code === 'read/unplaced').map(({ path }) => path)).toEqual([
    ['requests', 'carriedForward'],
  ]);
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

test('rows of tools without links are of the page; a mark where a word may break is not seen', async () => {
  const tools =
    '<div><a>微信好友</a> <a>新浪微博</a>|<a>QQ空间</a></div><p>打印本页　关闭窗口</p><p>【大 中 小】</p><p>繁体</p>';
  const { report } = await readPage(changed('<p>本报告由', `${tools}<p>本报&shy;告由`).concat(tools));
  expect(shownBy(report)).toEqual(shownBy(small));
});

test('formulas of a page are read in one line, and told; what only programs read is not', async () => {
  const half = '<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>2</mn></mrow></mfrac></math>';
  const plain =
    '<math><semantics><mn>98</mn><annotation encoding="application/x-tex">98</annotation></semantics></math>';
  const { report, losses } = await readPage(changed('及时更新', `按${half}与${plain}更新`));
  expect(report).toMatchObject({
    narrative: { overview: [expect.stringContaining('按a/(b+2)与98更新'), expect.anything()] },
  });
  expect(losses.map(({ code, found }) => [code, found])).toEqual([['read/interpreted', 'a/(b+2)']]);
});

test('notes of a page that Word wrote stand where they are referred to; comments and running heads are told', async () => {
  const kept = (kind: string, inside: string) => `<div style='mso-element:${kind}'>${inside}</div>`;
  const note = `<div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1">[1]</a>不含派出机构</p></div>`;
  const extra = [
    kept('footnote-list', note),
    kept('comment-list', kept('comment', '<p>请核实</p>')),
    kept('header', '<p>内部资料</p>'),
  ].join('');
  const marks = '<a href="#_ftn1">[1]</a><a href="#_msocom_1">[批注1]</a>';
  const { report, losses } = await readPage(changed('及时更新', `${marks}及时更新`).concat(extra));
  expect(report).toMatchObject({
    narrative: { overview: [expect.stringContaining('（注：不含派出机构）及时更新'), expect.anything()] },
  });
  expect(losses.map(({ code, found }) => [code, found])).toEqual([
    ['read/left-out', '请核实'],
    ['read/left-out', '内部资料'],
    ['read/interpreted', '1 条注'],
  ]);
});

test('items of a list that say their number have it', async () => {
  const { report } = await readPage(
    changed('<p>（一）主动公开。', '<ol><li>甲。<li value=7>乙。<li>丙。</ol><p>（一）主动公开。'),
  );
  expect(report).toMatchObject({ narrative: { overview: expect.arrayContaining(['1.甲。', '7.乙。', '8.丙。']) } });
});

test('line ends show in a text that is set as it was typed', async () => {
  const [before = '', after = ''] = page.split('<p>一、总体情况</p>');
  const text = '一、总体情况\n　　（一）主动公开。及时更新各栏目。\n　　（二）依申请公开。办理及时。\n';
  const rest = after.slice(after.indexOf('<p>二、'));
  for (const open of ['<pre>', '<div style="white-space: pre-wrap">', '<pre><span>']) {
    const { report, losses } = await readPage(`${before}${open}${text}</div></pre>${rest}`);
    expect(report).toMatchObject({ narrative: { overview: small.narrative?.overview } });
    expect(losses).toEqual([]);
  }
});

describe('links to places of the same page', () => {
  test.each([
    ['a cell', '<td>11</td>', '<td><a href="#fn1">11</a></td>'],
    ['a heading', '<p>一、总体情况</p>', '<h2><a href="#top">一、总体情况</a></h2>'],
  ])('%s is read', async (_, from, to) => {
    const { report } = await readPage(changed(from, to));
    expect(shownBy(report)).toEqual(shownBy(small));
  });

  test.each([
    ['a paragraph', (link: string) => `<p>${link}</p>`],
    ['a list', (link: string) => `<ul><li>${link}</li><li>${link}</li></ul>`],
    ['a numbered list in a list', (link: string) => `<ul><li>附：<ol type="A"><li>${link}</li></ol></li></ul>`],
  ])(
    '%s of links inside a report is read; above its title and at its end links are of the page',
    async (_, wrapped) => {
      for (const href of ['#x', '/a.html', 'https://www.example.gov.cn/a.docx']) {
        const links = wrapped(`<a href="${href}">示例县公路管理办法</a>`);
        const { report } = await readPage(`${links}${changed('<p>（二）依', `${links}<p>（二）依`)}${links}`);
        const { narrative } = report as { narrative: { overview: readonly string[] } };
        const own = narrative.overview.filter((text) => !text.startsWith('（'));
        expect(own.join()).toContain('示例县公路管理办法');
        const others = narrative.overview.filter((text) => text.startsWith('（'));
        expect(shownBy({ ...report, narrative: { ...narrative, overview: others } } as typeof report)).toEqual(
          shownBy(small),
        );
      }
    },
  );

  test('a table of contents is no part of the report', async () => {
    const entry = '<a href="#a">一、总体情况</a>';
    for (const contents of [
      `<nav><p>${entry}</p></nav>`,
      `<ul><li>${entry}</li></ul>`,
      `<p class="MsoToc1">${entry}</p>`,
    ]) {
      const { report, losses } = await readPage(changed('<p>一、总体情况</p>', `${contents}<p>一、总体情况</p>`));
      expect(shownBy(report)).toEqual(shownBy(small));
      expect(losses).toEqual([]);
    }
  });
});

describe('longer than any report', () => {
  test.each([
    ['paragraphs', '<p>一句。</p>', 60_000],
    ['lines', '字<br>', 200_000],
    ['tables', '<table><tr><td>甲</td><td>1</td></tr></table>', 20_000],
  ])('%s: what is beyond is told', async (_, text, times) => {
    const { losses } = await readPage(`${page}${text.repeat(times)}`);
    expect(losses).toContainEqual(
      expect.objectContaining({
        code: 'read/unplaced',
        message: expect.stringContaining('太长'),
        place: expect.anything(),
      }),
    );
  });

  test('very many hidden texts are told once', async () => {
    const { losses } = await readPage(`${page}${'<p hidden>藏</p>'.repeat(3000)}`);
    expect(losses.length).toBeLessThan(1020);
    expect(losses.map(({ found }) => found)).toContainEqual(expect.stringMatching(/^另有 2000 处/));
  });

  test('a row of very many cells', async () => {
    const { losses } = await readPage(`${page}<table><tr>${'<td>1</td>'.repeat(1000)}</tr></table>`);
    expect(losses).toContainEqual(expect.objectContaining({ code: 'read/unplaced', found: '1000 格' }));
  });

  test('a cell of very many lines', async () => {
    const { losses } = await readPage(`${page}<table><tr><td>${'字<br>'.repeat(100_000)}</td></tr></table>`);
    expect(losses.map(({ message }) => message)).toContainEqual(expect.stringContaining('太长'));
  });

  test.each([
    ['lines', '公开。\n', '太长'],
    ['blank lines and lines', '公开。\n\n', '太长'],
    ['rows', '规章|1|2|3\n', '只读了前'],
  ])('a text of very many %s', async (_, line, told) => {
    const text = `示例局2024年政府信息公开工作年度报告\n一、总体情况\n无。\n${line.repeat(100_000)}`;
    const { losses } = await read(text, { name: 'a.txt' });
    expect(losses.map(({ message }) => message)).toContainEqual(expect.stringContaining(told));
  });
});

describe('encodings', () => {
  test('a page in UTF-8 that says it is GB2312', async () => {
    const html = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${page}`;
    const { report } = await read(Buffer.from(html), { name: '年报.htm' });
    expect(shownBy(report)).toEqual(shownBy(small));
  });

  test('a page with a damaged character', async () => {
    const [before = '', after = ''] = page.split('及时更新');
    const broken = Buffer.concat([
      Buffer.from(`${before}及时`),
      Buffer.from('更').subarray(0, 2),
      Buffer.from(`新${after}`),
    ]);
    const { report, losses } = await read(broken, { name: '年报.html' });
    expect(report).toMatchObject({
      narrative: { overview: [expect.stringContaining('及时\uFFFD新'), expect.anything()] },
    });
    expect(losses).toMatchObject([{ code: 'read/doubtful', found: '1 处' }]);
    const figure = Buffer.from(changed('1234', '12X34')).map((byte) => (byte === 0x58 ? 0xff : byte));
    const second = await read(figure, { name: '年报.html' });
    expect(second.report).toMatchObject({ disclosure: { licensing: { decisions: null } } });
    expect(second.losses).toContainEqual(
      expect.objectContaining({ code: 'read/unplaced', path: ['disclosure', 'licensing', 'decisions'] }),
    );
  });

  test('a text in UTF-16', async () => {
    const { report } = await read(Buffer.from(`\uFEFF${page}`, 'utf16le'), { name: '年报.html' });
    expect(shownBy(report)).toEqual(shownBy(small));
  });

  describe('bytes of GBK', () => {
    // 示例局2024年政府信息公开工作年度报告, 一、总体情况, 无 in GBK.
    const gbk = (hex: string) => Buffer.from(hex, 'hex');
    const page = (inline: string) =>
      Buffer.concat([
        Buffer.from(`<p><img src="data:image/png;base64,${inline}"></p><p>`),
        gbk('cabec0fdbed632303234c4ead5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e6'),
        Buffer.from('</p><p>'),
        gbk('d2bba1a2d7dccce5c7e9bff6'),
        Buffer.from('</p><p>'),
        gbk('cedea1a3'),
        Buffer.from('</p>'),
      ]);

    test.each([
      ['alone', 0],
      ['beside a large picture in the page', 200_000],
    ])('%s', async (_, letters) => {
      const { report } = await read(page('A'.repeat(letters)), { name: '年报.html' });
      expect(report).toMatchObject({ year: 2024, narrative: { overview: ['无。'] } });
    });
  });
});

describe('a place on a page is told as a person counts, and to programs by its selector', () => {
  const laidOut = htmlOf(document, styles['a page laid out with tables'] ?? {});
  const cell = /(<td[^>]*>)1234(<\/td>)/u;
  const placesOf = async (html: string) =>
    (await readPage(html)).losses.flatMap(({ found, place }) => (found === undefined ? [] : [[found, place]]));

  test('a cell, in whatever the page is laid out', async () => {
    for (const html of [page, laidOut]) {
      const losses = await placesOf(changed(cell, '$1１234$2', html));
      expect(losses).toContainEqual(['１234', expect.objectContaining({ at: '第1张表，第7行第2列' })]);
    }
  });

  test('a hidden paragraph, row and cell', async () => {
    const hidden = (html: string) => html.replace(/>/u, ' style="display:none">');
    const text = changed('<p>（二）依申请', `${hidden('<p>藏段</p>')}<p>（二）依申请`);
    const rows = changed(/(<tr><td[^>]*>行政许可)/u, `${hidden('<tr><td>藏行</td></tr>')}$1`, text);
    const whole = changed(cell, `$1<b style="display:none">藏字</b>1234$2`, rows);
    const paragraph = whole.slice(0, whole.indexOf('藏段')).match(/<p>/gu)?.length;
    expect(await placesOf(whole)).toEqual([
      ['藏段', { file: '年报.html', at: `第${paragraph}段后`, element: `p:nth-of-type(${(paragraph ?? 0) + 1})` }],
      ['藏行', { file: '年报.html', at: '第1张表，第6行后', element: 'table > tbody > tr:nth-of-type(7)' }],
      [
        '藏字',
        {
          file: '年报.html',
          at: '第1张表，第7行第2格',
          element: 'table > tbody > tr:nth-of-type(8) > td:nth-of-type(2) > b',
        },
      ],
    ]);
  });

  test('no place of a page has a word of a program in it', async () => {
    const all = await Promise.all(Object.values(styles).map((style) => readPage(htmlOf(document, style))));
    const places = all.flatMap(({ losses }) =>
      losses.flatMap(({ place }) => (place && 'at' in place ? [place.at] : [])),
    );
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter((at) => /[a-z#>]/iu.test(at))).toEqual([]);
  });
});

test.each([
  '<s>99</s>',
  '<strike>99</strike>',
  '<del>99</del>',
  '<span style="text-decoration:underline line-through">99</span>',
  '<style>.x{text-decoration:line-through}</style><i class="x">99</i>',
])('a figure that is struck out is told, and not read with the one behind it: %s', async (struck) => {
  const { report, losses } = await readPage(changed('>1234<', `>${struck}1234<`));
  expect(report).toMatchObject({ disclosure: small.disclosure });
  expect(losses.map(({ code, found, message }) => [code, found, message])).toEqual([
    ['read/left-out', '99', '划去的文字没有读入'],
  ]);
});

test('cells that stand in no row are a row, as browsers make one', async () => {
  const { report } = await readPage(changed(/(<table[^>]*>)<tr>/gu, '$1'));
  expect(shownBy(report)).toEqual(shownBy(small));
});

test('a page inside the page is told', async () => {
  const { losses } = await readPage(
    changed('<p>一、', '<iframe src="b.html"></iframe><iframe src="c" width="0"></iframe><p>一、'),
  );
  expect(losses.map(({ code, found }) => [code, found])).toEqual([['read/left-out', '1 个']]);
});

describe('what stands in a paragraph besides its text does not change it', () => {
  const [before, after] = ['（一）主动公开。', '及时更新各栏目。'];
  const overviewOf = async (inside: string) => {
    const { report, losses } = await readPage(changed(`${before}${after}`, `${before}${inside}${after}`));
    return { overview: report.narrative.overview, losses };
  };
  const whole = { overview: small.narrative.overview, losses: [] };

  test('a frame that nobody sees', async () => {
    expect(await overviewOf('<iframe src="stat.html" style="display:none"></iframe>')).toEqual(whole);
  });

  test('a line that ends above the line', async () => {
    const { overview, losses } = await overviewOf('<sup><br></sup>');
    expect([overview].flat(2).join('')).toBe([small.narrative.overview].flat(2).join(''));
    expect(losses).toEqual([]);
  });

  test('a box without height, however broad', async () => {
    const { overview } = await overviewOf(
      '<span style="display:block;max-height:0;overflow:hidden;min-width:200px">栏目菜单</span>',
    );
    expect([overview].flat(2).join('')).not.toContain('栏目菜单');
  });
});
