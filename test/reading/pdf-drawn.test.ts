import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import { loadPdfEngine } from '../../src/host/load-pdf-engine.js';
import { read } from '../../src/index.js';
import { type SourceBlock, type SourceTable, textOf } from '../../src/readers/neutral/reading.js';
import { readPdf } from '../../src/readers/pdf/read-pdf.js';
import { boxedPdf, drawnPdf, ruledTable } from './drawn-pdf.mjs';
import { blindEngine } from './without-tags.mjs';

// PDF files of others without tags: lines to paragraphs, rules to cells, what goes on over a page in one, furniture taken off. What
// cannot be settled is told; what cannot be read is told by name, with the way out.

type Pages = Parameters<typeof drawnPdf>[0];

const reading = async (pages: Pages) => readPdf(await drawnPdf(pages), '年报.pdf', blindEngine);

const texts = (blocks: readonly SourceBlock[]) => blocks.flatMap((one) => (one.kind === 'paragraph' ? [one.text] : []));

const tables = (blocks: readonly SourceBlock[]) => blocks.filter((one): one is SourceTable => one.kind === 'table');

/** Rows as lines of text; a cell that covers more than one slot says so. */
const rows = (table: SourceTable | undefined) =>
  Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === row)
      .map(
        ({ rowSpan, colSpan, blocks }) => `${textOf(blocks)}${rowSpan * colSpan > 1 ? `[${rowSpan}x${colSpan}]` : ''}`,
      )
      .join('|'),
  );

/** Running text: 36 characters of 12 points a line, the first one two characters in. */
const LONG = '主动公开政府信息并及时回应社会关切，'.repeat(10);
function paragraph(top: number, text: string, pitch = 20) {
  const lines = [text.slice(0, 34), ...(text.slice(34).match(/.{1,36}/gu) ?? [])];
  return lines.map((line, i) => ({
    at: [i === 0 ? 96 : 72, top + i * pitch] as [number, number],
    text: line,
    size: 12,
  }));
}

const XS = [72, 200, 300, 400, 520];

