import { docxFaults } from '../readers/docx-lint.mjs';
import { at, descendants, elementsOf } from '../readers/xml.mjs';
import { directFaults } from './direct-formatting.mjs';

/**
 * All that our own lint looks for in a Word file, beyond what it shares with other checks of the repository.
 *
 * @typedef {import('../readers/xml.mjs').Element} Element
 * @typedef {import('../readers/docx-package.mjs').WordFile} WordFile
 */

const isXml = (/** @type {string} */ name) => /\.(xml|rels)$/.test(name);
const isDrawn = (/** @type {string} */ name) => /^word\/(document|(header|footer)\d+)\.xml$/.test(name);
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Characters that XML 1.0 cannot carry, written out or as a number. @param {WordFile} file */
function characterFaults(file) {
  return file.names.filter(isXml).flatMap((name) => {
    const text = file.text(name);
    const written = FORBIDDEN.test(text) || /\uFFFD/.test(text) ? [`${name} holds a forbidden character`] : [];
    const numbered = [...text.matchAll(/&#(x[\da-f]+|\d+);/gi)]
      .map(([, digits]) => String.fromCodePoint(Number(digits?.replace(/^x/i, '0x'))))
      .filter((character) => FORBIDDEN.test(character));
    return [...written, ...numbered.map(() => `${name} holds a forbidden character as a number`)];
  });
}

/** Fields must be opened, parted and closed in turn, and carry a result. @param {Element} part @param {string} name */
function fieldFaults(part, name) {
  let open = 0;
  const faults = descendants(part, 'w:fldSimple')
    .filter((field) => descendants(field, 'w:t').every(({ children }) => children.length === 0))
    .map(() => `${name} has a field without a result`);
  for (const { attributes } of descendants(part, 'w:fldChar')) {
    if (attributes['w:dirty'] !== undefined) faults.push(`${name} has a field that asks to be updated`);
    open += { begin: 1, separate: 0, end: -1 }[attributes['w:fldCharType'] ?? ''] ?? Number.NaN;
    if (!(open >= 0)) faults.push(`${name} has a field that is not opened`);
  }
  return faults;
}

/** @param {WordFile} file */
function numberingFaults(file) {
  const part = file.names.includes('word/numbering.xml') ? file.xml('word/numbering.xml') : undefined;
  const defined = new Set(part ? elementsOf(part, 'w:num').map(({ attributes }) => attributes['w:numId']) : []);
  const used = [...file.names.filter(isDrawn), 'word/styles.xml'].flatMap((name) =>
    descendants(file.xml(name), 'w:numId').map(({ attributes }) => attributes['w:val']),
  );
  return used.filter((id) => !defined.has(id)).map((id) => `the numbering ${id} is not defined`);
}

/** Styles that lead to styles nobody defines, and two of one id or name. @param {WordFile} file */
function styleFaults(file) {
  const styles = elementsOf(file.xml('word/styles.xml'), 'w:style');
  const ids = styles.map(({ attributes }) => attributes['w:styleId']);
  const names = styles.map((style) => at(style, 'w:name')?.attributes['w:val']);
  const led = styles.flatMap((style) =>
    ['w:basedOn', 'w:next', 'w:link'].flatMap((name) => at(style, name)?.attributes['w:val'] ?? []),
  );
  const twice = [ids, names].flatMap((list) => list.filter((one, i) => list.indexOf(one) !== i));
  return [
    ...led.filter((id) => !ids.includes(id)).map((id) => `a style leads to ${id}, which is not defined`),
    ...twice.map((one) => `two styles are called ${one}`),
  ];
}

/** Fonts that are named and stand in no font table: word processors ask for them. @param {WordFile} file */
function fontFaults(file) {
  const known = descendants(file.xml('word/fontTable.xml'), 'w:font').map(({ attributes }) => attributes['w:name']);
  const parts = [...file.names.filter(isDrawn), 'word/styles.xml'].map((name) => file.xml(name));
  const named = parts.flatMap((part) =>
    descendants(part, 'w:rFonts').flatMap(({ attributes }) =>
      ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].flatMap((slot) => attributes[slot] ?? []),
    ),
  );
  return [...new Set(named)]
    .filter((name) => !known.includes(name))
    .map((name) => `the font ${name} is not in the table`);
}

/** Relationships of parts that are not drawn must lead somewhere as well. @param {WordFile} file */
function relationFaults(file) {
  return file.names
    .filter((name) => isXml(name) && !name.endsWith('.rels') && !isDrawn(name))
    .flatMap((name) => {
      const relations = file.relationships(name);
      const used = [...file.text(name).matchAll(/ r:id="([^"]*)"/g)].map(([, id]) => id);
      return [
        ...used
          .filter((id) => !relations.some((one) => one.id === id))
          .map((id) => `${name} refers to ${id}, which is not there`),
        ...relations
          .filter(({ target }) => !file.names.includes(target))
          .map(({ target }) => `${name} refers to ${target}, which is not there`),
      ];
    });
}

/** @param {WordFile} file @returns {string[]} */
export function wordFaults(file) {
  const drawn = file.names.filter(isDrawn);
  const pictures = drawn.flatMap((name) =>
    descendants(file.xml(name), 'wp:docPr').map(({ attributes }) => attributes.id),
  );
  return [
    ...docxFaults(file),
    ...characterFaults(file),
    ...drawn.flatMap((name) => fieldFaults(file.xml(name), name)),
    ...numberingFaults(file),
    ...styleFaults(file),
    ...fontFaults(file),
    ...relationFaults(file),
    ...pictures.filter((id, i) => pictures.indexOf(id) !== i).map((id) => `two pictures have the id ${id}`),
    ...drawn.flatMap((name) => directFaults(file.xml(name), name)),
  ];
}
