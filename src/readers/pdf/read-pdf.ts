import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { radicalsIn } from '../../model/radicals.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { Reading } from '../neutral/reading.js';
import type { DrawnPage } from './drawn-page.js';
import { joinPages } from './join-pages.js';
import { type OpenedPage, type OpenedPdf, openPdf } from './open-pdf.js';
import type { Measure, PageBlock } from './page-block.js';
import { byGrid, pageBlocks } from './page-blocks.js';
import { furnitureOf } from './page-furniture.js';
import type { LoadPdfEngine } from './pdf-engine.js';
import { illegible, scanned } from './pdf-faults.js';
import { taggedBlocks } from './tagged-blocks.js';
import { linesOf } from './text-lines.js';
import { textMeasure } from './text-measure.js';
import { tableDoubts, toSource } from './to-source.js';

const ink = ({ glyphs }: DrawnPage): number => glyphs.filter(({ text }) => text.trim() !== '').length;

/** Characters that stand for no character: private ones, and those that a font without an encoding is given. */
const NAMELESS = /^[\p{Co}\p{Cc}\p{Cn}\uFFFD]/u;

/** Throws if there is nothing to read on any page. */
function requireText(pages: readonly DrawnPage[], file: string): void {
  const inked = pages.flatMap(({ glyphs }) => glyphs).filter(({ text }) => text.trim() !== '');
  if (inked.length === 0) throw scanned(file);
  const nameless = inked.filter(({ text }) => NAMELESS.test(text));
  if (nameless.length > 0.2 * inked.length)
    throw illegible(file, `${inked.length} 个字里有 ${nameless.length} 个没有编码`);
}

/** What is on a page and was not read. */
function pageLosses(page: DrawnPage, left: string, file: string): readonly Diagnostic[] {
  const at = `第${page.number}页`;
  const check = '核对这一页是否读全';
  const none = ink(page) === 0 && {
    message: '这一页没有文字，是空白页或者图像',
    hint: '是图像的，把其中的内容补进报告',
  };
  const unseen = page.unseen > 0.5 * page.glyphs.length && page.unseen > 20;
  return [
    ...(none ? [loss('unplaced', file, { ...none, found: at, at })] : []),
    ...(unseen
      ? [
          loss('doubtful', file, {
            message: '这一页的文字是对扫描图像识别出来的',
            found: at,
            at,
            hint: '逐字逐格对照原件',
          }),
        ]
      : []),
    ...(left === ''
      ? []
      : [loss('unplaced', file, { message: '有文字不在标签里，没有读入', found: excerpt(left), at, hint: check })]),
    ...(page.switchedOff.trim() === ''
      ? []
      : [
          loss('left-out', file, {
            message: '隐藏图层的文字没有读入',
            found: excerpt(page.switchedOff),
            at,
            hint: check,
          }),
        ]),
  ];
}

/** Texts that stand on every page beside the report. */
function besides(pages: readonly DrawnPage[], running: readonly string[], file: string): readonly Diagnostic[] {
  const aslant = new Set(pages.map(({ aslant: text }) => text.trim()).filter((text) => text !== ''));
  const hint = '它不属于报告，不必处理';
  return [
    ...running.map((text) => loss('left-out', file, { message: '页眉页脚的文字没有读入', found: excerpt(text), hint })),
    ...[...aslant].map((text) =>
      loss('left-out', file, { message: '斜排或竖排的文字没有读入', found: excerpt(text), hint }),
    ),
  ];
}

/** Names the places of paragraphs, counted on each page. */
function withPlaces(blocks: readonly PageBlock[], page: number): readonly PageBlock[] {
  let count = 0;
  return blocks.map((block) => {
    if (block.kind === 'table') return block;
    count += 1;
    return { ...block, at: `第${page}页第${count}段` };
  });
}

interface ReadPage {
  readonly blocks: readonly PageBlock[];
  readonly losses: readonly Diagnostic[];
}

function readPage({ page, tagged }: OpenedPage, measure: Measure, file: string): ReadPage {
  const byTags = taggedBlocks(page, tagged, measure);
  const blocks = byTags?.blocks ?? pageBlocks(page, measure);
  return { blocks: withPlaces(blocks, page.number), losses: pageLosses(page, byTags?.left ?? '', file) };
}

const decoder = new TextDecoder();

/** The report that a file of our own carries, which is an object with a year. */
function carriedIn({ attached }: OpenedPdf): string | undefined {
  return attached.map((bytes) => decoder.decode(bytes)).find((text) => /^\s*\{/.test(text) && text.includes('"year"'));
}

/** The pages without what the file says is no part of the document, and without running heads and page numbers. */
function withoutFurniture(opened: readonly OpenedPage[]) {
  const pages = opened.map(({ page, tagged }) => ({
    tagged,
    page: { ...page, glyphs: page.glyphs.filter(({ isArtifact }) => !isArtifact) },
  }));
  const { glyphs, texts } = furnitureOf(pages.map(({ page }) => page));
  const bare = pages.map(({ page, tagged }) => ({
    tagged,
    page: { ...page, glyphs: page.glyphs.filter((glyph) => !glyphs.has(glyph)) },
  }));
  return { bare, texts };
}

/**
 * Reads a PDF: by its tags where it has them, by places and rules elsewhere.
 *
 * @throws ReportError `read/damaged`, `read/unsupported` (a scan, a password, no encoding), `read/too-large`, `package/missing`
 */
export async function readPdf(bytes: Uint8Array, file: string, load: LoadPdfEngine): Promise<Reading> {
  const opened = await openPdf(bytes, file, load);
  requireText(
    opened.pages.map(({ page }) => page),
    file,
  );
  const { bare, texts } = withoutFurniture(opened.pages);
  const measure = textMeasure(
    bare.map(({ page }) => ({ page, lines: linesOf(byGrid(page.glyphs, page.grids).outside) })),
  );
  const read = bare.map((one) => readPage(one, measure(one.page), file));
  const blocks = joinPages(read.map((one) => one.blocks));
  const carried = carriedIn(opened);
  const radicals = radicalsIn(bare.flatMap(({ page }) => page.glyphs.map(({ text }) => text)).join(''));
  return {
    blocks: toSource(blocks),
    losses: [
      ...read.flatMap((one) => one.losses),
      ...tableDoubts(blocks, file),
      ...(radicals.length === 0
        ? []
        : [
            loss('interpreted', file, {
              message: '部首字符按同形的汉字读入',
              found: radicals.join(''),
              hint: '不必处理',
            }),
          ]),
      ...besides(
        bare.map(({ page }) => page),
        texts,
        file,
      ),
    ],
    ...(carried !== undefined && { carried }),
    ...(opened.title !== '' && { title: opened.title }),
  };
}
