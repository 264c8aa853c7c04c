import { SEAL_TEXT } from '../../model/finish.js';
import { descendants, type Element, elementsOf } from '../neutral/markup.js';

/** What a drawing shows that is no text of the file: a picture, a chart, a diagram. */
const SHOWN = ['blip', 'chart', 'relIds', 'imagedata', 'OLEObject'];

/** A seal says what it is, and holds nothing that is read. */
const isSeal = (drawing: Element): boolean =>
  descendants(drawing, 'docPr').some(({ attributes }) => attributes.descr === SEAL_TEXT);

/** The number of pictures in a document. Of the alternatives of a drawing the last shows the same to older programs. */
export function picturesIn(element: Element): number {
  return elementsOf(element).reduce((sum, child) => {
    if (child.name === 'Fallback' || child.name === 'del') return sum;
    if (!['drawing', 'pict', 'object'].includes(child.name)) return sum + picturesIn(child);
    const shows = SHOWN.some((name) => descendants(child, name).length > 0);
    return sum + (shows && !isSeal(child) ? 1 : 0);
  }, 0);
}
