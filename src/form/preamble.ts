/** The key of the text that stands before all sections. */
export const PREAMBLE = 'preamble';
