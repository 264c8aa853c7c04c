import type { Reading } from '../neutral/reading.js';
import { openPdf } from './open-pdf.js';
import type { LoadPdfEngine } from './pdf-engine.js';
import { readDrawn } from './read-drawn.js';

/**
 * Reads a PDF.
 *
 * @throws ReportError `read/damaged`, `read/unsupported` (a scan, a password, no encoding), `read/too-large`, `package/missing`
 */
export async function readPdf(bytes: Uint8Array, file: string, load: LoadPdfEngine): Promise<Reading> {
  return readDrawn(await openPdf(bytes, file, load), file);
}
