import { createHash } from 'node:crypto';

/**
 * The identifier of a file: 32 digits that follow from all that stands before its cross-reference stream. PDF proposes MD5 for it and leaves it
 * open (ISO 32000-1, 14.4); processors have instructions for SHA-1, which takes less than half the time.
 */
export const identifierOf = (before: Uint8Array): string =>
  createHash('sha1').update(before).digest('hex').slice(0, 32);
