import type { BaseXmlComponent } from 'docx';
import { remembered } from '../../memo/remembered.js';
import { xmlOf } from './written.js';

/**
 * Every element of the pages is made by `docx`, once for each set of options: the element is made empty, serialised, and split before
 * the tags where content goes. Texts and inner elements, which differ between reports, are inserted there. At the time of the split the
 * only text is names of styles and fonts, which contain no tags, so the split cannot be wrong.
 */

/** Skeletons to keep per kind of element. A report has about forty in all; rows, the largest, take 4 kB each. */
export const KINDS = 500;

/** Inserts contents, which are XML, in order. */
export type Fill = (...contents: readonly string[]) => string;

/**
 * Makes skeletons of one kind of element. Options must be plain data.
 *
 * @param ends a regular expression for the tags before which content goes
 */
export function skeleton<O extends readonly unknown[]>(
  ends: string,
  make: (...options: O) => BaseXmlComponent | string,
): (...options: O) => Fill {
  const cut = new RegExp(`(?=${ends})`);
  return remembered(KINDS, (...options: O): Fill => {
    const made = make(...options);
    const [first = '', ...rest] = (typeof made === 'string' ? made : xmlOf(made)).split(cut);
    const [last = ''] = rest;
    if (rest.length === 1) return (content = '') => first + content + last;
    return (...contents) => first + rest.map((piece, i) => (contents[i] ?? '') + piece).join('');
  });
}
