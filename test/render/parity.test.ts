import mammoth from 'mammoth';
import { type FormatId, formats } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTexts } from '../readers/docx-text.mjs';
import { htmlText, untagged } from '../readers/html-page.mjs';
import { ofdTexts, ofdTextsUntagged } from '../readers/ofd-pages.mjs';
import { comparePages, textsWithoutNumbers } from '../readers/parity.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { readWithPdfjs } from '../readers/pdf-js.mjs';
import { rendered, reports } from './reports.js';

// Whatever the format: what is read back is the text of the document, all of it, nothing else, in the same order.

/** Two independent readers for each format. Each gives the text page by page; a Word file has no pages and counts as one. */
const readers: { readonly [F in FormatId]: Record<string, (bytes: Uint8Array) => Promise<readonly string[]>> } = {
  pdf: {
    'pdf.js': async (bytes) => textsWithoutNumbers((await readWithPdfjs(bytes)).pages),
    'our own reader': async (bytes) => textsWithoutNumbers(readPdf(bytes).pages),
  },
  docx: {
    mammoth: async (bytes) => [(await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value],
    'our own reader': async (bytes) => [docxTexts(openDocx(bytes)).join('\n')],
  },
  html: {
    htmlparser2: async (bytes) => [htmlText(bytes)],
    'no tags': async (bytes) => [untagged(bytes)],
  },
  ofd: {
    'our own reader': async (bytes) => ofdTexts(bytes),
    'no tags': async (bytes) => ofdTextsUntagged(bytes),
  },
};

test('every format of the registry is read by two readers', () => {
  for (const format of Object.keys(formats) as FormatId[]) expect(Object.keys(readers[format] ?? {})).toHaveLength(2);
});

describe.each(Object.keys(formats) as FormatId[])('%s', (format) => {
  describe.each(Object.entries(readers[format]))('as %s reads it', (_, read) => {
    test.each(reports)('$name', async (report) => {
      expect(comparePages(await read(await rendered(report, format)), report.document)).toEqual([]);
    });
  });
});
