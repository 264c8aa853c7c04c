import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LoadPdfEngine } from '../readers/pdf/pdf-engine.js';
import { guardRejections } from './guard-rejections.js';
import { optional } from './optional.js';

/** pdf.js, loaded when it is first asked for, with its tables of the encodings that Chinese files name instead of carrying them. */
export const loadPdfEngine: LoadPdfEngine = () =>
  optional(['pdfjs-dist@5.4.296'], async () => {
    const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const folder = dirname(createRequire(import.meta.url ?? __filename).resolve('pdfjs-dist/package.json'));
    return { getDocument, OPS, cMaps: join(folder, 'cmaps/'), guard: guardRejections };
  });