describe('paragraphs', () => {
  test('begin with an indent, and have no blanks where Chinese lines meet', async () => {
    const [one, two] = [`${LONG}到此为止。`, `${LONG.slice(0, 60)}另起一段。`];
    const { blocks } = await reading([{ texts: [...paragraph(100, one), ...paragraph(300, two)] }]);
    expect(texts(blocks)).toEqual([one, two]);
  });

  test('are not told by room that only smaller lines lack: running text stays whole at a full line that ends a sentence', async () => {
    const text = `${LONG.slice(0, 33)}。${LONG.slice(0, 160)}到此为止。`;
    const notes = Array.from({ length: 3 }, (_, i) => ({
      at: [72, 500 + i * 11] as [number, number],
      text: `注${i + 1}：统计口径见上级通知。`,
      size: 9,
    }));
    const { blocks } = await reading([{ texts: [...paragraph(100, text, 26), ...notes] }]);
    expect(texts(blocks)).toContain(text);
  });

  test('are told by the room between them where nothing is set in and a last line is full', async () => {
    const flush = (top: number, text: string) =>
      (text.match(/.{1,36}/gu) ?? []).map((line, i) => ({
        at: [72, top + i * 20] as [number, number],
        text: line,
        size: 12,
      }));
    const [one, two] = [`${LONG.slice(0, 71)}。`, `${LONG.slice(0, 80)}另起一段。`];
    const { blocks } = await reading([{ texts: [...flush(100, one), ...flush(147, two)] }]);
    expect(texts(blocks)).toEqual([one, two]);

    // Most of them so short that lines usually lie as far apart as paragraphs do.
    const short = [...'甲乙丙'].flatMap((name, i) => flush(240 + i * 27, `${name}局另有一件事要说。`));
    const { blocks: many } = await reading([
      { texts: [...flush(100, one), ...flush(147, one), ...flush(194, one), ...short] },
    ]);
    expect(texts(many)).toEqual([one, one, one, ...[...'甲乙丙'].map((name) => `${name}局另有一件事要说。`)]);
  });

  test('go on over the foot of a page, past its number and the head of the next', async () => {
    const head = { at: [230, 40] as [number, number], text: '示例市政务公开办公室', size: 9 };
    const foot = (number: number) => ({ at: [285, 800] as [number, number], text: `— ${number} —`, size: 9 });
    const lines = paragraph(700, `${LONG}到此为止。`);
    const above = lines.slice(0, 3);
    const below = lines.slice(3).map((line, i) => ({ ...line, at: [72, 90 + i * 20] as [number, number] }));
    const { blocks, losses } = await reading([
      { texts: [head, ...above, foot(1)] },
      { texts: [head, ...below, foot(2)] },
    ]);
    expect(texts(blocks)).toEqual([`${LONG}到此为止。`]);
    expect(losses).toMatchObject([{ code: 'read/left-out', severity: 'note', found: '示例市政务公开办公室' }]);
  });

  test('headings, a title in two lines, names and dates of those who sign stand alone', async () => {
    const { blocks } = await reading([
      {
        texts: [
          { at: [209, 90], text: '示例市人民政府', size: 22 },
          { at: [110, 125], text: '2024年政府信息公开工作年度报告', size: 22 },
          ...paragraph(180, `${LONG.slice(0, 80)}。`),
          { at: [96, 260], text: '一、总体情况', size: 12 },
          ...paragraph(280, `${LONG.slice(0, 80)}。`),
          { at: [400, 380], text: '示例市人民政府', size: 12 },
          { at: [405, 400], text: '2025年1月20日', size: 12 },
        ],
      },
    ]);
    expect(texts(blocks)).toEqual([
      '示例市人民政府2024年政府信息公开工作年度报告',
      `${LONG.slice(0, 80)}。`,
      '一、总体情况',
      `${LONG.slice(0, 80)}。`,
      '示例市人民政府',
      '2025年1月20日',
    ]);
  });

  test('a heading after a full last line is none of that line', async () => {
    const one = '县政府办公室按要求公开信息并回应社会关切，'.repeat(5).slice(0, 34 + 36 - 1);
    const text = `${one}。`;
    const heading = { at: [72, 140] as [number, number], text: '六、其他需要报告的事项', size: 12 };
    const { blocks } = await reading([
      { texts: [...paragraph(100, text), heading, ...paragraph(160, `${LONG}到此为止。`)] },
    ]);
    expect(texts(blocks)).toEqual([text, heading.text, `${LONG}到此为止。`]);
  });

  test('words cut by a hyphen are whole again, names and numbers keep theirs', async () => {
    const line = (y: number, text: string) => ({ at: [72, y] as [number, number], text, size: 12 });
    const { blocks } = await reading([
      {
        texts: [
          line(100, '本市在网站公布 the annual dis-'),
          line(120, 'closure report，电话 0951-'),
          line(140, '8575022。'),
        ],
      },
    ]);
    expect(texts(blocks).join('')).toBe('本市在网站公布 the annual disclosure report，电话 0951-8575022。');
  });

  test('a word at the end of a line keeps the blank that the author sets beside words', async () => {
    const line = (y: number, text: string) => ({ at: [72, y] as [number, number], text, size: 12 });
    const lines = (blank: string) => [
      line(100, `全文以${blank}Word${blank}和${blank}PDF${blank}发布在网站，手机用户可以用`),
      line(120, `Android${blank}客户端查阅，也可以用${blank}iOS`),
      line(140, '客户端查阅2024年的报告。'),
    ];
    for (const blank of [' ', '']) {
      const { blocks } = await reading([{ texts: lines(blank) }]);
      const word = (text: string) => `${blank}${text}${blank}`;
      expect(texts(blocks).join('')).toBe(
        `全文以${word('Word')}和${word('PDF')}发布在网站，手机用户可以用${word('Android')}客户端查阅，也可以用${word('iOS')}客户端查阅2024年的报告。`,
      );
    }
  });

  test('addresses cut by a line are whole again, words beside them stay apart', async () => {
    const line = (y: number, text: string) => ({ at: [72, y] as [number, number], text, size: 12 });
    const { blocks } = await reading([
      {
        texts: [
          line(100, '全文见网站 https://www.example.gov.cn/zwgk/fdzd'),
          line(120, 'gknr/index.html，信箱为 xinxi.gong'),
          line(140, 'kai@example.gov.cn），也可写信到 www.exa'),
          line(160, 'mple.cn查询，see www.example.cn for annual'),
          line(180, 'reports that agencies print and www.example.cn'),
          line(200, 'for further details 到此为止，见example.go'),
          line(220, 'v.cn网站。'),
        ],
      },
    ]);
    expect(texts(blocks).join('')).toBe(
      '全文见网站 https://www.example.gov.cn/zwgk/fdzdgknr/index.html，信箱为 xinxi.gongkai@example.gov.cn），也可写信到 www.example.cn查询，see www.example.cn for annual reports that agencies print and www.example.cn for further details 到此为止，见example.gov.cn网站。',
    );
  });

  test('text across the page is a mark upon it, and told', async () => {
    const { blocks, losses } = await reading([
      { texts: [...paragraph(100, `${LONG}。`), { at: [200, 500], text: '内部资料', size: 40, turned: -45 }] },
    ]);
    expect(texts(blocks)).toEqual([`${LONG}。`]);
    expect(losses).toMatchObject([{ code: 'read/left-out', found: '内部资料' }]);
  });
});

