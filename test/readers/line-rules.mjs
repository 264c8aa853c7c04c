import { AREA, linesOf, outside, paragraphsOf, splitFoot } from './pdf-lines.mjs';
import { gridsOn } from './pdf-tables.mjs';

/**
 * The rules for lines of Chinese text, looked at on the finished page (CLREQ 3.1; GB/T 15834-2011, 5.1; GB/T 9704-2012, 5.2).
 *
 * @typedef {import('./pdf-lines.mjs').Line} Line
 * @typedef {{ texts: import('./pdf-tables.mjs').Text[], rules: import('./pdf-content.mjs').Rule[] }} Page
 */

/** Marks, units in one character, connectors, dots and slashes. */
const NOT_FIRST =
  '、，。：；！？）》〉」』】〕”’］｝〗〙〞,.:;!?)]}·•・‧—―～〜~－–-‐−／/％%‰℃℉°′″㎡㎞㎏々〻ゝヽー\u00A0';
const NOT_LAST = '（《〈「『【〔“‘［｛〖〘〝([{￥¥＄$№±／\u00A0';
/** Brackets and quotes, which have a blank half where the text begins. */
const HALF_BLANK_FIRST = '（《〈「『【〔“‘［｛〖〘';
const HALF_BLANK_LAST = '、，。：；！？）》〉」』】〕”’］｝〗〙．';
/** What is kept whole, with its place in the text of two lines: an expression, a figure with its unit, with its sign, a label. */
const WHOLE = [
  /\d+(?:[.,]\d+)*[%％‰℃]*(?:(?:[～〜~－–—×:/／-]|(?<!\d{4})：){1,2}\d+(?:[.,]\d+)*[%％‰℃]*)*(?:(?<=\d)[十百千万亿余多几]*(?:个?(?:平方公里|平方千米|平方米|千瓦时|立方米|公里|千米|公顷|小时|工作日|百分点|人次|件次|万元|亿元|美元|公斤|季度|月)|[\u4E00-\u9FFF]))?(?:以上|以下|以内)?/gu,
  /(?:第|[≥≤±＋+￥¥$＄№＞＜])\d+/gu,
  /[A-Za-z]’[A-Za-z]/gu,
  /(?<=[。；：，])(?:\d{1,2}[.．]|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|[①-⑳])[\u4E00-\u9FFF“《]/gu,
];
/** Part of an address, which is broken by rules of its own. */
const ADDRESS = /[\w./:?&=#@%-]*(?:[a-z]\.[a-z]|:\/\/|@)\S*/giu;
/** A short line with a number and no stop: a head, unless the next line has a number as well, as in a list. */
const NUMBERED =
  /^(?:\d{1,2}[.．、](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、)/u;
const HEAD = /^.{1,26}[^。；，、！？.]$/u;
const ONLY_MARKS = /^[\p{P}\s]*.?[\p{P}\s]*$/u;

const firstOf = (/** @type {Line} */ { text }) => [...text.trim()][0] ?? '';
const lastOf = (/** @type {Line} */ { text }) => [...text.trim()].at(-1) ?? '';

/** The stretches of a text that match. @param {string} text @param {RegExp} pattern */
const stretches = (text, pattern) =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length]);

/** Whether something that is kept whole goes from one line into the next. @param {string} above @param {string} below */
function isTorn(above, below) {
  const [text, at] = [above.trim() + below.trim(), above.trim().length];
  const over = (/** @type {number[]} */ [from, to]) => from < at && to > at;
  return !stretches(text, ADDRESS).some(over) && WHOLE.some((pattern) => stretches(text, pattern).some(over));
}

const between = (/** @type {Line} */ above, /** @type {Line} */ line) =>
  `“${above.text.slice(-6)}|${line.text.slice(0, 6)}”`;

/** Marks at the edges of lines that belong to one paragraph or cell. @param {Line[]} lines */
export function edgeFaults(lines) {
  return lines.slice(1).flatMap((line, i) => {
    const [last, first] = [lastOf(lines[i]), firstOf(line)];
    const place = between(lines[i], line);
    return [
      ...(NOT_FIRST.includes(first) ? [`a line begins with a mark: ${place}`] : []),
      ...(NOT_LAST.includes(last) ? [`a line ends with an opening mark: ${place}`] : []),
      ...(last === '…' && first === '…' ? [`an ellipsis is split: ${place}`] : []),
    ];
  });
}

