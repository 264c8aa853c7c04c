/** Share of a face's em box above the baseline: in all faces alike, whatever their files say. */
export const ASCENT = 0.88;