describe('what nobody sees', () => {
  test('is not read where a page begins with marks that it clips, as browsers leave them of the line before', async () => {
    const body: [number, number, number, number] = [72, 72, 451, 698];
    const [first = '', rest = ''] = ['两页之间的一段话在这里被页面切开，', '后面接着说完。'];
    const marks = { at: [200, 68] as [number, number], text: '，', size: 12, within: body };
    const { blocks, losses } = await reading([
      {
        texts: [
          ...paragraph(100, LONG),
          { at: [72, 765], text: `${LONG.slice(0, 19)}${first}`, size: 12, within: body },
        ],
      },
      { texts: [marks, { at: [72, 84], text: rest, size: 12, within: body }] },
    ]);
    expect(texts(blocks).join('')).toContain(`${first}${rest}`);
    expect(losses).toEqual([]);
  });

  test('is told where a line runs out of what is shown', async () => {
    const line = '一行没有换行的文字超出了版心，超出的字在纸上看不见。';
    const { blocks, losses } = await reading([
      { texts: [{ at: [96, 100], text: line, size: 12, within: [72, 72, 200, 700] }] },
      { texts: [{ at: [400, 300], text: line, size: 12 }] },
    ]);
    expect(texts(blocks).join('')).not.toContain('看不见');
    expect(losses.map(({ code, severity, place }) => [code, severity, place && 'at' in place && place.at])).toEqual([
      ['read/unplaced', 'warning', '第1页'],
      ['read/unplaced', 'warning', '第2页'],
    ]);
  });
});

