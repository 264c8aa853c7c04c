import type { ByteTools } from '../bytes/byte-tools.js';

/** What formats are given by whoever runs them. */
export interface Platform extends ByteTools {
  /** The ICC profile of sRGB, which a PDF carries. Only the PDF format asks for it. */
  readonly colourProfile: () => Uint8Array;
}
