import { reachable } from './docx-package.mjs';
import { slotsOf } from './docx-text.mjs';
import { at, descendants, elementsOf } from './xml.mjs';

/**
 * What no validator reports and word processors stumble over.
 *
 * @typedef {import('./xml.mjs').Element} Element
 * @typedef {import('./docx-package.mjs').WordFile} WordFile
 */

/** @param {Element} table */
function tableFaults(table) {
  const grid = elementsOf(/** @type {Element} */ (at(table, 'w:tblGrid')), 'w:gridCol');
  const rows = elementsOf(table, 'w:tr').map(slotsOf);
  return rows.flatMap((slots, r) => {
    const width = slots.reduce((sum, { colSpan }) => sum + colSpan, 0);
    const orphans = slots.filter(
      ({ merge, column, colSpan }) =>
        merge === 'continue' &&
        !rows[r - 1]?.some((above) => above.merge && above.column === column && above.colSpan === colSpan),
    );
    return [
      ...(slots.length === 0 ? [`row ${r} has no cell`] : []),
      ...(slots.length > 0 && width !== grid.length ? [`row ${r} covers ${width} of ${grid.length} columns`] : []),
      ...orphans.map(({ column }) => `row ${r}: the merged cell at ${column} continues none`),
      ...slots
        .filter(({ element }) => elementsOf(element).at(-1)?.name !== 'w:p')
        .map(({ column }) => `row ${r}: the cell at ${column} ends without a paragraph`),
    ];
  });
}

/** @param {WordFile} file @param {string[]} parts */
function styleFaults(file, parts) {
  const defined = new Set(elementsOf(file.xml('word/styles.xml'), 'w:style').map((s) => s.attributes['w:styleId']));
  const used = parts.flatMap((part) =>
    ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
      descendants(file.xml(part), name).map((element) => element.attributes['w:val']),
    ),
  );
  return [...new Set(used)].filter((id) => !defined.has(id)).map((id) => `the style ${id} is not defined`);
}

/** @param {WordFile} file @param {string[]} parts */
function relationshipFaults(file, parts) {
  return parts.flatMap((part) => {
    const relationships = file.relationships(part);
    const ids = new Set(relationships.map(({ id }) => id));
    const used = [...file.text(part).matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id);
    const links = relationships.filter(({ external }) => external);
    return [
      ...used.filter((id) => !ids.has(id)).map((id) => `${part} refers to ${id}, which is not there`),
      ...links
        .filter(({ target }) => !/^(https?|mailto):/.test(target))
        .map(({ target }) => `a link leads to ${target}`),
      ...relationships
        .filter(({ target, external }) => !external && !file.names.includes(target))
        .map(({ target }) => `${part} refers to ${target}, which is not there`),
    ];
  });
}

/** @param {WordFile} file */
function contentTypeFaults(file) {
  const types = file.xml('[Content_Types].xml');
  const defaults = elementsOf(types, 'Default').map(({ attributes }) => attributes.Extension);
  const overrides = elementsOf(types, 'Override').map(({ attributes }) => attributes.PartName.slice(1));
  return [
    ...overrides
      .filter((name) => !file.names.includes(name))
      .map((name) => `a type is given for ${name}, which is not there`),
    ...file.names
      .filter((name) => name !== '[Content_Types].xml' && !overrides.includes(name))
      .filter((name) => !defaults.includes(name.split('.').at(-1) ?? ''))
      .map((name) => `${name} has no type`),
  ];
}

/** @param {WordFile} file */
function fieldFaults(file, /** @type {string[]} */ parts) {
  return parts.flatMap((part) => {
    const count = (/** @type {string} */ type) =>
      descendants(file.xml(part), 'w:fldChar').filter((field) => field.attributes['w:fldCharType'] === type).length;
    return count('begin') === count('end') ? [] : [`${part} has a field that is not closed`];
  });
}

/** @param {WordFile} file @returns {string[]} */
export function docxFaults(file) {
  const found = reachable(file);
  const drawn = file.names.filter((name) => /^word\/(document|footer\d+|header\d+)\.xml$/.test(name));
  const document = file.xml('word/document.xml');
  return [
    ...descendants(document, 'w:tbl').flatMap(tableFaults),
    ...styleFaults(file, drawn),
    ...relationshipFaults(file, drawn),
    ...contentTypeFaults(file),
    ...fieldFaults(file, drawn),
    ...file.names.filter((name) => !found.has(name)).map((name) => `nothing leads to ${name}`),
  ];
}
