import type { Diagnostic } from '../../diagnostics/diagnostic.js';

import { excerpt, loss } from '../neutral/loss.js';
import type { DrawnPage } from './drawn-page.js';
import { radicalsIn } from './drawn-radicals.js';
import { illegible, scanned } from './pdf-faults.js';

/** Characters that stand for no character: private ones, and those that a font without an encoding is given. */
const NAMELESS = /^[\p{Co}\p{Cc}\p{Cn}\uFFFD]/u;

/** Letters of Western Europe among Chinese ones: programs that rewrite files lose the encoding of fonts in this way. */
const FOREIGN = /^[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f]$/u;

/** So many of them are no names of foreign places. */
const MOST_FOREIGN = 8;

const inkedOn = ({ glyphs }: DrawnPage) => glyphs.filter(({ text }) => text.trim() !== '');

/**
 * Makes sure that there is something to read.
 *
 * @throws ReportError `read/unsupported` if no page has text, or only text without an encoding
 */
export function requireText(pages: readonly DrawnPage[], file: string): void {
  const inked = pages.flatMap(inkedOn);
  if (inked.length === 0) throw scanned(file);
  const nameless = inked.filter(({ text }) => NAMELESS.test(text));
  if (nameless.length > 0.2 * inked.length)
    throw illegible(file, `${inked.length} 个字里有 ${nameless.length} 个没有编码`);
}

/** Browsers leave so many marks of the line that ends the page before. */
const FEW_MARKS = 8;

/** What is on a page and was not read, or may be wrong. `left` is the text that tags leave out. */
export function pageLosses(page: DrawnPage, left: string, file: string): readonly Diagnostic[] {
  const at = `第${page.number}页`;
  const hint = '核对这一页是否读全';
  const told: Diagnostic[] = [];
  if (inkedOn(page).length === 0) {
    const message = '这一页没有文字，是空白页或者图像';
    told.push(loss('unplaced', file, { message, found: at, at, hint: '是图像的，把其中的内容补进报告' }));
  }
  if (page.unseen > 20 && page.unseen > 0.5 * page.glyphs.length) {
    const message = '这一页的文字是对扫描图像识别出来的';
    told.push(loss('doubtful', file, { message, found: at, at, hint: '逐字逐格对照原件' }));
  }
  if (left !== '') {
    told.push(loss('unplaced', file, { message: '有文字不在标签里，没有读入', found: excerpt(left), at, hint }));
  }
  if (page.switchedOff.trim() !== '') {
    const message = '隐藏图层的文字没有读入';
    told.push(loss('left-out', file, { message, found: excerpt(page.switchedOff), at, hint }));
  }
  if (page.beside.trim() !== '') {
    const message = '有文字超出版面，看不见，没有读入';
    told.push(loss('unplaced', file, { message, found: excerpt(page.beside), at, hint }));
  }
  if (page.over.trim().length > FEW_MARKS) {
    const message = '版面上下以外看不见的文字没有读入';
    told.push(loss('left-out', file, { message, found: excerpt(page.over), at, hint }));
  }
  return told;
}

/** Pages that are read in parts: which text follows which at the foot of a column is a guess. @param numbers of all parts, in order */
export function columnLosses(numbers: readonly number[], file: string): readonly Diagnostic[] {
  const parted = [...new Set(numbers.filter((number, i) => numbers.indexOf(number) !== i))];
  return parted.map((number) => {
    const at = `第${number}页`;
    const message = '这一页的文字分栏，按先左栏、后右栏读入';
    return loss('doubtful', file, { message, found: at, at, hint: '核对各段文字的先后，和它们属于哪一部分' });
  });
}

function strangeLetters(pages: readonly DrawnPage[], file: string): readonly Diagnostic[] {
  const letters = pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text));
  const strange = letters.filter((text) => FOREIGN.test(text) || NAMELESS.test(text));
  if (strange.length <= MOST_FOREIGN) return [];
  const message = '有些字的编码不对，读出来的字与看到的不同';
  const found = excerpt([...new Set(strange)].join(' '));
  return [loss('doubtful', file, { message, found, hint: '用生成它的 Word 文件，或者重新导出 PDF；逐字核对' })];
}

function radicals(pages: readonly DrawnPage[], file: string): readonly Diagnostic[] {
  const found = radicalsIn(pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''));
  if (found.length === 0) return [];
  return [loss('interpreted', file, { message: '部首字符按同形的汉字读入', found: found.join(''), hint: '不必处理' })];
}

/** No mark across a page is longer. */
const LONGEST_MARK = 60;

/** Text in another direction than most of its page: a mark across the page, or, if there is much of it, a table that lies sideways. */
function tellAslant(text: string, file: string): Diagnostic {
  const found = excerpt(text);
  return text.length > LONGEST_MARK
    ? loss('unplaced', file, { message: '与同页正文方向不同的文字没有读入', found, hint: '按原件补进报告' })
    : loss('left-out', file, { message: '斜排的文字没有读入', found, hint: '它不属于报告，不必处理' });
}

/** What is told about the file as a whole; `running` are the texts that stand at the head or foot of its pages. */
export function fileLosses(
  pages: readonly DrawnPage[],
  running: readonly string[],
  file: string,
): readonly Diagnostic[] {
  const aslant = new Set(pages.map(({ aslant: text }) => text.trim()).filter((text) => text !== ''));
  const hint = '它不属于报告，不必处理';
  return [
    ...strangeLetters(pages, file),
    ...radicals(pages, file),
    ...running.map((text) => loss('left-out', file, { message: '页眉页脚的文字没有读入', found: excerpt(text), hint })),
    ...[...aslant].map((text) => tellAslant(text, file)),
  ];
}
