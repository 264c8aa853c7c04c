import { operatorsOf } from './file.mjs';

/** ISO 14289-1, 7.1: all that is drawn is either tagged or an artifact, and never both; ISO 32000-1, 14.6 and 8.4.2. */

const PAINTS = new Set('S s f F f* B B* b b* sh Do Tj TJ \' " BI EI'.split(' '));
const STARTS_TEXT = 'BT';

/**
 * Walks a page's content.
 *
 * @param {Buffer} bytes
 * @returns {{ numbers: { number: number, tag: string }[], shown: { font: string, string: Buffer, mark: string, number?: number }[], faults: string[] }}
 *   the marked content by number, every string shown, and what is wrong
 */
export function walkContent(bytes) {
  /** @type {{ tag: string, number?: number }[]} */
  const open = [];
  const numbers = [];
  const shown = [];
  const faults = [];
  let [font, depth, inText] = ['', 0, false];
  const markedAs = () => open.filter(({ tag, number }) => tag === 'Artifact' || number !== undefined);
  const begin = (/** @type {string} */ tag, /** @type {any} */ properties) => {
    const number = properties?.MCID;
    open.push({ tag, number });
    if (number !== undefined) numbers.push({ number, tag });
    if (markedAs().length > 1) faults.push(`${tag} within ${markedAs()[0].tag}`);
  };
  for (const { name, operands } of operatorsOf(bytes)) {
    if (name === 'BMC' || name === 'BDC') begin(String(operands[0]).slice(1), operands[1]);
    else if (name === 'EMC' && open.pop() === undefined) faults.push('EMC without a beginning');
    else if (name === 'q') depth++;
    else if (name === 'Q' && --depth < 0) faults.push('Q without q');
    else if (name === STARTS_TEXT || name === 'ET') {
      if (inText === (name === STARTS_TEXT)) faults.push(`${name} out of turn`);
      inText = name === STARTS_TEXT;
    } else if (name === 'Tf') font = String(operands[0]).slice(1);
    if (PAINTS.has(name) && markedAs().length !== 1) faults.push(`${name} is neither tagged nor an artifact`);
    for (const string of operands.flat().filter(Buffer.isBuffer)) {
      if (/^T[jJ]$/.test(name))
        shown.push({ font, string, mark: markedAs()[0]?.tag ?? '', number: markedAs()[0]?.number });
    }
  }
  if (open.length > 0) faults.push('marked content left open');
  if (depth !== 0 || inText) faults.push('q or BT left open');
  return { numbers, shown, faults };
}

/** @param {import('./file.mjs').File} file */
export function contentFaults({ pages, get }) {
  return pages.flatMap((page, i) => {
    const { numbers, faults } = walkContent(get(page.Contents).bytes);
    const isInOrder = numbers.every(({ number }, k) => number === k);
    return [...faults, ...(isInOrder ? [] : ['marked content not numbered in order'])].map(
      (fault) => `content: page ${i + 1}: ${fault}`,
    );
  });
}
