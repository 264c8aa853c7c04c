import type { Document } from '../../src/index.js';
import { gapFaults } from './figure-gaps.mjs';
import { lineFaults } from './line-rules.mjs';
import { AREA, PITCH } from './pdf-lines.mjs';

// The rules for lines, tried on made-up pages: each must find the fault that is there, and nothing where there is none.

const SIZE = 16;
const heading = { kind: 'heading', level: 1, text: '二、下一部分', path: [] } as const;
const document = { blocks: [heading] } as unknown as Document;

interface Made {
  readonly text: string;
  readonly x?: number;
  readonly width?: number;
  readonly lower?: number;
}

/** A page of body text: the first line indented, one line below the other. */
function page(...lines: readonly (string | Made)[]) {
  const texts = lines.map((line, i) => {
    const { text, x, width, lower = 0 } = typeof line === 'string' ? ({ text: line } as Made) : line;
    const y = AREA.top + (i + 0.5) * PITCH + 0.38 * SIZE + lower;
    return { text, x: x ?? AREA.left + (i === 0 ? 2 * SIZE : 0), y, width: width ?? SIZE * text.length, size: SIZE };
  });
  return { texts, rules: [] };
}

const faults = (...pages: ReturnType<typeof page>[]) => lineFaults(pages, document);

test('finds nothing in a good page', () => {
  expect(faults(page('本机关依法公开政府信息，', '“应公开、尽公开”，收到', '申请145件，占42.4%。'))).toEqual([]);
});

test.each([...'、，。：；！？）》〉」』】〕”’·—'])('%s begins no line', (mark) => {
  expect(faults(page('依法公开政府信息', `${mark}并答复申请`))).toEqual([
    expect.stringContaining('begins with a mark'),
  ]);
});

test.each([...'（《〈「『【〔“‘'])('%s ends no line', (mark) => {
  expect(faults(page(`依法公开政府信息${mark}`, '并答复申请'))).toEqual([
    expect.stringContaining('ends with an opening'),
  ]);
});

test.each([...'～〜－‐―・／］｝〗％℃㎡々'])('%s begins no line either', (mark) => {
  expect(faults(page('依法公开政府信息甲', `${mark}并答复申请`))).toEqual([
    expect.stringContaining('begins with a mark'),
  ]);
});

test.each([...'［｛〖／￥№'])('%s ends no line either', (mark) => {
  expect(faults(page(`依法公开政府信息${mark}`, '并答复申请'))).toEqual([
    expect.stringContaining('ends with an opening'),
  ]);
});

test('an ellipsis is not split', () => {
  expect(faults(page('依法公开政府信息…', '…并答复申请'))).toEqual([expect.stringContaining('ellipsis is split')]);
});

test.each([
  ['约20', '公顷土地'],
  ['共10万', '余元资金'],
  ['建成30平方', '公里园区'],
  ['限5个工作', '日答复'],
  ['处理10%～', '20%的事项'],
  ['依照第', '15条办理'],
  ['不低于≥', '95%的比例'],
  ['公开；1.', '加强监督'],
  ['提法Women’', 's Day一词'],
])('%s│%s is parted', (above, below) => {
  expect(faults(page(above, below))).toContainEqual(expect.stringContaining('parted from its unit'));
});

test.each([
  ['收到申请12件', '办结12件'],
  ['截至2024年', '1月1日'],
  ['见http://a.gov.cn/2024/', '12/1.html'],
])('%s│%s is not', (above, below) => expect(faults(page(above, below))).toEqual([]));

test('a figure stays with its unit', () => {
  expect(faults(page('收到政府信息公开申请145', '件，均已答复'))).toEqual([
    expect.stringContaining('parted from its unit'),
  ]);
});

test('a last line is not one character alone', () => {
  expect(faults(page('收到政府信息公开申请', '件。'))).toEqual([expect.stringContaining('last line of one character')]);
});

test('ink keeps to the text area, where the blank half of a mark is no ink', () => {
  const edge = AREA.right - AREA.left;
  const full = { text: '收到政府信息公开申请，', x: AREA.left };
  expect(faults(page({ ...full, width: edge + SIZE / 2 }))).toEqual([]);
  expect(faults(page({ ...full, width: edge + SIZE / 2 + 1 }))).toEqual([expect.stringContaining('right edge')]);
  expect(faults(page({ text: '收到申请', x: AREA.left - 1 }))).toEqual([expect.stringContaining('left edge')]);
  expect(faults(page({ text: '（收到申请）', x: AREA.left - SIZE / 2 }))).toEqual([]);
});

test('body text stands on the grid of 22 lines', () => {
  expect(faults(page('收到申请', { text: '均已答复', lower: 0.2 }))).toEqual([expect.stringContaining('off the grid')]);
  expect(faults(page({ text: '收到申请', lower: -PITCH }))).toContainEqual(expect.stringContaining('top edge'));
});

test('a heading is not last on its page', () => {
  const next = page('收到政府信息公开申请');
  const ends = page('依法公开政府信息', { text: heading.text, x: AREA.left + 2 * SIZE });
  expect(faults(ends, next)).toEqual([expect.stringContaining('a heading is last')]);
  expect(faults(ends)).toEqual([]);
});

test('nor is a numbered line, unless it is an item of a list', () => {
  const ends = page('依法公开政府信息', { text: '1.加强公开', x: AREA.left + 2 * SIZE });
  expect(faults(ends, page('收到政府信息公开申请'))).toEqual([expect.stringContaining('a heading is last')]);
  expect(faults(ends, page('2.完善机制'))).toEqual([]);
});

test('a gap within a numeric expression is seen, within a run and between two, but not between cells', () => {
  const run = (text: string, x: number, spacing = 0) => {
    return { text, x, y: 100, width: 16 * text.length, size: 16, font: 'F', spacing };
  };
  const on = (texts: ReturnType<typeof run>[], at?: number) => {
    const rules = at === undefined ? [] : [{ x1: at, x2: at, y1: 90, y2: 110, weight: 1 }];
    return gapFaults([{ texts, rules }]);
  };
  expect(on([run('共10～20件', 0)])).toEqual([]);
  expect(on([run('共10～20件', 0, 1)])).toHaveLength(1);
  expect(on([run('共10', 0), run('％', 52)])).toHaveLength(1);
  expect(on([run('10', 0), run('20', 52)], 40)).toEqual([]);
});
