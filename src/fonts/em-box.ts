/** The share of the em box above the baseline. It is the same for all faces, whatever their files say. */
export const ASCENT = 0.88;
