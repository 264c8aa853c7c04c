import { describe, expect, test } from '@jest/globals';
import { assessReport, parseReport } from '../../src/index.js';
import { isFurniture } from '../../src/readers/match/furniture.js';
import { changed, page, readPage, small } from './page.js';

// The slips that are seen in print, one at a time.

const value = (report: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => Object(at)[key], report);

describe('a figure may be typed in many ways', () => {
  test.each([
    ['１２３４', 1234, 'read/interpreted'],
    ['1,234', 1234, 'read/interpreted'],
    ['1，234', 1234, 'read/interpreted'],
    [' 1234 ', 1234, undefined],
    ['1 234', 1234, 'read/interpreted'],
    ['1234件', 1234, 'read/interpreted'],
    ['1234（件）', 1234, 'read/interpreted'],
    ['1234笔', 1234, 'read/interpreted'],
    ['1234（其中听证16件）', { value: 1234, note: '其中听证16件' }, undefined],
    ['1234(其中听证16件)', { value: 1234, note: '其中听证16件' }, 'read/interpreted'],
    ['1234件（其中听证16件）', { value: 1234, note: '其中听证16件' }, 'read/interpreted'],
    ['0', 0, undefined],
    ['零', 0, 'read/interpreted'],
    ['', null, undefined],
    ['/', null, 'read/interpreted'],
    ['—', null, 'read/interpreted'],
    ['无', null, 'read/interpreted'],
    ['1234万元', 1234, 'read/doubtful'],
    ['约1234', 1234, 'read/doubtful'],
    ['1234余件', 1234, 'read/doubtful'],
    ['O', 0, 'read/doubtful'],
    ['12 34', 1234, 'read/doubtful'],
    ['1234<sup>1</sup>', 1234, 'read/doubtful'],
    ['1234<sub>2</sub>', 1234, 'read/doubtful'],
    ['1234①', 1234, 'read/doubtful'],
    ['1234［1］', 1234, 'read/doubtful'],
    ['1234*', 1234, 'read/doubtful'],
    ['<input value="1234">', 1234, undefined],
    ['<textarea>1234</textarea>', 1234, undefined],
    ['<select><option>1<option selected>1234</select>', 1234, undefined],
    ['98.6%', null, 'read/unplaced'],
    ['-5', null, 'read/unplaced'],
    ['12.5', null, 'read/unplaced'],
    ['1,23', null, 'read/unplaced'],
    ['见附件', null, 'read/unplaced'],
    ['12+3', null, 'read/unplaced'],
  ])('%s', async (typed, expected, code) => {
    const { report, losses } = await readPage(changed('>1234<', `>${typed}<`));
    expect(value(report, 'disclosure.licensing.decisions')).toEqual(expected);
    expect(losses.map((one) => one.code)).toEqual(code === undefined ? [] : [code]);
    for (const { path, place } of losses) {
      expect(path).toEqual(['disclosure', 'licensing', 'decisions']);
      expect(place).toMatchObject({ file: '年报.html', at: '第1张表，第7行第2列' });
    }
  });

  test.each([
    ['12.50', 12.5, '12.50'],
    ['251000元', { value: 251000, unit: '元' }, undefined],
    ['3168.0656(万元)', { value: 3168.0656, unit: '万元' }, undefined],
    ['96,171.60', '96171.60', undefined],
  ])('an amount: %s', async (typed, expected, printed) => {
    const html = typed === '12.50' ? page : changed('>12.50<', `>${typed}<`);
    const { report } = await readPage(html);
    expect(value(report, 'disclosure.fees.amount')).toEqual(printed ?? expected);
  });
});

