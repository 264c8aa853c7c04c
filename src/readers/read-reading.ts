import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { LimitOptions } from '../limits/limits-of.js';
import type { LoadWorkbookEngine } from '../workbook/engine.js';
import { type DecodedText, decodeBytes } from './decode-bytes.js';
import { decodeText } from './decode-text.js';
import { proveContent, proveInputSize } from './input-size.js';
import { loss } from './neutral/loss.js';
import type { Reading } from './neutral/reading.js';
import { type ConvertOffice, convertedNote } from './office-files.js';
import type { LoadPdfEngine } from './pdf/pdf-engine.js';
import { type FoundKind, type KindId, kindOfBytes, kindOfText, type UnreadKind } from './source-kinds.js';

/** A file or a text as it is handed in. */
export interface SourceInput {
  /** The bytes of a file, or a text. */
  readonly content: Uint8Array | string;
  /** Its name, for messages; the kind is told by the content first. */
  readonly name: string;
  /** Its kind, if the caller knows it. */
  readonly kind?: KindId;
}

/** What an input is: a text of our own kinds, or a document with its paragraphs and tables. */
export type ReadSourceInput =
  | { readonly kind: 'json' | 'yaml'; readonly text: string }
  | { readonly kind: Exclude<KindId, 'json' | 'yaml'>; readonly reading: Reading };

type DocumentKind = Exclude<KindId, 'json' | 'yaml'>;

/** What readers need besides the input. */
export interface ReaderTools extends LimitOptions {
  /** Loads pdf.js. Without it no PDF is read. */
  readonly loadPdfEngine?: LoadPdfEngine;
  /** Loads the package for spreadsheets. Without it no workbook is read. */
  readonly loadWorkbookEngine?: LoadWorkbookEngine;
  /** Turns files of office programs into Word files. Without it none of them is read. */
  readonly convertOffice?: ConvertOffice;
}

/** A reader of documents. It is loaded when the first of its kind is read. */
type LoadReader = (
  tools: ReaderTools,
) => Promise<(bytes: Uint8Array, text: () => DecodedText, name: string) => Reading | Promise<Reading>>;

/** The readers of documents by kind. A new one is an entry here, and a line in `source-kinds.ts` by which its files are told. */
const READERS: { readonly [K in DocumentKind]: LoadReader } = {
  docx: async () => {
    const { readDocx } = await import('./docx/read-docx.js');
    return (bytes, _, name) => readDocx(bytes, name);
  },
  pdf: async ({ loadPdfEngine }) => {
    const { readPdf } = await import('./pdf/read-pdf.js');
    return (bytes, _, name) => {
      if (loadPdfEngine === undefined) throw unsupported(name, NO_ENGINE);
      return readPdf(bytes, name, loadPdfEngine);
    };
  },
  ofd: async () => {
    const { readOfd } = await import('./ofd/read-ofd.js');
    return (bytes, _, name) => readOfd(bytes, name);
  },
  xlsx: async ({ loadWorkbookEngine }) => {
    const { readXlsx } = await import('./xlsx/read-xlsx.js');
    return (bytes, _, name) => {
      if (loadWorkbookEngine === undefined) throw unsupported(name, NO_BOOK_ENGINE);
      return readXlsx(bytes, name, loadWorkbookEngine);
    };
  },
  html: async () => {
    const { readHtml } = await import('./html/read-html.js');
    return async (_, text, name) => withDamage(await readHtml(text().text, name), text(), name);
  },
  text: async () => {
    const { readPlainText } = await import('./text/read-plain-text.js');
    return (_, text, name) => withDamage(readPlainText(text().text, name), text(), name);
  },
};

/** A PDF where no engine is handed in. */
const NO_ENGINE = { unread: { name: 'PDF', hint: '交给 loadPdfEngine 一个 pdf.js；或用生成它的 Word 文件或网页' } };

/** A workbook where none is handed in. */
const NO_BOOK_ENGINE = {
  unread: { name: 'Excel 工作簿', hint: '交给 loadWorkbookEngine 一个 hucre；或存成 Word 文件' },
};

function noText(name: string): ReportError {
  return new ReportError([diagnostic('read/damaged', { cause: 'text', file: name })]);
}

function unsupported(name: string, found: { readonly unread: UnreadKind }): ReportError {
  return new ReportError([
    diagnostic('read/unsupported', { cause: 'kind', file: name, name: found.unread.name, remedy: found.unread.hint }),
  ]);
}

/** The encoding that a page or an XML text names in its first bytes. */
function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
}

/** The text of an input, decoded once. */
function textIn({ content, name }: SourceInput): () => DecodedText {
  let text: DecodedText | undefined;
  return () => {
    text ??=
      typeof content === 'string'
        ? { text: content, encoding: 'utf-8', damaged: 0 }
        : decodeBytes(content, () => statedEncoding(content));
    if (text === undefined) throw noText(name);
    return text;
  };
}

/** A reading that tells of characters which could not be decoded. */
function withDamage(reading: Reading, { damaged }: DecodedText, name: string): Reading {
  if (damaged === 0) return reading;
  const told = loss('doubtful', { cause: 'damaged-characters', count: damaged }, { file: name });
  return { ...reading, losses: [told, ...reading.losses] };
}

function kindOf(input: SourceInput, text: () => DecodedText): FoundKind {
  if (input.kind !== undefined) return { kind: input.kind };
  const byBytes = typeof input.content === 'string' ? undefined : kindOfBytes(input.content);
  return byBytes ?? kindOfText(text().text, input.name);
}

/** Reads a file of a kind that only an office program knows, as the Word file that the program makes of it. */
async function byOffice(
  { content, name }: SourceInput,
  found: UnreadKind,
  tools: ReaderTools,
): Promise<ReadSourceInput> {
  const { convertOffice } = tools;
  if (found.office === undefined || convertOffice === undefined) throw unsupported(name, { unread: found });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const word = await convertOffice(bytes, found.office, name);
  const read = await READERS.docx(tools);
  const reading = await read(word, () => ({ text: '', encoding: 'utf-8', damaged: 0 }), name);
  return { kind: 'docx', reading: { ...reading, losses: [convertedNote(found, name), ...reading.losses] } };
}

/**
 * Reads an input as what it is, told by its content.
 *
 * @throws ReportError `read/unsupported`, `read/damaged`, `read/too-large`, `package/missing`
 */
export async function readSourceInput(input: SourceInput, tools: ReaderTools = {}): Promise<ReadSourceInput> {
  const { content, name } = input;
  proveContent(content);
  proveInputSize(content.length, name, tools);
  const text = textIn(input);
  const found = kindOf(input, text);
  if ('unread' in found) return byOffice(input, found.unread, tools);
  const { kind } = found;
  // Figures must not become others because a file is in another encoding than it should be.
  if (kind === 'json' || kind === 'yaml')
    return { kind, text: typeof content === 'string' ? content : decodeText(content, name) };
  const read = await READERS[kind](tools);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { kind, reading: await read(bytes, text, name) };
}
