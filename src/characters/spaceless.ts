/** A text without white space of any kind, as texts are compared that are set with gaps and line ends that mean nothing. */
export const spaceless = (text: string): string => text.replace(/\s+/gu, '');
