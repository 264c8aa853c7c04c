import type { Readable } from 'node:stream';
import pdfmake from 'pdfmake/js/PDFDocument.js';

/**
 * pdfmake's document, imported by its path: pdfmake's front door loads its layout as well. The engines that shape text and break
 * lines are asked for nothing. Loading them takes longer than making a report, so what is built is built without them
 * (`bundle.mjs`), and makes the same files.
 *
 * The types are the internals of pdfmake 0.3.11 and pdfkit 0.19.1 in use here, and no others.
 */

export interface PdfOptions {
  readonly size: readonly [number, number];
  readonly pdfVersion: string;
  readonly lang: string;
  readonly displayTitle: boolean;
  readonly autoFirstPage: false;
  readonly compress: false;
  readonly info: { readonly [key: string]: string | Date };
  readonly font: null;
}
export interface Reference {
  readonly id: number;
  readonly data: { [key: string]: unknown };
  end(stream?: Uint8Array): unknown;
}
export interface PdfDocument extends Readable {
  readonly info: { [key: string]: string | Date };
  readonly page: {
    readonly dictionary: Reference;
    readonly annotations: Reference[];
    /** The fonts that the page may set, by name. */
    readonly fonts: { [name: string]: { readonly id: number } };
    /** The pictures that it may draw, and the states of graphics that it may set, likewise. */
    readonly xobjects: { [name: string]: { readonly id: number } };
    readonly ext_gstates: { [name: string]: { readonly id: number } };
    readonly height: number;
    /** The page's content stream, which is ended with the page. */
    readonly content: Reference;
    /** Adds to the page's content stream. */
    write(operators: Uint8Array): unknown;
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
  /** What has an entry has a number: its index and one. The packer knows where objects are. */
  readonly _offsets: (number | null)[];
  /** Counts an object as written. */
  _refEnd(reference: Reference): void;
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

export const PDFDocument = (pdfmake as { readonly default: PdfDocumentClass }).default;
