import { once } from '../../memo/once.js';
import { deflate } from './deflate.js';
import { type MakeObject, makeDeflated, type PdfReference, textString } from './objects.js';

const NAME = 'sRGB IEC61966-2.1';

/** The profile of all files is one. */
const deflated = once((profile: Uint8Array) => deflate(profile));

/** Writes which colours a file means (ISO 19005-2, 6.2.3): colours are given in red, green and blue. */
export function writeColourProfile(profile: Uint8Array, make: MakeObject): PdfReference {
  const intent = make({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: textString(NAME),
    OutputConditionIdentifier: textString(NAME),
    DestOutputProfile: makeDeflated({ N: 3 }, deflated(profile), make),
  });
  intent.end();
  return intent;
}
