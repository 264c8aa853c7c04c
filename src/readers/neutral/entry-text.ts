import { spaceless } from '../../characters/spaceless.js';

const ORDINAL = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．）)])/u;

/** A line of a table of contents without spaces, and without the leaders and the page number at its end. */
export const entryText = (text: string): string => spaceless(text).replace(/(?:[.．·…]{3,}|…{2,})\d{0,3}$/u, '');

/** The same without the number of the heading that it names, which not every table of contents has. */
export const entryWithoutNumber = (text: string): string => entryText(text).replace(ORDINAL, '');
