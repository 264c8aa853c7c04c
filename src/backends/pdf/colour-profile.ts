import { createRequire } from 'node:module';
import { readBytes } from '../../files.js';
import { type MakeObject, makeStream, type PdfReference, textString } from './objects.js';

const require = createRequire(import.meta.url);
/** The profile that pdfkit ships: it is pinned beside pdfmake, whose document stands on it. */
const PROFILE = require.resolve('pdfkit/js/data/sRGB_IEC61966_2_1.icc');
const NAME = 'sRGB IEC61966-2.1';

let bytes: Buffer | undefined;

/** Writes which colours a file means (ISO 19005-2, 6.2.3): colours are given in red, green and blue. */
export function writeColourProfile(make: MakeObject): PdfReference {
  bytes ??= readBytes(PROFILE);
  const intent = make({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: textString(NAME),
    OutputConditionIdentifier: textString(NAME),
    // The length is set by `makeStream`; here it keeps the place where files have always had it.
    DestOutputProfile: makeStream({ Length: 0, N: 3 }, bytes, make),
  });
  intent.end();
  return intent;
}
