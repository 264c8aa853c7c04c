import { type AnyReport, composeReport, type Document } from '../../src/index.js';
import { bare } from '../readers/fixtures.mjs';

/** What a document shows, without white space: its texts in order, and its tables cell by cell. */
export function shown({ blocks }: Document): readonly unknown[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return bare(block.lines.flat(2).join(''));
      case 'paragraph':
        return bare(block.inlines.map(({ text }) => text).join(''));
      case 'table': {
        const cells = block.cells.map(({ row, column, rowSpan, colSpan, text }) => [
          row,
          column,
          rowSpan,
          colSpan,
          bare(text),
        ]);
        return [block.caption ?? '', cells, block.note?.paragraphs ?? []];
      }
      case 'signoff':
        return [...block.agencies, block.date];
      default:
        return bare(block.text);
    }
  });
}

/** What a report shows; its known mistakes do not matter. */
export function shownBy(report: AnyReport, like: AnyReport = report): readonly unknown[] {
  return shown(composeReport({ ...report, ...(like.waivers && { waivers: like.waivers }) }));
}
