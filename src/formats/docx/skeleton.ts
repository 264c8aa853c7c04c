import type { BaseXmlComponent } from 'docx';
import { remembered } from '../../memo/remembered.js';
import { xmlOf } from './written.js';

/**
 * `docx` makes every element of the pages, and each kind of it once: an element of some options is made empty, written, and cut
 * before the tags where content goes. What differs from report to report, texts and the elements inside, is put in at the cuts.
 * They are made while there is no text but names of styles and fonts, in which no tag can stand: no text is taken for a cut.
 */

/** Kinds that are kept of one sort of element. A report has some forty in all; rows, the largest, take 4 kB each. */
const KINDS = 500;

/** Puts contents in at the cuts, in their order. Contents are XML. */
export type Fill = (...contents: readonly string[]) => string;

/**
 * A sort of element: what fills an element of given options, which must be plain data.
 *
 * @param ends the tags before which content goes, as a regular expression
 */
export function skeleton<O extends readonly unknown[]>(
  ends: string,
  make: (...options: O) => BaseXmlComponent,
): (...options: O) => Fill {
  const cut = new RegExp(`(?=${ends})`);
  return remembered(KINDS, (...options: O): Fill => {
    const [first = '', ...rest] = xmlOf(make(...options)).split(cut);
    return (...contents) => first + rest.map((piece, i) => (contents[i] ?? '') + piece).join('');
  });
}
