import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { readBytes } from '../../files.js';
import { deflate } from './deflate.js';

/**
 * pdfmake's document, loaded without the engines that shape text and break lines: both are done elsewhere, and loading them
 * takes longer than making a report. Its files are run as `require` runs them, with nothing in the place of those engines, for
 * this module alone: whoever imports pdfmake themselves gets all of it. Streams are deflated by `deflate.ts`.
 *
 * The types are the internals of pdfmake 0.3.11 and pdfkit 0.19.1 that the back end relies on, and no others.
 */

export interface PdfOptions {
  readonly size: readonly [number, number];
  readonly pdfVersion: string;
  readonly subset: string;
  readonly lang: string;
  readonly displayTitle: boolean;
  readonly autoFirstPage: false;
  readonly compress: boolean;
  readonly info: { readonly [key: string]: string | Date };
  readonly font: null;
}
export interface Reference {
  readonly id: number;
  readonly data: { [key: string]: unknown };
  compress: boolean;
  end(stream?: Uint8Array): unknown;
}
export interface PdfDocument extends Readable {
  readonly page: {
    readonly dictionary: Reference;
    readonly annotations: Reference[];
    /** The fonts that the page may set, by name. */
    readonly fonts: { [name: string]: { readonly id: number } };
    /** The pictures that it may draw, and the states of graphics that it may set, likewise. */
    readonly xobjects: { [name: string]: { readonly id: number } };
    readonly ext_gstates: { [name: string]: { readonly id: number } };
    readonly height: number;
    /** Adds to the page's content stream. */
    write(operators: string): unknown;
  };
  readonly outline: { readonly dictionary: Reference };
  readonly _root: Reference & { readonly data: { readonly Names: Reference; [key: string]: unknown } };
  /** The document information, made by `end`. */
  readonly _info: { readonly id: number };
  /** Begins a page that is turned over by `addContent`, so that lengths run downwards. */
  addPage(options: object): PdfDocument;
  /** A line of the page's content stream; the turning of pages comes this way too. */
  addContent(line: string): PdfDocument;
  ref(data?: object): Reference;
  /** Ends the last page, calls `endOutline`, `endMarkings` and `endMetadata`, then writes the catalogue. */
  end(): void;
  endOutline(): void;
  endMarkings(): void;
  endMetadata(): void;
  /** Writes a piece of the file: two of its head, then each object as it is ended, as `createPacker` takes it. */
  _write(piece: string | Uint8Array): void;
  /** Writes the trailer once every object is written. */
  _finalize(): void;
}
type PdfDocumentClass = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: PdfOptions,
  virtualfs: null,
  localAccessPolicy: (path: string) => boolean,
) => PdfDocument;

type Require = (name: string) => unknown;

/** The engines, and what files are encrypted with. */
const UNUSED = new Set(['fontkit', 'linebreak', '@noble/ciphers/aes', '@noble/hashes/sha2', '@noble/hashes/utils']);

/** Runs a CommonJS file, whose own imports are found by `find`. */
function run(path: string, find: (here: NodeJS.Require) => Require): unknown {
  const module = { exports: {} };
  const code = `${readBytes(path).toString('utf8')}\n//# sourceURL=${path}`;
  const body = new Function('module', 'exports', 'require', '__dirname', code);
  body(module, module.exports, find(createRequire(path)), path.replace(/[\\/][^\\/]*$/, ''));
  return module.exports;
}

/** What pdfkit gets instead of what it asks for: nothing for what is unused, and our effort for what it deflates by. */
const withoutEngines = (here: NodeJS.Require) => (name: string) => {
  if (name === 'zlib') return { deflateSync: deflate };
  return UNUSED.has(name) ? {} : here(name);
};
const withLeanPdfkit = (here: NodeJS.Require) => (name: string) =>
  name === 'pdfkit' ? run(here.resolve(name), withoutEngines) : here(name);

const require = createRequire(import.meta.url);
const loaded = run(require.resolve('pdfmake/js/PDFDocument.js'), withLeanPdfkit);

export const PDFDocument = (loaded as { readonly default: PdfDocumentClass }).default;
