import type { ByteSink } from '../../bytes/byte-sink.js';
import { deflate } from './deflate.js';

/**
 * PDF objects as pdfkit writes them: a `string` is a name, a `String` a text, a `Buffer` a hexadecimal string, an object a dictionary.
 */
export type PdfValue =
  | PdfReference
  | PdfText
  | string
  | number
  | boolean
  | Date
  | Buffer
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue };

export type PdfText = InstanceType<typeof String>;

/** An indirect object. It is written when it is ended, and must be ended. */
export interface PdfReference {
  readonly id: number;
  readonly data: { [key: string]: unknown };
  /** Ends the object. With bytes it is a stream of just these. */
  end(stream?: Uint8Array): unknown;
}

/** Makes an indirect object. */
export type MakeObject = (data: { readonly [key: string]: PdfValue }) => PdfReference;

/** A fast path for what a file has many of: objects that are written as they stand in it, and need a number and nothing else of pdfkit's. */
export interface ObjectWriter {
  /** The number of a further object. */
  readonly nextNumber: () => number;
  /** Where an object is to be written, as it stands in the file, before the next is begun. */
  readonly begin: (number: number) => ByteSink;
  /** Writes a stream, its dictionary as it stands in the file. */
  readonly stream: (number: number, dictionary: string, bytes: Uint8Array) => void;
}

/** UTF-16 with the higher byte first, in hexadecimal. */
export const utf16Hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A text as it stands in the file (ISO 32000-1, 7.9.2.2). */
export const textLiteral = (text: string): string => `<feff${utf16Hex(text)}>`;

/** A text, as opposed to a name. */
export function textString(text: string): PdfText {
  return new String(text);
}

/** Makes a stream of what is deflated, and ends it. */
export function makeDeflated(
  data: { readonly [key: string]: PdfValue },
  deflated: Uint8Array,
  make: MakeObject,
): PdfReference {
  const stream = make({ ...data, Length: deflated.length, Filter: 'FlateDecode' });
  stream.end(deflated);
  return stream;
}

/**
 * Makes a stream of its own, deflated, and ends it. pdfkit is told to compress nothing: it has zlib's usual effort and no setting
 * for another.
 */
export const makeStream = (
  data: { readonly [key: string]: PdfValue },
  bytes: Uint8Array,
  make: MakeObject,
): PdfReference => makeDeflated(data, deflate(bytes), make);
