import { composeReport, parseReport, renderDocument, verifyReport } from 'nianbao';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';

// Reports made by chance, published in every format: what nobody changed is the same, and any one change of a word, a figure, a row or a
// paragraph is found.

const SEEDS = { html: 30, docx: 20, pdf: 3 };
const CHANGES = 3;

/** A text with another character or digit at a place where something shows. @param {string} text @param {number} chance */
function altered(text, chance) {
  const all = [...text];
  const seen = all.flatMap((character, i) => (/[\p{L}\p{N}]/u.test(character) ? [i] : []));
  const at = seen[chance % seen.length];
  const other = (/** @type {string} */ one) =>
    /\d/.test(one) ? String((Number(one) + 1) % 10) : one === '甲' ? '乙' : '甲';
  return all.map((character, i) => (i === at ? other(character) : character)).join('');
}

const shows = (/** @type {string} */ text) => /[\p{L}\p{N}]/u.test(text);

/** The documents with one change each. @param {any} document @param {number} chance */
function changed(document, chance) {
  const { blocks } = document;
  const put = (/** @type {number} */ at, /** @type {any[]} */ ...put) => ({
    ...document,
    blocks: blocks.toSpliced(at, 1, ...put),
  });
  const tables = blocks.flatMap((/** @type {any} */ block, /** @type {number} */ at) =>
    block.kind === 'table' ? [at] : [],
  );
  const texts = blocks.flatMap((/** @type {any} */ block, /** @type {number} */ at) =>
    block.kind === 'paragraph' && shows(block.inlines[0].text) ? [at] : [],
  );
  const [table, text] = [tables[chance % tables.length], texts[chance % texts.length]];
  const { cells } = blocks[table];
  const full = cells.filter((/** @type {any} */ cell) => shows(cell.text));
  const cell = full[chance % full.length];
  const [first, ...inlines] = blocks[text].inlines;
  const added = { kind: 'paragraph', inlines: [{ kind: 'text', text: '另外受理申请5件。' }], path: [] };
  return {
    'a cell': put(table, {
      ...blocks[table],
      cells: cells.map((/** @type {any} */ one) => (one === cell ? { ...one, text: altered(one.text, chance) } : one)),
    }),
    'a word': put(text, {
      ...blocks[text],
      figures: [],
      inlines: [{ ...first, text: altered(first.text, chance) }, ...inlines],
    }),
    'a paragraph less': put(text),
    'a paragraph more': put(text, blocks[text], added),
    'a table less': put(table),
  };
}

for (const [format, seeds] of Object.entries(SEEDS)) {
  const faults = { same: [], found: [] };
  for (let seed = 1; seed <= seeds; seed++) {
    const report = parseReport(madeReport(seed));
    const document = composeReport(report);
    const verify = async (/** @type {any} */ one) =>
      verifyReport(await renderDocument(one, { format }), report, { name: `年报.${format}` });
    const { differences } = await verify(document);
    faults.same.push(...differences.map(({ found, expected }) => `seed ${seed}: ${found} / ${expected}`));
    for (let i = 0; i < (format === 'pdf' ? 1 : CHANGES); i++) {
      for (const [what, other] of Object.entries(changed(document, seed * 7919 + i * 104_729))) {
        if ((await verify(other)).isSame) faults.found.push(`seed ${seed}: ${what}`);
      }
    }
  }
  await check(`${format}: what nobody changed is the same`, () => faults.same);
  await check(`${format}: any one change is found`, () => faults.found);
}
finish();