/** What is kept whole and is not, in the lines of one paragraph or cell. @param {Line[]} lines */
export function tornFaults(lines) {
  // An address may have begun many lines before.
  const before = (/** @type {number} */ i) =>
    lines.slice(Math.max(0, i - 40), i).reduce((text, line) => text + line.text.trim(), '');
  return lines.flatMap((line, i) =>
    i > 0 && isTorn(before(i), line.text) ? [`a figure is parted from its unit: ${between(lines[i - 1], line)}`] : [],
  );
}

/** @param {Line[]} lines */
export function widowFaults(lines) {
  const last = lines.at(-1);
  return lines.length > 1 && last && ONLY_MARKS.test(last.text) ? [`a last line of one character: “${last.text}”`] : [];
}

/** Ink outside the text area. The blank half of a mark at an edge is no ink. @param {Line} line */
function areaFaults(line) {
  const { left, right, y, size } = line;
  const blankLeft = HALF_BLANK_FIRST.includes(firstOf(line)) ? size / 2 : 0;
  const blankRight = HALF_BLANK_LAST.includes(lastOf(line)) ? size / 2 : 0;
  const faults = [
    left + blankLeft < AREA.left - 0.5 ? 'left' : '',
    right - blankRight > AREA.right + 0.5 ? 'right' : '',
    y - 0.88 * size < AREA.top - 0.5 ? 'top' : '',
    y + 0.12 * size > AREA.bottom + 0.5 ? 'bottom' : '',
  ];
  return faults.filter(Boolean).map((edge) => `beyond the ${edge} edge: “${line.text}”`);
}

/**
 * Whether the last text of a page is a numbered head of the text on the next. A text behind a head that runs in fills its line, and goes on
 * there from the edge.
 *
 * @param {string} last
 * @param {Line} line the last of it
 * @param {Page} next
 */
function isHead(last, line, next) {
  const [first] = linesOf(next.texts);
  const goesOn = line.right > AREA.right - line.size && first !== undefined && first.left < AREA.left + line.size;
  return NUMBERED.test(last) && HEAD.test(last) && !goesOn && !NUMBERED.test(first?.text ?? '');
}

/** The lines of body text that do not stand on a grid of so many lines. @param {Line[]} body @param {number} count */
function offGrid(body, count) {
  const pitch = (AREA.bottom - AREA.top) / count;
  return body.filter(({ y }) => {
    // From the middle of its line a baseline lies 0.38 of the size lower: 6.08 pt.
    const steps = (y - AREA.top - 0.5 * pitch - 6.08) / pitch;
    const number = Math.round(steps);
    return Math.abs(steps - number) * pitch >= 0.05 || number < 0 || number >= count;
  });
}

/** Body text stands on a grid of 22 lines, or all of it on one of 23, where the page took one more. @param {Line[]} lines */
function gridFaults(lines) {
  const body = lines.filter(({ size }) => size === 16);
  const [normal, tight] = [offGrid(body, 22), offGrid(body, 23)];
  return (tight.length === 0 ? [] : normal).map(({ text }) => `off the grid: “${text}”`);
}

/**
 * Where on its pages a file breaks the rules.
 *
 * @param {readonly Page[]} pages
 * @param {import('../../src/index.ts').Document} document
 * @returns {string[]}
 */
export function lineFaults(pages, document) {
  const clinging = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.text] : block.kind === 'table' && block.caption ? [block.caption] : [],
  );
  return pages.flatMap((page, i) => {
    const { body } = splitFoot(page.texts);
    const grids = gridsOn({ ...page, texts: body }, i);
    const running = linesOf(body.filter(outside(grids)));
    const paragraphs = paragraphsOf(running);
    const cells = grids.flatMap((grid) => grid.cells.map(({ texts }) => linesOf(texts)));
    const ends = Math.max(0, ...grids.map(({ bottom }) => bottom));
    const lastParagraph = paragraphs.at(-1);
    const last = (lastParagraph ?? []).map(({ text }) => text).join('');
    const isLast = lastParagraph !== undefined && /** @type {Line} */ (lastParagraph.at(-1)).y > ends;
    const goesOn = i < pages.length - 1;
    return [
      ...[...paragraphs, ...cells].flatMap((lines) => [...edgeFaults(lines), ...tornFaults(lines)]),
      ...(goesOn ? paragraphs.slice(0, -1) : paragraphs).flatMap(widowFaults),
      ...[...running, ...cells.flat()].flatMap(areaFaults),
      ...gridFaults(running),
      ...(goesOn &&
      isLast &&
      (clinging.includes(last) || isHead(last, /** @type {Line} */ (lastParagraph.at(-1)), pages[i + 1]))
        ? [`a heading is last on its page: “${last}”`]
        : []),
    ].map((fault) => `page ${i + 1}: ${fault}`);
  });
}
