import { type Read, read, type TextOptions } from '../index.js';

/** Reads a report from the bytes of a file of any kind, with what of a look concerns reading. */
export const readBytesWith = (
  bytes: Uint8Array,
  name: string,
  { forms = [], templates, limits }: TextOptions,
): Promise<Read> =>
  read(bytes, { name, forms, ...(templates !== undefined && { templates }), ...(limits && { limits }) });
