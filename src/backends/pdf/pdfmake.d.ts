/** The internals of pdfmake 0.3.11, pdfkit 0.19.1 and fontkit 2.0.4 that the PDF back end relies on, and no others. */

declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream';

  interface PdfOptions {
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
  interface Reference {
    readonly id: number;
    readonly data: { [key: string]: unknown };
    compress: boolean;
    end(stream?: Uint8Array): unknown;
  }
  interface PdfDocument extends Readable {
    readonly page: {
      readonly dictionary: Reference;
      readonly annotations: Reference[];
      readonly height: number;
    };
    readonly outline: { readonly dictionary: Reference };
    readonly _root: Reference & { readonly data: { readonly Names: Reference; [key: string]: unknown } };
    /** The file's identifier, written by `_finalize`. */
    _id: Uint8Array;
    addPage(options: object): PdfDocument;
    /** A line of the page's content stream. */
    addContent(line: string): PdfDocument;
    ref(data?: object): Reference;
    /** Calls `endOutline`, `endMarkings` and `endMetadata`, then writes the catalogue. */
    end(): void;
    endOutline(): void;
    endMarkings(): void;
    endMetadata(): void;
    /** Writes the trailer once every object is written. */
    _finalize(): void;
    push(chunk: Uint8Array | null): boolean;
  }
  const exported: {
    default: new (
      fonts: { readonly [family: string]: { readonly normal: string } },
      images: object,
      patterns: object,
      attachments: object,
      options: PdfOptions,
      virtualfs: { existsSync(name: string): boolean; readFileSync(name: string): Uint8Array },
      localAccessPolicy: (path: string) => boolean,
    ) => PdfDocument;
  };
  export = exported;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  const exported: {
    default: new (
      pageSize: { width: number; height: number; orientation: string },
      pageMargins: { left: number; top: number; right: number; bottom: number },
      svgMeasure: object,
    ) => {
      layoutDocument(
        content: readonly object[],
        document: object,
        styles: object,
        defaultStyle: object,
      ): readonly { readonly items: readonly object[] }[];
    };
  };
  export = exported;
}

declare module 'pdfmake/js/Renderer.js' {
  /** Keys that pdfmake does not know reach the renderer as they were given: `left` and `note` on inlines. */
  export interface PdfmakeInline {
    x: number;
    readonly left: number;
    readonly note?: unknown;
  }
  export interface PdfmakeLine {
    readonly inlines: PdfmakeInline[];
  }
  /** A vector or an image; `mark` is ours. */
  export interface PdfmakeMarked {
    readonly mark: unknown;
  }
  const exported: {
    default: new <D extends object>(
      document: D,
    ) => {
      readonly pdfDocument: D;
      /** Calls the document's `addPage` for each page, and one of the methods below for each item. */
      renderPages(pages: readonly object[]): void;
      renderLine(line: PdfmakeLine, x: number, y: number): void;
      renderVector(vector: PdfmakeMarked): void;
      renderImage(image: PdfmakeMarked): void;
    };
  };
  export = exported;
}

declare module 'fontkit' {
  export function registerFormat(format: {
    probe(bytes: Uint8Array): boolean;
    new (stream: { readonly buffer: Uint8Array }): object;
  }): void;
}
