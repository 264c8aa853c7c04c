import { deflateRawSync, deflateSync } from 'node:zlib';
import { fitting } from '../../bytes/window.js';

/**
 * What is deflated here is contents of pages, maps of characters and small objects: repeats are close by. Outlines of glyphs are packed
 * elsewhere (`packed-font.ts`). The next level takes a fifth longer for three percent fewer bytes of this, which are a tenth of a file.
 */
const [EFFORT, WINDOW] = [3, 13];

/** Compresses bytes for `FlateDecode`. */
export const deflate = (bytes: Uint8Array): Buffer =>
  deflateSync(bytes, { level: EFFORT, ...fitting(bytes.length, WINDOW) });

/** Compresses bytes that are put into a stream with others. */
export const deflateRaw = (bytes: Uint8Array): Buffer =>
  deflateRawSync(bytes, { level: EFFORT, ...fitting(bytes.length, WINDOW) });
