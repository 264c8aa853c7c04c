import { fromBase64 } from '../../bytes/base64.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { hiddenText } from '../neutral/hidden-text.js';
import { longTable, wideRow } from '../neutral/long-table.js';
import { loss } from '../neutral/loss.js';
import { descendants, type Element, parseHtml } from '../neutral/markup.js';
import type { Reading } from '../neutral/reading.js';
import { tooLong } from '../neutral/within-bounds.js';
import { htmlBlocks } from './html-blocks.js';

const CARRIED = /^data:application\/json;base64,/;

/** The JSON that a page of ours carries as a download. */
function carriedIn(root: Element): string | undefined {
  const link = descendants(root, 'a').find(
    ({ attributes: { download, href = '' } }) => download !== undefined && CARRIED.test(href),
  );
  const bytes = link && fromBase64((link.attributes.href ?? '').replace(CARRIED, ''));
  return bytes && new TextDecoder().decode(bytes);
}

/** Reads a web page, or HTML pasted from Word. */
export function readHtml(html: string, file: string): Reading {
  const root = parseHtml(html);
  const losses: Diagnostic[] = [];
  let pictures = 0;
  const blocks = htmlBlocks(root, {
    hidden: (text, at) => {
      losses.push(hiddenText(text, at, file, '网页不显示它；确属报告的，请补进报告'));
    },
    long: (rows, at) => {
      losses.push(longTable(rows, at, file));
    },
    wide: (cells, at) => {
      losses.push(wideRow(cells, at, file));
    },
    beyond: (text, at) => {
      losses.push(tooLong(text, at, file));
    },
    picture: () => {
      pictures += 1;
    },
  });
  if (pictures > 0) {
    losses.push(
      loss('left-out', file, {
        message: '图片里的文字和数字读不出',
        found: `${pictures} 幅图片`,
        hint: '表格是图片的，须按原件填写',
      }),
    );
  }
  const [title] = descendants(root, 'title');
  const text = title?.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const carried = carriedIn(root);
  return { blocks, losses, ...(carried !== undefined && { carried }), ...(text && { title: text }) };
}
