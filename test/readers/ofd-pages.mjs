import { strFromU8, unzipSync } from 'fflate';
import { at, descendants, elementsOf, parseXml } from './xml.mjs';

/**
 * An OFD file as its parts and what stands on its pages, read by nothing of the library (GB/T 33190-2016). Lengths in millimetres from
 * the top left corner of the page.
 *
 * @typedef {{ text: string, x: number, y: number, size: number, font: string }} Character `y` is the baseline
 * @typedef {import('./xml.mjs').Element} Element
 * @typedef {{ id: string, root: Element, name: string }} OfdPage
 */

const numbers = (/** @type {string | undefined} */ text) => (text ?? '').split(' ').filter(Boolean).map(Number);

/** The text of an element. @param {Element | undefined} element */
export const textOf = (element) => (element?.children ?? []).filter((child) => typeof child === 'string').join('');

/** @param {Uint8Array} bytes */
export function openOfd(bytes) {
  const parts = unzipSync(bytes);
  const xml = (/** @type {string} */ name) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part ${name}`);
    return parseXml(strFromU8(part));
  };
  const document = xml('Doc_0/Document.xml');
  const pages = elementsOf(/** @type {Element} */ (at(document, 'ofd:Pages'))).map(({ attributes }) => {
    const name = `Doc_0/${attributes.BaseLoc}`;
    return { id: attributes.ID ?? '', name, root: xml(name) };
  });
  return { names: Object.keys(parts), parts, xml, document, pages };
}

/** The characters of a page in their order. @param {OfdPage} page @returns {Character[][]} those of each object */
export const objectsOf = ({ root }) =>
  descendants(root, 'ofd:TextObject').map((object) => {
    const [left = 0, top = 0] = numbers(object.attributes.Boundary);
    return elementsOf(object, 'ofd:TextCode').flatMap((code) => {
      const { X, Y, DeltaX } = code.attributes;
      const steps = numbers(DeltaX);
      let x = left + Number(X);
      return Array.from(textOf(code), (text, i) => {
        if (i > 0) x += steps[i - 1] ?? Number.NaN;
        const font = object.attributes.Font ?? '';
        return { text, x, y: top + Number(Y), size: Number(object.attributes.Size), font };
      });
    });
  });

/** The text of each page but the page number, which is drawn last. @param {Uint8Array} bytes */
export const ofdTexts = (bytes) =>
  openOfd(bytes).pages.map((page) => {
    const characters = objectsOf(page).flat();
    const foot = characters.at(-1)?.y;
    return characters
      .filter(({ y }) => y !== foot)
      .map(({ text }) => text)
      .join('');
  });

/** The same by no parser: what is left when everything between brackets is taken away. @param {Uint8Array} bytes */
export const ofdTextsUntagged = (bytes) => {
  const { pages, parts } = openOfd(bytes);
  return pages.map(({ name }) => {
    const lines = strFromU8(parts[name] ?? new Uint8Array()).match(/<ofd:TextCode.*?<\/ofd:TextCode>/gs) ?? [];
    const texts = lines.map((line) =>
      line
        .replace(/<[^>]*>/g, '')
        .replace(
          /&(lt|gt|quot|amp);/g,
          (_, one) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[/** @type {'lt'} */ (one)],
        ),
    );
    return texts.join('').replace(/— ?\d+ ?—$/, '');
  });
};
