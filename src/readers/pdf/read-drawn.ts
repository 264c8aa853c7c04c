import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Reading } from '../neutral/reading.js';
import { annotationLosses } from './annotations.js';
import { linesOf } from './glyph-lines.js';
import { joinPages } from './join-pages.js';
import type { OpenedFile, OpenedPage } from './opened-file.js';
import { withOverhang } from './overhanging.js';
import type { Measure, PageBlock } from './page-block.js';
import { byGrid, pageBlocks, tableNames } from './page-blocks.js';
import { framesOf } from './page-frames.js';
import { furnitureOf } from './page-furniture.js';
import { columnLosses, fileLosses, pageLosses, requireText } from './pdf-losses.js';
import { taggedBlocks } from './tagged-blocks.js';
import { textMeasures } from './text-measure.js';
import { tableDoubts, toSource } from './to-source.js';

/** Names the places of paragraphs, counted on each page. */
function withPlaces(pages: readonly ReadPage[]): readonly (readonly PageBlock[])[] {
  const counts = new Map<number, number>();
  return pages.map(({ blocks, page }) =>
    blocks.map((block) => {
      if (block.kind === 'table') return block;
      const count = (counts.get(page) ?? 0) + 1;
      counts.set(page, count);
      return { ...block, at: `第${page}页第${count}段` };
    }),
  );
}

interface ReadPage {
  readonly page: number;
  readonly blocks: readonly PageBlock[];
  readonly losses: readonly Diagnostic[];
}

/** What a part of a page holds. @param name gives the next table of the page its name */
function readPage({ page, tagged }: OpenedPage, measure: Measure, file: string, name: () => string): ReadPage {
  const byTags = taggedBlocks(page, tagged, measure, name);
  const blocks = byTags?.blocks ?? pageBlocks(page, measure, name);
  return { page: page.number, blocks, losses: pageLosses(page, byTags?.left ?? '', file) };
}

/** Pages as they are read one after the other: those with columns in parts, if their tags do not give the order. */
function inParts(pages: readonly OpenedPage[]): readonly OpenedPage[] {
  const untagged = pages.filter(({ tagged }) => tagged.length === 0);
  const frames = framesOf(untagged.map(({ page }) => page));
  const framesBy = new Map(untagged.map((one, i) => [one, frames[i] ?? []]));
  return pages.flatMap((one) => framesBy.get(one)?.map((page) => ({ ...one, page: withOverhang(page) })) ?? [one]);
}

/** The names of tables by the pages that they are on. */
function namesByPage(): (page: number) => () => string {
  const names = new Map<number, () => string>();
  return (page) => {
    const name = names.get(page) ?? tableNames(page);
    names.set(page, name);
    return name;
  };
}

const decoder = new TextDecoder();

/** The report that a file of our own carries: an object with a year. */
const carriedIn = (attached: readonly Uint8Array[]): string | undefined =>
  attached.map((bytes) => decoder.decode(bytes)).find((text) => /^\s*\{/.test(text) && text.includes('"year"'));

/** The pages with fewer glyphs. */
const only = (opened: readonly OpenedPage[], counts: (glyph: OpenedPage['page']['glyphs'][number]) => boolean) =>
  opened.map((one) => ({ ...one, page: { ...one.page, glyphs: one.page.glyphs.filter(counts) } }));

/**
 * Reads what is drawn in a file: by its tags where it has them, by places and rules elsewhere.
 *
 * @throws ReportError `read/unsupported` if there is no text, or none with an encoding
 */
export function readDrawn(opened: OpenedFile, file: string): Reading {
  requireText(
    opened.pages.map(({ page }) => page),
    file,
  );
  const document = only(opened.pages, ({ isArtifact }) => !isArtifact);
  const furniture = furnitureOf(document.map(({ page }) => page));
  const bare = inParts(only(document, (glyph) => !furniture.glyphs.has(glyph)));
  const pages = bare.map(({ page }) => page);
  const measures = textMeasures(
    pages.map((page) => ({ page, lines: linesOf(byGrid(page.glyphs, page.grids).outside) })),
  );
  const names = namesByPage();
  const read = bare.map((one, i) => readPage(one, measures[i] as Measure, file, names(one.page.number)));
  const blocks = joinPages(withPlaces(read));
  const carried = carriedIn(opened.attached);
  return {
    blocks: toSource(blocks),
    losses: [
      ...read.flatMap((one) => one.losses),
      ...columnLosses(
        pages.map(({ number }) => number),
        file,
      ),
      ...tableDoubts(blocks, file),
      ...opened.pages.flatMap(({ over, page }) => annotationLosses(over, page, file)),
      ...fileLosses(pages, furniture.texts, file),
    ],
    ...(carried !== undefined && { carried }),
    ...(opened.title !== '' && { title: opened.title }),
  };
}
