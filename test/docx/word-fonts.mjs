import { at, descendants, elementsOf } from '../readers/xml.mjs';

/**
 * In which font Word sets each character of a file (ECMA-376, part 1, 17.3.2.26): the run's own font, else its character
 * style's, else its paragraph style's. Characters of Chinese text take the East Asian one, since their runs carry the hint.
 *
 * @typedef {import('../readers/xml.mjs').Element} Element
 * @typedef {Record<string, string>} Slots
 */

/** @param {Element[]} styles @param {string | undefined} id @returns {Slots} */
function styleFonts(styles, id) {
  const style = styles.find(({ attributes }) => attributes['w:styleId'] === id);
  if (style === undefined) return {};
  const base = at(style, 'w:basedOn')?.attributes['w:val'];
  return { ...styleFonts(styles, base), ...at(style, 'w:rPr', 'w:rFonts')?.attributes };
}

/** @param {import('../readers/docx-package.mjs').WordFile} file @returns {Map<string, Set<string>>} */
export function charactersByFont(file) {
  const root = file.xml('word/styles.xml');
  const styles = elementsOf(root, 'w:style');
  const defaults = at(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:rFonts')?.attributes ?? {};
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  const drawn = file.names.filter((name) => /^word\/(document|footer\d+)\.xml$/.test(name));
  for (const paragraph of drawn.flatMap((name) => descendants(file.xml(name), 'w:p'))) {
    const ofParagraph = styleFonts(styles, at(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val']);
    for (const run of descendants(paragraph, 'w:r')) {
      const ofStyle = styleFonts(styles, at(run, 'w:rPr', 'w:rStyle')?.attributes['w:val']);
      const own = at(run, 'w:rPr', 'w:rFonts')?.attributes ?? {};
      const slots = { ...defaults, ...ofParagraph, ...ofStyle, ...own };
      for (const character of descendants(run, 'w:t').flatMap(({ children }) => [...children.join('')])) {
        const isLatin = character <= '\u007f';
        if (!isLatin && own['w:hint'] !== 'eastAsia') throw new Error(`${character} has no hint`);
        const font = slots[isLatin ? 'w:ascii' : 'w:eastAsia'] ?? '';
        found.set(font, (found.get(font) ?? new Set()).add(character));
      }
    }
  }
  return found;
}