describe('tables with rules', () => {
  test('have the merged cells that the rules show, and figures wider than their cells', async () => {
    const table = ruledTable(
      XS,
      [100, 125, 150, 175, 200],
      [
        [0, 0, '信息内容', 2],
        [0, 1, '本年情况', 1, 3],
        [1, 1, '制发\n件数'],
        [1, 2, '废止件数'],
        [1, 3, '现行有效件数'],
        [2, 0, '规章'],
        [2, 1, '1'],
        [2, 2, ''],
        [2, 3, '123456789012345678901234'],
        [3, 0, '规范性文件'],
        [3, 1, '7', 1, 3],
      ],
    );
    const { blocks, losses } = await reading([table]);
    expect(rows(tables(blocks)[0])).toEqual([
      '信息内容[2x1]|本年情况[1x3]',
      '制发件数|废止件数|现行有效件数',
      '规章|1||123456789012345678901234',
      '规范性文件|7[1x3]',
    ]);
    expect(losses).toEqual([]);
  });

  test('cut over a page are one: the repeated head is dropped, a label and a row go on', async () => {
    const head = [
      [0, 0, '类别'],
      [0, 1, '情形'],
      [0, 2, '件数'],
      [0, 3, '备注'],
    ] as const;
    const upper = ruledTable(
      XS,
      [700, 720, 740, 775],
      [
        ...head,
        [1, 0, '不予公开', 2],
        [1, 1, '1.国家秘密'],
        [1, 2, '3'],
        [1, 3, '0'],
        [2, 1, '2.其他法律'],
        [2, 2, '4'],
        [2, 3, '0'],
      ],
    );
    const lower = ruledTable(
      XS,
      [60, 80, 100, 120],
      [...head, [1, 0, '', 2], [1, 1, '禁止公开'], [1, 2, ''], [1, 3, ''], [2, 1, '3.其他'], [2, 2, '5'], [2, 3, '0']],
    );
    const { blocks, losses } = await reading([upper, lower]);
    expect(tables(blocks).map(rows)).toEqual([
      ['类别|情形|件数|备注', '不予公开[3x1]|1.国家秘密|3|0', '2.其他法律禁止公开|4|0', '3.其他|5|0'],
    ]);
    expect(losses).toEqual([]);
    const last = tables(blocks)[0]?.cells.find((cell) => textOf(cell.blocks) === '5');
    expect(last?.at).toBe('第2页的表，第3行第3列');
  });

  test('have the lines that hang out of their last row at the foot of a page', async () => {
    const upper = ruledTable(
      XS,
      [700, 720, 740],
      [
        [0, 0, '类别', 1, 2],
        [0, 2, '件数'],
        [0, 3, '备注'],
        [1, 0, '以各部门报送的数字为准并且按月'],
        [1, 1, '情形'],
        [1, 2, '3'],
        [1, 3, '0'],
      ],
    );
    const [note] = upper.texts.filter(({ text }) => text.startsWith('以各部门'));
    const full = { at: [73, 734] as [number, number], text: '以各部门报送的数字为准并且' };
    const shown = upper.texts.map((one) => (one === note ? full : one));
    const hanging = { at: [73, 748] as [number, number], text: '按月核对' };
    const { blocks } = await reading([{ ...upper, texts: [...shown, hanging] }]);
    expect(tables(blocks).map(rows)).toEqual([['类别[1x2]|件数|备注', `${full.text}${hanging.text}|情形|3|0`]]);
    const below = { ...hanging, at: [73, 775] as [number, number] };
    const apart = await reading([{ ...upper, texts: [...shown, below] }]);
    expect(texts(apart.blocks)).toEqual([hanging.text]);
  });

  test('without a rule between two rows keep their figures apart, and say so', async () => {
    const table = ruledTable(
      XS,
      [100, 125, 165],
      [
        [0, 0, '内容'],
        [0, 1, '制发'],
        [0, 2, '废止'],
        [0, 3, '有效'],
        [1, 0, '规章\n规范性文件'],
        [1, 1, '1\n2'],
        [1, 2, '3\n4'],
        [1, 3, '5\n6'],
      ],
    );
    const { blocks, losses } = await reading([table]);
    expect(rows(tables(blocks)[0])).toEqual(['内容|制发|废止|有效', '规章|1|3|5', '规范性文件|2|4|6']);
    expect(losses).toMatchObject([{ code: 'read/doubtful', place: { file: '年报.pdf', at: '第1页的表' } }]);
  });

  test('open at both sides are read like closed ones', async () => {
    const closed = ruledTable(
      XS,
      [100, 125, 150],
      [
        [0, 0, '内容'],
        [0, 1, '甲'],
        [0, 2, '乙'],
        [0, 3, '丙'],
        [1, 0, '规章'],
        [1, 1, '1'],
        [1, 2, '2'],
        [1, 3, '3'],
      ],
    );
    const isSide = ([x1, , x2]: readonly number[]) => x1 === x2 && (x1 === XS[0] || x1 === XS.at(-1));
    const { blocks } = await reading([{ ...closed, lines: closed.lines.filter((line) => !isSide(line)) }]);
    expect(rows(tables(blocks)[0])).toEqual(['内容|甲|乙|丙', '规章|1|2|3']);
  });

  test('a frame around a text is no table', async () => {
    const lines: [number, number, number, number][] = [
      [60, 80, 535, 80],
      [60, 400, 535, 400],
      [60, 80, 60, 400],
      [535, 80, 535, 400],
    ];
    const { blocks } = await reading([{ texts: paragraph(110, `${LONG}。`), lines }]);
    expect([texts(blocks), tables(blocks)]).toEqual([[`${LONG}。`], []]);
  });
});

test('a table without rules is read by its columns, and said to be doubtful', async () => {
  const row = (y: number, ...cells: string[]) =>
    cells.map((text, i) => ({ at: [(XS[i] ?? 0) + 10, y] as [number, number], text }));
  const { blocks, losses } = await reading([
    {
      texts: [
        ...paragraph(60, `${LONG.slice(0, 50)}。`),
        ...row(130, '信息内容', '制发件数', '废止件数', '有效件数'),
        ...row(160, '规章', '1', '0', '11'),
        ...row(190, '规范性文件', '8', '26', '66'),
        ...row(220, '其他', '0', '', '2'),
      ],
    },
  ]);
  expect(rows(tables(blocks)[0])).toEqual([
    '信息内容|制发件数|废止件数|有效件数',
    '规章|1|0|11',
    '规范性文件|8|26|66',
    '其他|0||2',
  ]);
  expect(losses).toMatchObject([{ code: 'read/doubtful', place: { at: '第1页的表' } }]);
});

