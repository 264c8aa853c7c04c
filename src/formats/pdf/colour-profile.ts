import { type MakeObject, makeStream, type PdfReference, textString } from './objects.js';

const NAME = 'sRGB IEC61966-2.1';

/** Writes which colours a file means (ISO 19005-2, 6.2.3): colours are given in red, green and blue. */
export function writeColourProfile(profile: Uint8Array, make: MakeObject): PdfReference {
  const intent = make({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: textString(NAME),
    OutputConditionIdentifier: textString(NAME),
    // The length is set by `makeStream`; here it keeps the place where files have always had it.
    DestOutputProfile: makeStream({ Length: 0, N: 3 }, profile, make),
  });
  intent.end();
  return intent;
}
