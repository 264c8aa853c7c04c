/**
 * What is asked of pdf.js. It is handed in, because it is a package that users install themselves. Declared here as far as it is used:
 * its own types need those of a browser.
 */
export interface PdfEngine {
  readonly getDocument: (options: { readonly [name: string]: unknown }) => PdfLoading;
  /** The numbers of the operators by their names. */
  readonly OPS: { readonly [name: string]: number };
  /** The folder of predefined encodings. */
  readonly cMaps: string;
  /** Runs a reading so that what the engine leaves behind on damaged files does no harm. */
  readonly guard?: <T>(work: () => Promise<T>) => Promise<T>;
}

export type LoadPdfEngine = () => Promise<PdfEngine>;

export interface PdfLoading {
  readonly promise: Promise<PdfFile>;
  readonly destroy: () => Promise<void>;
}

export interface PdfFile {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPage>;
  readonly getMetadata: () => Promise<{ readonly info: { readonly Title?: unknown; readonly Producer?: unknown } }>;
  readonly getAttachments: () => Promise<{ readonly [key: string]: PdfAttachment } | null>;
  readonly getOptionalContentConfig: () => Promise<PdfLayers>;
}

export interface PdfLayers {
  readonly isVisible: (group: unknown) => boolean;
}

export interface PdfAttachment {
  readonly filename: string;
  readonly content?: Uint8Array;
}

export interface PdfPage {
  readonly getViewport: (options: { readonly scale: number }) => {
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
  };
  readonly getOperatorList: (options: { readonly annotationMode: number }) => Promise<PdfOperators>;
  readonly getAnnotations: () => Promise<readonly PdfAnnotation[]>;
  readonly getStructTree: () => Promise<PdfTag | null>;
  readonly cleanup: () => void;
  /** The fonts. */
  readonly commonObjs: { readonly has: (id: string) => boolean; readonly get: (id: string) => PdfFont };
}

export interface PdfAnnotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly annotationFlags?: number;
  readonly contentsObj?: { readonly str?: string };
  /** What is filled into a field of a form. */
  readonly fieldValue?: unknown;
}

export interface PdfFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

/** The drawing of a page, with the contents of forms in their places and texts as glyphs. */
export interface PdfOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** A glyph of a shown text. Between glyphs there are numbers: thousandths of an em that the next one is moved back. */
export interface PdfGlyph {
  readonly unicode: string;
  /** In thousandths of an em. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** An element of the structure tree, as far as it is on a page, or its content: `p12R_mc3`. */
export interface PdfTag {
  readonly role?: string;
  readonly children?: readonly PdfTag[];
  readonly type?: string;
  readonly id?: string;
}