test('labels of several lines, outer labels and blank rows of a table without rules are beside their figures', async () => {
  const figures = (y: number, ...values: string[]) =>
    values.map((text, i) => ({ at: [300 + i * 60, y] as [number, number], text }));
  const label = (x: number, y: number, text: string) => ({ at: [x, y] as [number, number], text });
  const { blocks } = await reading([
    {
      texts: [
        ...['自然人', '其他', '总计'].map((text, i) => label(292 + i * 60, 100, text)),
        label(90, 130, '一、本年新收数量'),
        ...figures(130, '3', '1', '4'),
        label(130, 153, '（一）予以公开'),
        ...figures(153, '2', '', '2'),
        label(130, 176, '（二）部分公开'),
        label(130, 199, '1.申请人无正当理由逾期'),
        label(130, 212, '不补正，不再处理'),
        ...figures(205.5, '1', '1', '2'),
        label(70, 205.5, '其他处理'),
        label(130, 235, '2.其他'),
        ...figures(235, '0', '0', '0'),
      ],
    },
  ]);
  expect(rows(tables(blocks)[0])).toEqual([
    '||自然人|其他|总计',
    '一、本年新收数量[1x2]|3|1|4',
    '|（一）予以公开|2||2',
    '|（二）部分公开|||',
    '其他处理|1.申请人无正当理由逾期不补正，不再处理|1|1|2',
    '|2.其他|0|0|0',
  ]);
});

/** Cells of a table without rules, text at the left and the top, broken at so many characters. */
function cellsAt(left: number, top: number, text: string, characters: number) {
  const lines = text.match(new RegExp(`.{1,${characters}}`, 'gu')) ?? [];
  return lines.map((line, i) => ({ at: [left, top + i * 15] as [number, number], text: line, size: 12 }));
}

test('columns of labels two characters wide, over the end of a page, are beside their figures; figures break, too', async () => {
  const row = (top: number, outer: string, group: string, leaf: string, ...figures: string[]) => [
    ...cellsAt(72, top, outer, 2),
    ...cellsAt(112, top, group, 2),
    ...cellsAt(152, top, leaf, 2),
    ...figures.flatMap((text, i) => cellsAt(192 + i * 40, top, text, 4)),
  ];
  const first = [
    ...['自然人', '企业', '其他', '总计'].flatMap((text, i) => cellsAt(192 + i * 40, 560, text, 4)),
    ...cellsAt(72, 580, '一、本年新收数量', 8),
    ...['61', '3', '0', '64'].flatMap((text, i) => cellsAt(192 + i * 40, 580, text, 4)),
    ...row(600, '三、办理结果', '（三）不予公开', '1.属于国家秘密', '2', '0', '1', '3'),
    ...row(660, '', '', '2.其他法律禁止公开', '30', '1', '0', '31'),
    ...cellsAt(152, 735, '3.危', 3),
    ...['5', '1', '0', '6'].flatMap((text, i) => cellsAt(192 + i * 40, 735, text, 4)),
  ];
  const long = '4.申请人无正当理由逾期不补正行政机关不再处理其申请的情形';
  const second = [
    ...cellsAt(152, 70, '及稳定与安全', 2),
    ...row(118, '', '（六）其他', long, '67', '3', '0', '70'),
    ...cellsAt(72, 346, '四、结转下年度继续办理', 8),
    ...['7', '0', '0', '7'].flatMap((text, i) => cellsAt(192 + i * 40, 346, text, 4)),
    ...cellsAt(72, 400, '四、行政复议、行政诉讼情况', 20),
    ...['维持', '纠正', '其他', '总计'].flatMap((text, i) => cellsAt(72 + i * 26, 430, text, 1)),
    ...['72', '64', '178', '314'].flatMap((text, i) => cellsAt(72 + i * 26, 457, text, 2)),
  ];
  const { blocks } = await reading([{ texts: first }, { texts: second }]);
  const [third, fourth] = tables(blocks);
  const figureRows = rows(third).map((text) => text.replace(/\[\d+x\d+\]/gu, ''));
  expect(figureRows.slice(1)).toEqual([
    '一、本年新收数量|61|3|0|64',
    '三、办理结果|（三）不予公开|1.属于国家秘密|2|0|1|3',
    '||2.其他法律禁止公开|30|1|0|31',
    '||3.危及稳定与安全|5|1|0|6',
    `（六）其他|${long}|67|3|0|70`,
    '四、结转下年度继续办理|7|0|0|7',
  ]);
  expect(rows(fourth).at(-1)).toBe('72|64|178|314');
});