describe('a row is known by its label', () => {
  test.each([
    ['行政规范性文件', '规范性文件', 'disclosure.normativeDocuments.inForce', 22],
    ['6.属于四类过程性信息', '6.属于四类过程信息', 'requests.disposition.denied.processInformation.total', 0],
    ['（一）予以公开', '(1)予以公开', 'requests.disposition.granted.naturalPerson', 6],
    ['（一）予以公开', '1、予以公开', 'requests.disposition.granted.naturalPerson', 6],
    ['（一）予以公开', '予 以 公 开', 'requests.disposition.granted.naturalPerson', 6],
    ['行政许可', '行政许可（含变更）', 'disclosure.licensing.decisions', 1234],
    ['行政事业性收费', '行政事业性收费(万元)', 'disclosure.fees.amount', '12.50'],
    [
      '一、本年新收政府信息公开申请数量',
      '一、本年新收政府信息公开申请数量（件）',
      'requests.received.naturalPerson',
      11,
    ],
  ])('%s as %s', async (from, to, path, expected) => {
    const { report, losses } = await readPage(changed(`>${from}<`, `>${to}<`));
    expect(value(report, path)).toEqual(expected);
    expect(losses.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('a row that is not there is told, and blank', async () => {
    const { report, losses } = await readPage(changed(/<tr><td>规章<\/td>.*?<\/tr>/s, ''));
    expect(value(report, 'disclosure.rules.issued')).toBe(null);
    expect(value(report, 'disclosure.normativeDocuments.issued')).toBe(4);
    expect(losses).toMatchObject([{ code: 'read/missing', path: ['disclosure', 'rules'] }]);
  });

  test('a row that the form does not have is told with its figures', async () => {
    const row = '<tr><td>其他对外管理服务事项</td><td colspan="3">77</td></tr>';
    const { report, losses } = await readPage(changed(/(?=<tr><td[^>]*>第二十条第（六）项)/, row));
    expect(value(report, 'disclosure.penalties.decisions')).toBe(567);
    expect(losses).toMatchObject([{ code: 'read/unplaced', found: expect.stringContaining('77') }]);
  });

  test('（六）其他处理 in one row is kept whole, with a doubt that is told', async () => {
    const rows = /<tr><td rowspan="3">（六）其他处理<\/td>.*?<\/tr>.*?<\/tr>.*?<\/tr>/s;
    const one =
      '<tr><td colspan="2">（六）其他处理</td><td>5</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td><td>6</td></tr>';
    const html = changed('rowspan="22"', 'rowspan="20"', changed(rows, one));
    const { report, losses } = await readPage(html);
    expect(value(report, 'requests.disposition.otherwise.other.naturalPerson')).toBe(5);
    expect(value(report, 'requests.disposition.otherwise.notCorrected.naturalPerson')).toBe(0);
    expect(losses.map(({ code }) => code)).toEqual(['read/doubtful']);
  });
});

describe('a column is known by its head', () => {
  test('columns in another order are put in theirs, and told', async () => {
    const swap = (html: string) =>
      html
        .replace('<td>本年制发件数</td><td>本年废止件数</td>', '<td>本年废止件数</td><td>本年制发件数</td>')
        .replace('<td>4</td><td>5</td>', '<td>5</td><td>4</td>')
        .replace('<td>1</td><td>2</td><td>3</td>', '<td>2</td><td>1</td><td>3</td>');
    const { report, losses } = await readPage(swap(page));
    expect(report).toMatchObject({ disclosure: small.disclosure });
    expect(losses.map(({ code }) => code)).toEqual(['read/interpreted', 'read/interpreted']);
  });

  test('a column that the whole table lacks is told, and the others are as their heads say', async () => {
    const rows = /(<tr>(?:<td[^>]*>[^<]*[^\d<][^<]*<\/td>)+(?:<td>\d+<\/td>){6})<td>\d+<\/td>/g;
    const html = changed('<td rowspan="2">总计</td>', '').replace('colspan="7"', 'colspan="6"').replace(rows, '$1');
    const { report, losses } = await readPage(html);
    expect(value(report, 'requests.received.naturalPerson')).toBe(11);
    expect(value(report, 'requests.disposition.denied.stateSecret.naturalPerson')).toBe(0);
    expect(value(report, 'requests.received.total')).toBe(null);
    expect(new Set(losses.map(({ code, path }) => `${code} ${path.at(-1)}`))).toEqual(new Set(['read/missing total']));
  });

  test('a row with a figure too few is not guessed at', async () => {
    const { report, losses } = await readPage(changed('<td>11</td><td>3</td>', '<td>11</td>'));
    const row = JSON.stringify(value(report, 'requests.received'));
    expect(row.match(/null/g)).toHaveLength(7);
    expect(row).not.toMatch(/\d/);
    expect(losses).toMatchObject([
      { code: 'read/unplaced', path: ['requests', 'received'], found: expect.stringContaining('11 0 0 0 1 15') },
    ]);
  });
});

describe('sections are known by their headings, whatever the wording and order', () => {
  const parts = (report: object) => value(report, 'narrative') as object;

  test.each([
    ['一、总体情况', '一、总体公开工作情况概述'],
    ['五、存在的主要问题及改进情况', '五、存在问题和下一步改进措施'],
    ['六、其他需要报告的事项', '六、其他事项'],
    ['一、总体情况', '总体情况'],
    ['一、总体情况', '一.概述'],
  ])('%s as %s', async (from, to) => {
    const { report } = await readPage(changed(`>${from}<`, `>${to}<`));
    expect(parts(report)).toEqual(small.narrative && { ...listed, overview: listed.overview });
    expect(Object.values(Object(value(report, 'headings')))).toEqual([to]);
  });

  const listed = {
    preamble: [small.narrative?.preamble],
    overview: small.narrative?.overview,
    problems: [small.narrative?.problems],
    other: [small.narrative?.other],
  };

  test('a heading run into its text', async () => {
    const { report } = await readPage(
      changed('<p>五、存在的主要问题及改进情况</p>\n<p>', '<p>五、存在的主要问题及改进情况。'),
    );
    expect(parts(report)).toEqual(listed);
    expect(value(report, 'headings')).toBeUndefined();
  });

  test('a section of fees is read where fees are to be stated, and told', async () => {
    const fees = '<p>五、信息处理费收取情况</p><p>本年度收取0元。</p><p>六、存在的主要问题及改进情况</p>';
    const html = changed(
      '<p>五、存在的主要问题及改进情况</p>',
      fees,
      changed('<p>六、其他需要报告的事项</p>\n<p>本年度未收取信息处理费。</p>', ''),
    );
    const { report, losses } = await readPage(html);
    expect(value(report, 'narrative.other')).toEqual(['五、信息处理费收取情况', '本年度收取0元。']);
    expect(value(report, 'narrative.problems')).toEqual(listed.problems);
    expect(losses.map(({ code }) => code)).toContain('read/doubtful');
  });

  test('a section that is not there is declared absent, and told', async () => {
    const { report, losses } = await readPage(changed(/<p>五、存在的主要问题及改进情况<\/p>\n<p>.*?<\/p>/, ''));
    expect(value(report, 'absent')).toEqual({ problems: expect.any(String) });
    expect(losses).toMatchObject([{ code: 'read/missing', path: ['problems'] }]);
  });

  test('a heading that is missing before its table', async () => {
    const { report, losses } = await readPage(changed('<p>二、主动公开政府信息情况</p>', ''));
    expect(report).toMatchObject({ disclosure: small.disclosure });
    expect(losses).toMatchObject([{ code: 'read/missing', path: ['headings', 'disclosure'] }]);
  });

  test.each(['无其他需要报告的事项。', '无其他需要报告的事项', '本机关没有其他需要报告的事项。'])(
    'words of a heading that deny it are its text: %s',
    async (typed) => {
      const { report, losses } = await readPage(changed('>本年度未收取信息处理费。<', `>${typed}<`));
      expect(value(report, 'narrative.other')).toEqual([typed]);
      expect(losses).toEqual([]);
    },
  );

  test('a heading in other words with nothing below it is no heading of a section that is absent', async () => {
    const { report } = await readPage(
      changed('<p>六、其他需要报告的事项</p>\n<p>本年度未收取信息处理费。</p>', '<p>七、其他需要报告的事项</p>'),
    );
    expect(value(report, 'absent')).toEqual({ other: '原件这一部分只有标题，没有内容' });
    expect(assessReport(parseReport(report)).rules.flatMap(({ findings }) => findings)).toMatchObject([
      { code: 'section/absent' },
    ]);
  });

  describe('without a heading', () => {
    const gone = (html: string, ...headings: string[]) =>
      headings.reduce((rest, heading) => changed(`<p>${heading}</p>`, '', rest), html);
    const doubts = (losses: readonly { readonly code: string; readonly path: readonly unknown[] }[]) =>
      losses.filter(({ code }) => code === 'read/doubtful').map(({ path }) => path.join('.'));

    test('what follows the preamble is section one, and told', async () => {
      const { report, losses } = await readPage(gone(page, '一、总体情况'));
      expect(parts(report)).toEqual(listed);
      expect(doubts(losses)).toEqual(['narrative.overview']);
    });

    test('what follows the last table is the section whose matter it names, and told', async () => {
      const { report, losses } = await readPage(gone(page, '五、存在的主要问题及改进情况', '六、其他需要报告的事项'));
      expect(parts(report)).toEqual(listed);
      expect(doubts(losses)).toEqual(['narrative.problems', 'narrative.other']);
    });

    test('anywhere, every sentence is still in its section', async () => {
      const headings = [...page.matchAll(/<p>([一二三四五六]、[^<]{3,30})<\/p>/g)].map(([, text = '']) => text);
      const { report, losses } = await readPage(gone(page, ...headings));
      expect(headings).toHaveLength(6);
      expect(parts(report)).toEqual(listed);
      expect(report).toMatchObject({ disclosure: small.disclosure, review: small.review });
      expect(doubts(losses)).toEqual(['narrative.overview', 'narrative.problems', 'narrative.other']);
    });

    test('a page with a preamble and no section one has none', async () => {
      const { report } = await readPage(changed(/<p>一、总体情况<\/p>\n<p>.*?<\/p>\n<p>.*?<\/p>/, ''));
      expect(value(report, 'absent')).toEqual({ overview: expect.any(String) });
      expect(value(report, 'narrative.preamble')).toEqual(listed.preamble);
    });
  });

  test('a contents list is none of the sections', async () => {
    const headings = [...page.matchAll(/<p>([一二三四五六]、[^<]{3,30})<\/p>/g)].map(([, text]) => `<p>${text}</p>`);
    const { report } = await readPage(changed('<p>本报告由', `${headings.join('')}<p>本报告由`));
    expect(parts(report)).toMatchObject({ overview: listed.overview, problems: listed.problems, other: listed.other });
  });

  test.each([
    ['一、总体情况\t1', true],
    ['一、总体情况……1', true],
    ['收到行政复议申请\t12', false],
  ])('a line %j with a number at its end: whether it is of a contents list', (text, expected) => {
    expect(isFurniture({ kind: 'paragraph', text, at: '' })).toBe(expected);
  });

  test('texts and notes around a table', async () => {
    const { report } = await readPage(
      changed(
        '<p>三、收到和处理政府信息公开申请情况</p>',
        '<p>以上数据截至年底。</p><p>注：不含派出机构。</p><p>三、收到和处理政府信息公开申请情况</p><p>具体如下。</p>',
      ),
    );
    expect(value(report, 'narrative.disclosure')).toEqual({ after: ['以上数据截至年底。'] });
    expect(value(report, 'notes.disclosure')).toEqual(['注：不含派出机构。']);
    expect(value(report, 'narrative.requests')).toEqual(['具体如下。']);
  });

  test('an addressee, a reference number and attachments', async () => {
    const { report, losses } = await readPage(
      changed('<p>本报告由', '<p>示交发〔2025〕3号</p><p>县政府办公室：</p><p>本报告由').concat('<p>附件：数据表</p>'),
    );
    expect(value(report, 'addressee')).toBe('县政府办公室：');
    expect(losses.map(({ code, found }) => [code, found])).toEqual([
      ['read/unplaced', '示交发〔2025〕3号'],
      ['read/unplaced', '附件：数据表'],
    ]);
  });

  test('a first paragraph that ends in a colon is addressed to nobody unless it names a receiver', async () => {
    const stated = '根据《中华人民共和国政府信息公开条例》的规定，现公布本机关2024年度情况：';
    for (const [line, isAddressee] of [
      [stated, false],
      ['一年来的工作情况：', false],
      ['各县（市、区）人民政府，市政府各部门、各直属机构：', true],
      ['社会公众：', true],
      ['市政府办公室（政务公开科）：', true],
    ] as const) {
      const { report } = await readPage(changed('<p>本报告由', `<p>${line}</p><p>本报告由`));
      expect([line, value(report, 'addressee')]).toEqual([line, isAddressee ? line : undefined]);
      expect([value(report, 'narrative.preamble')].flat().includes(line)).toBe(!isAddressee);
    }
  });
});

describe('the report as a whole', () => {
  test('the edition is that of the labels, and is told if it is of another year', async () => {
    const { report, losses } = await readPage(page.replaceAll('2024年', '2020年'));
    expect(report).toMatchObject({ edition: '2021', year: 2020 });
    expect(losses).toMatchObject([{ code: 'read/form', path: ['edition'] }]);
  });

  test('of two reports in a file the first is read, and it is told', async () => {
    const { report, losses } = await readPage(page + changed('>1234<', '>4321<', page.replaceAll('2024', '2023')));
    expect(report).toMatchObject({ year: 2024, disclosure: { licensing: { decisions: 1234 } } });
    expect(losses.map(({ code }) => code)).toEqual(['read/several']);
  });

  test('a date in Chinese numerals, and a signer that is not the agency', async () => {
    const { report } = await readPage(
      changed(
        '<p>示例县交通运输局</p>\n<p>2025年1月20日</p>',
        '<p>示例县人民政府办公室</p><p>二〇二五年一月二十一日</p>',
      ),
    );
    expect(value(report, 'signoff')).toEqual({ agency: '示例县人民政府办公室', date: '2025-01-21' });
  });

  test.each([
    ['示例县交通运输局　示例县公路局', '2025年1月20日', ['示例县交通运输局', '示例县公路局']],
    ['示例县人民政府　办公室', '2025年1月20日', '示例县人民政府办公室'],
    ['示例县 交通 运输局', '2025年1月20日', undefined],
    ['', '示例县公路局 示例县港口局（印章） 2025年1月20日', ['示例县公路局', '示例县港口局']],
  ])('who signs in one line: %s', async (names, day, agency) => {
    const lines = `${names === '' ? '' : `<p>${names}</p>`}<p>${day}</p>`;
    const { report } = await readPage(changed('<p>示例县交通运输局</p>\n<p>2025年1月20日</p>', lines));
    expect(value(report, 'signoff')).toEqual({ ...(agency && { agency }), date: '2025-01-20' });
  });

  test('something else is no report', async () => {
    await expect(readPage('<p>关于放假的通知</p><p>各科室：</p>')).rejects.toMatchObject({
      diagnostics: [{ code: 'read/no-report' }],
    });
  });
});
