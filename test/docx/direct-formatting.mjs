import { at, descendants, elementsOf } from '../readers/xml.mjs';

/**
 * All that a paragraph, a run or a part of a table may be given beside its style. Whatever else is formatted by hand, a style
 * could carry. docs/word.md has the reason for each.
 *
 * @typedef {import('../readers/xml.mjs').Element} Element
 * @type {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>}
 */
const ALLOWED = {
  // A heading's own keeping is its style's; rows of a table and the last lines before the sign-off are kept by place.
  'w:pPr': { 'w:pStyle': ['w:val'], 'w:keepNext': [], 'w:spacing': ['w:before', 'w:after'], 'w:jc': ['w:val'] },
  'w:rPr': { 'w:rStyle': ['w:val'], 'w:rFonts': ['w:eastAsia', 'w:hint'], 'w:spacing': ['w:val'] },
  'w:tblPr': {
    'w:tblStyle': ['w:val'],
    'w:tblW': ['w:type', 'w:w'],
    'w:tblLayout': ['w:type'],
    'w:tblCellMar': [],
    'w:tblLook': ['w:firstRow', 'w:firstColumn', 'w:noHBand', 'w:noVBand', 'w:lastRow', 'w:lastColumn', 'w:val'],
    'w:tblCaption': ['w:val'],
    'w:tblDescription': ['w:val'],
  },
  'w:trPr': { 'w:cantSplit': [], 'w:tblHeader': [], 'w:trHeight': ['w:val', 'w:hRule'] },
  'w:tcPr': {
    'w:tcW': ['w:type', 'w:w'],
    'w:gridSpan': ['w:val'],
    'w:vMerge': ['w:val'],
    'w:tcMar': [],
    'w:vAlign': ['w:val'],
    'w:shd': ['w:val', 'w:color', 'w:fill'],
  },
};

/** Alignments that are set by hand in one way only: addresses that Word does not break, and cells, in which WPS reads no style. */
const ONLY = { 'w:jc': 'left', 'w:vAlign': 'center' };

/** @param {Element} root @param {string} part */
export function directFaults(root, part) {
  const set = Object.entries(ALLOWED).flatMap(([holder, properties]) =>
    descendants(root, holder)
      .flatMap((element) => elementsOf(element))
      .flatMap(({ name, attributes }) => {
        const allowed = properties[name];
        const only = ONLY[/** @type {keyof typeof ONLY} */ (name)];
        if (allowed === undefined || (only !== undefined && attributes['w:val'] !== only))
          return [`${name} in ${holder}`];
        return Object.keys(attributes).flatMap((key) =>
          allowed.includes(key) ? [] : [`${key} of ${name} in ${holder}`],
        );
      }),
  );
  const bare = descendants(root, 'w:p').filter((paragraph) => at(paragraph, 'w:pPr', 'w:pStyle') === undefined);
  const bareTables = descendants(root, 'w:tbl').filter((table) => at(table, 'w:tblPr', 'w:tblStyle') === undefined);
  return [
    ...[...new Set(set)].map((what) => `${part}: ${what} is formatted by hand`),
    ...bare.map(() => `${part}: a paragraph has no style`),
    ...bareTables.map(() => `${part}: a table has no style`),
  ];
}