test('rows whose texts fill their cells at the top of a page are a table', async () => {
  const row = (y: number, label: string, value: string) => [
    { at: [72, y] as [number, number], text: label, size: 12 },
    { at: [168, y] as [number, number], text: value, size: 12 },
  ];
  const { blocks } = await reading([
    {
      texts: [
        ...row(80, '信息内容', '本年处理决定数量'),
        ...row(100, '行政处罚', '3985'),
        ...row(120, '行政强制', '882'),
        ...row(140, '行政事业性收费', '961.6'),
      ],
    },
  ]);
  expect(rows(tables(blocks)[0])).toEqual([
    '信息内容|本年处理决定数量',
    '行政处罚|3985',
    '行政强制|882',
    '行政事业性收费|961.6',
  ]);
});

test('a table without rules of more rows than any page has is read', async () => {
  const texts = Array.from({ length: 320 }, (_, row) =>
    [`（${row % 9}）第${row}件`, `${row}`, '1', '2'].map((text, i) => ({
      at: [90 + i * 110, 60 + row * 24] as [number, number],
      text,
    })),
  );
  const bytes = await drawnPdf([{ texts: texts.flat() }], { size: [595, 8000] });
  const { blocks } = await readPdf(bytes, '年报.pdf', blindEngine);
  expect(rows(tables(blocks)[0]).at(-1)).toBe('（4）第319件|319|1|2');
});

describe('boxes, as a browser tags a table without borders,', () => {
  const line = (x: number, y: number, text: string) => ({ at: [x, y] as [number, number], text });
  const read = async (cells: Parameters<typeof boxedPdf>[0]) =>
    (await readPdf(await boxedPdf(cells), '年报.pdf', loadPdfEngine)).blocks;

  test('are its cells, however close its labels are', async () => {
    const blocks = await read([
      [[line(90, 100, '情形')], [line(200, 100, '自然人')], [line(260, 100, '总计')]],
      [[line(90, 126, '一、本年'), line(90, 138, '新收')], [line(200, 126, '3')], [line(260, 126, '4')]],
      [[line(90, 150, '二、上年'), line(90, 162, '结转')], [line(200, 162, '1')], [line(260, 162, '2')]],
    ]);
    expect(rows(tables(blocks)[0])).toEqual(['情形|自然人|总计', '一、本年新收|3|4', '二、上年结转|1|2']);
  });

  test('are paragraphs if they stand below each other', async () => {
    const blocks = await read([
      [[line(90, 100, '一、总体情况')], [line(90, 126, '一年来主动公开政府信息。')]],
      [[line(90, 150, '二、主动公开')], [line(90, 176, '共3件。')]],
    ]);
    expect(tables(blocks)).toEqual([]);
    expect(texts(blocks)).toEqual(['一、总体情况', '一年来主动公开政府信息。', '二、主动公开', '共3件。']);
  });
});

test('two columns of running text are read one after the other, what spans both in its place, and told', async () => {
  const column = (x: number, top: number, text: string) =>
    (text.match(/.{1,18}/gu) ?? []).map((line, i) => ({
      at: [x, top + i * 14] as [number, number],
      text: line,
      size: 11,
    }));
  const [one, two] = [
    '甲栏主动公开政府信息回应社会关切情况，'.repeat(9),
    '乙栏依法办理公开申请保障群众知情权利，'.repeat(9),
  ];
  const { blocks, losses } = await reading([
    {
      texts: [
        { at: [200, 70], text: '一、总体情况如下所示跨两栏', size: 14 },
        ...column(72, 110, `${one}甲止。`),
        ...column(310, 110, `${two}乙止。`),
        ...paragraph(400, `${LONG.slice(0, 80)}。`),
      ],
    },
  ]);
  const text = texts(blocks).join('');
  expect(text).toBe(`一、总体情况如下所示跨两栏${one}甲止。${two}乙止。${LONG.slice(0, 80)}。`);
  expect(losses.map(({ code, place }) => [code, place && 'at' in place && place.at])).toEqual([
    ['read/doubtful', '第1页'],
  ]);
});

