import { visible } from '../diagnostics/problem-text.js';

/** Plain data as JSON in one line, or in several, in which a terminal finds nothing that it would obey. */
export const jsonText = (value: unknown, indent?: number): string => visible(JSON.stringify(value, null, indent));