test('lines of two columns stand beside each other where a heading moves them; the last one is right above a table', async () => {
  const column = (x: number, top: number, text: string) =>
    (text.match(/.{1,18}/gu) ?? []).map((line, i) => ({
      at: [x + (i === 0 ? 22 : 0), top + i * 14] as [number, number],
      text: line,
      size: 11,
    }));
  const [one, two] = ['甲栏公开信息回应关切情况，'.repeat(12), '乙栏办理申请保障知情权利，'.repeat(12)];
  const table = ruledTable(
    [72, 300, 520],
    [236, 260, 285],
    [
      [0, 0, '信息内容'],
      [0, 1, '数量'],
      [1, 0, '规章'],
      [1, 1, '3'],
    ],
  );
  const { blocks } = await reading([
    {
      texts: [
        ...column(72, 100, `${one}甲止。`),
        ...column(310, 107, `${two}乙止。`),
        { at: [310, 233], text: '二、主动公开政府信息情况', size: 11 },
        ...table.texts,
      ],
      lines: table.lines,
    },
  ]);
  expect(texts(blocks)).toEqual([`${one}甲止。`, `${two}乙止。`, '二、主动公开政府信息情况']);
  expect(rows(tables(blocks)[0])).toEqual(['信息内容|数量', '规章|3']);
});

test('a page of a few lines has the columns of the page before', async () => {
  const column = (x: number, top: number, text: string) =>
    (text.match(/.{1,18}/gu) ?? []).map((line, i) => ({
      at: [x + (i === 0 ? 22 : 0), top + i * 14] as [number, number],
      text: line,
      size: 11,
    }));
  const [one, two, three, four] = ['甲栏公开信息回应', '乙栏办理申请保障', '丙栏', '丁栏'].map(
    (start, i) => `${start}${'关切情况知情权利，'.repeat(i < 2 ? 18 : 4)}止。`,
  ) as [string, string, string, string];
  const { blocks } = await reading([
    { texts: [...column(72, 100, one), ...column(310, 100, two)] },
    { texts: [...column(72, 100, three), ...column(310, 100, four)] },
  ]);
  expect(texts(blocks)).toEqual([one, two, three, four]);
});

test('a page as wide as only a damaged file says is read', async () => {
  const texts = Array.from({ length: 12 }, (_, i) => ({
    at: [72, 100 + i * 30] as [number, number],
    text: `第${i}件`,
    size: 12,
  }));
  const bytes = await drawnPdf([{ texts }], { size: [1e9, 842] });
  const { blocks } = await readPdf(bytes, '年报.pdf', blindEngine);
  expect(blocks.map((one) => textOf([one])).join('')).toContain('第3件');
});

test('the rule below a running head that touches a table is none of its columns', async () => {
  const table = ruledTable(
    [100, 200, 300],
    [60, 80, 100],
    [
      [0, 0, '内容'],
      [0, 1, '件数'],
      [1, 0, '规章'],
      [1, 1, '1'],
    ],
  );
  const { blocks } = await reading([{ ...table, lines: [...table.lines, [60, 58, 540, 58]] }]);
  expect(rows(tables(blocks)[0])).toEqual(['内容|件数', '规章|1']);
});

describe('what cannot be read', () => {
  const told = async (bytes: Uint8Array) => read(bytes, { name: '年报.pdf' }).catch(({ diagnostics }) => diagnostics);
  const picture = encode({ width: 8, height: 8, channels: 3, data: new Uint8Array(192).fill(99) });

  test('a scan is told as one, with the way out', async () => {
    expect(await told(await drawnPdf([{ picture }]))).toMatchObject([
      { code: 'read/unsupported', message: expect.stringContaining('扫描件'), hint: expect.stringContaining('OCR') },
    ]);
  });

  test('a page that is a picture among others is told with its number', async () => {
    const { losses } = await reading([{ texts: paragraph(100, `${LONG}。`) }, { picture }]);
    expect(losses).toMatchObject([{ code: 'read/unplaced', place: { at: '第2页' } }]);
  });

  test('a file with a password', async () => {
    const bytes = await drawnPdf([{ texts: paragraph(100, LONG) }], { userPassword: 'mima', pdfVersion: '1.7' });
    expect(await told(bytes)).toMatchObject([{ code: 'read/unsupported', message: expect.stringContaining('密码') }]);
  });

  test('a damaged file, in our own words', async () => {
    const whole = await drawnPdf([{ texts: paragraph(100, LONG) }]);
    for (const bytes of [Buffer.from('%PDF-1.7\n不是文件'), whole.subarray(0, 200)]) {
      expect(await told(bytes)).toMatchObject([
        { code: 'read/damaged', found: expect.stringMatching(/^[^a-z]+损坏$/i) },
      ]);
    }
  });

  /** Blanks packed by LZW: each code is of one more of them than the one before, up to the last code that there is. */
  function lzwBlanks(size: number): Buffer {
    const codes = [256, 32];
    for (let length = 1, code = 258; length < size; length += Math.min(code - 257, 3839)) {
      codes.push(Math.min(code, 4095));
      code += 1;
    }
    const bits = codes
      .map((code, i) => code.toString(2).padStart(Math.min(12, 32 - Math.clz32(256 + i)), '0'))
      .join('');
    return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }
  const letters = (bytes: Buffer) => Buffer.from(`${bytes.toString('hex')}>`);

  const blanks = deflateSync(Buffer.alloc(110 * 2 ** 20, ' '));
  test.each([
    ['', '/FlateDecode', blanks],
    ['% stream\n', '/FlateDecode', blanks],
    ['', '[/ASCIIHexDecode /FlateDecode]', Buffer.from(`${blanks.toString('hex')}>`)],
    ['', '[/FlateDecode/FlateDecode]', deflateSync(blanks)],
    ['', '[/FlateDecode /ASCIIHexDecode % so\n /LZWDecode]', deflateSync('ff>')],
    ['', '/LZWDecode', lzwBlanks(110 * 2 ** 20)],
    ['', '/LZW#44ecode', lzwBlanks(110 * 2 ** 20)],
    ['', '[/AHx/LZW]', letters(lzwBlanks(110 * 2 ** 20))],
    ['', '2 0 R', lzwBlanks(110 * 2 ** 20)],
    ['', '/RunLengthDecode', Buffer.alloc(2 * 2 ** 20, Buffer.from([129, 32]))],
  ])('a file that unpacks to more than the memory should hold: %j %s', async (remark, filter, stream) => {
    const head = `%PDF-1.4\n${remark}1 0 obj\n<</Length ${stream.length}/Filter ${filter}>>\nstream\n`;
    const bytes = Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n')]);
    expect(await told(bytes)).toMatchObject([{ code: 'read/too-large' }]);
  });

  test('a text that is no report', async () => {
    expect(await told(await drawnPdf([{ texts: paragraph(100, '会议通知。') }]))).toMatchObject([
      { code: 'read/no-report' },
    ]);
  });
});

test('what is laid over a page is told: texts, boxes over texts, seals, notes; not what does not show', async () => {
  const table = ruledTable(
    XS,
    [100, 130, 160],
    [
      [0, 0, '事项'],
      [0, 1, '本年增'],
      [1, 0, '规章'],
      [1, 1, '567'],
    ],
  );
  const note = (Subtype: string, x: number, Contents?: string, F = 4) => ({
    ...table,
    notes: [{ Subtype, at: [x, 130, 100, 30] as [number, number, number, number], F, ...(Contents && { Contents }) }],
  });
  const told = async (page: ReturnType<typeof note>) =>
    (await reading([page])).losses.map(({ code, found }) => [code, found]);
  expect(await told(note('FreeText', 420, '568'))).toEqual([['read/unplaced', '568']]);
  for (const kind of ['Square', 'Redact', 'Ink', 'Polygon'])
    expect(await told(note(kind, 200))).toEqual([['read/unplaced', '567']]);
  expect(await told(note('Square', 420))).toEqual([]);
  expect(await told(note('Stamp', 200))).toEqual([['read/doubtful', '567']]);
  expect(await told(note('Text', 420, '请核对'))).toEqual([['read/left-out', '请核对']]);
  expect(await told(note('Link', 200))).toEqual([]);
  expect(await told(note('FreeText', 200, '568', 2))).toEqual([]);
});
