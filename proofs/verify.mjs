import { composeReport, parseReport, renderDocument, verifyReport } from 'nianbao';
import { styles } from '../test/readers/other-sources.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';

// Reports made by chance, published in every format and as what becomes of pages in other hands: what nobody changed is the same, and any
// one change that shows is found.

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

/** The sentences of a text in which something shows. */
const sentencesOf = (/** @type {string} */ text) => (text.match(/[^。；]+[。；]?/g) ?? []).filter(shows);

/** Of a list the one that chance picks; undefined if it is empty. @param {readonly any[]} all @param {number} chance */
const picked = (all, chance) => all[chance % all.length];

const sentence = { kind: 'paragraph', inlines: [{ kind: 'text', text: '另外受理申请5件。' }], path: [] };

/** A small table that nobody has signed. */
const extra = {
  kind: 'table',
  path: [],
  description: '另表',
  widths: [1, 1, 1],
  rows: 3,
  headRows: 1,
  cells: Array.from({ length: 9 }, (_, i) => ({
    row: Math.floor(i / 3),
    column: i % 3,
    rowSpan: 1,
    colSpan: 1,
    role: i < 3 ? 'head' : i % 3 === 0 ? 'stub' : 'text',
    text: `另${i}`,
    path: [],
  })),
};

/** A table with two of its rows in each other's place, so that something else shows; undefined if there are none. */
function swappedRows(/** @type {any} */ table, /** @type {number} */ chance) {
  const own = (/** @type {number} */ row) => table.cells.filter((/** @type {any} */ cell) => cell.row === row);
  const shape = (/** @type {number} */ row) =>
    own(row).map((/** @type {any} */ { role, rowSpan, colSpan, column }) =>
      [role === 'noted' ? 'figure' : role, rowSpan, colSpan, column].join(),
    );
  const said = (/** @type {number} */ row) =>
    own(row)
      .map((/** @type {any} */ { text }) => text)
      .join('|');
  const pairs = Array.from({ length: table.rows - 1 }, (_, row) => row).filter(
    (row) => row >= table.headRows && shape(row).join(';') === shape(row + 1).join(';') && said(row) !== said(row + 1),
  );
  const row = picked(pairs, chance);
  if (row === undefined) return undefined;
  const moved = (/** @type {any} */ cell) =>
    cell.row === row ? { ...cell, row: row + 1 } : cell.row === row + 1 ? { ...cell, row } : cell;
  const cells = table.cells
    .map(moved)
    .toSorted((/** @type {any} */ a, /** @type {any} */ b) => a.row - b.row || a.column - b.column);
  return { ...table, cells };
}

/** A table with its last row once more. */
const longer = (/** @type {any} */ table) => ({
  ...table,
  rows: table.rows + 1,
  cells: [
    ...table.cells,
    ...Array.from({ length: table.widths.length }, (_, column) => ({
      row: table.rows,
      column,
      rowSpan: 1,
      colSpan: 1,
      role: column === 0 ? 'stub' : 'text',
      text: column === 0 ? '另行' : '7',
      path: [],
    })),
  ],
});

/** The documents with one change each. @param {any} document @param {number} chance */
function changed(document, chance) {
  const { blocks } = document;
  const put = (/** @type {any} */ old, /** @type {any[]} */ ...other) =>
    old === undefined || other.includes(undefined)
      ? undefined
      : { ...document, blocks: blocks.toSpliced(blocks.indexOf(old), 1, ...other) };
  const of = (/** @type {string} */ kind) => blocks.filter((/** @type {any} */ block) => block.kind === kind);
  const table = picked(of('table'), chance);
  const text = picked(
    of('paragraph').filter((/** @type {any} */ { inlines }) => shows(inlines[0].text)),
    chance,
  );
  const [heading, title, signoff] = [picked(of('heading'), chance), of('title')[0], of('signoff')[0]];
  const another = (/** @type {string} */ one) => altered(one, chance);
  /** A table with another text in a cell of some kinds. */
  const cellOf = (/** @type {string[]} */ ...roles) => {
    const holds = (/** @type {any} */ { role, text }) => roles.includes(role) && shows(text);
    const place = picked(
      of('table').flatMap((/** @type {any} */ one) =>
        one.cells.filter(holds).map((/** @type {any} */ cell) => [one, cell]),
      ),
      chance,
    );
    if (place === undefined) return undefined;
    const [whole, cell] = place;
    const from = cell.role === 'noted' ? cell.text.replace(/（.*$/su, '').length : 0;
    const told = cell.text.slice(0, from) + another(cell.text.slice(from));
    return put(whole, {
      ...whole,
      cells: whole.cells.map((/** @type {any} */ one) => (one === cell ? { ...one, text: told } : one)),
    });
  };
  const [first, ...inlines] = text.inlines;
  const noted = picked(
    of('table').filter((/** @type {any} */ { note }) => note),
    chance,
  );
  const captioned = picked(
    of('table').filter((/** @type {any} */ { caption }) => caption),
    chance,
  );
  const whole = picked(
    of('paragraph').filter((/** @type {any} */ { inlines }) => sentencesOf(inlines.at(-1).text).length > 1),
    chance,
  );
  /** The sentences at the end of a paragraph, one of which is another or gone. */
  const sentences = (/** @type {(one: string) => string[]} */ become) => {
    if (whole === undefined) return undefined;
    const last = whole.inlines.at(-1);
    const all = sentencesOf(last.text);
    const at = chance % all.length;
    const told = { ...last, text: all.toSpliced(at, 1, ...become(all[at])).join('') };
    return put(whole, { ...whole, figures: [], inlines: whole.inlines.with(-1, told) });
  };
  const words = title.lines.flat(2).join('');
  return {
    'a figure': cellOf('figure'),
    'the note of a figure': cellOf('noted'),
    'a label': cellOf('stub', 'head'),
    'a band or a corner': cellOf('band', 'note', 'stubhead'),
    'a text in a table': cellOf('text'),
    'a word': put(text, { ...text, figures: [], inlines: [{ ...first, text: another(first.text) }, ...inlines] }),
    'a heading': put(heading, { ...heading, figures: [], text: another(heading.text) }),
    'the title': put(title, { ...title, lines: [[[another(words)]]] }),
    'the date': signoff && put(signoff, { ...signoff, date: another(signoff.date) }),
    'an agency':
      signoff && put(signoff, { ...signoff, agencies: [another(signoff.agencies[0]), ...signoff.agencies.slice(1)] }),
    'a note below a table':
      noted &&
      put(noted, {
        ...noted,
        note: {
          ...noted.note,
          paragraphs: [another(noted.note.paragraphs[0]), ...noted.note.paragraphs.slice(1)],
          figures: undefined,
        },
      }),
    'a caption': captioned && put(captioned, { ...captioned, caption: another(captioned.caption) }),
    'rows that have changed places': put(table, swappedRows(table, chance)),
    'a row more': put(table, longer(table)),
    'a table less': put(table),
    'a table more': put(table, table, extra),
    'a paragraph less': put(text),
    'a paragraph more': put(text, text, sentence),
    'a sentence of several less': sentences(() => []),
    'a sentence of several changed': sentences((one) => [another(one)]),
    'a sentence of several twice': sentences((one) => [one, one]),
    'a sentence more': put(text, { ...text, inlines: [...text.inlines, { kind: 'text', text: '另外受理5件。' }] }),
    'a sign-off less': signoff && put(signoff),
  };
}

const decoded = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);
const stripped = (/** @type {string} */ html) =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<(\w+)\s[^>]*>/g, (_, name) => `<${name}>`);

/**
 * How a document is published: as a file of a format, and as what becomes of a page in other hands.
 *
 * @type {{ readonly [name: string]: { readonly extension: string, readonly seeds: number, readonly times: number, readonly publish: (document: any) => Promise<Uint8Array | string> } }}
 */
const WAYS = {
  html: { extension: 'html', seeds: 8, times: 2, publish: (one) => renderDocument(one, { format: 'html' }) },
  'html in a site': {
    extension: 'html',
    seeds: 6,
    times: 1,
    publish: async (one) => {
      const fragment = decoded(await renderDocument(one, { format: 'html', html: { fragment: true } }));
      return styles['page of a CMS'].around(fragment, '年报');
    },
  },
  'html stripped': {
    extension: 'html',
    seeds: 6,
    times: 1,
    publish: async (one) => stripped(decoded(await renderDocument(one, { format: 'html' }))),
  },
  docx: { extension: 'docx', seeds: 8, times: 1, publish: (one) => renderDocument(one, { format: 'docx' }) },
  pdf: { extension: 'pdf', seeds: 2, times: 1, publish: (one) => renderDocument(one, { format: 'pdf' }) },
  ofd: { extension: 'ofd', seeds: 2, times: 1, publish: (one) => renderDocument(one, { format: 'ofd' }) },
};

for (const [way, { extension, seeds, times, publish }] of Object.entries(WAYS)) {
  const faults = { same: [], found: [] };
  for (let seed = 1; seed <= seeds; seed++) {
    const report = parseReport(madeReport(seed));
    const document = composeReport(report);
    const verify = async (/** @type {any} */ one) =>
      verifyReport(await publish(one), report, { name: `年报.${extension}` });
    const { differences } = await verify(document);
    faults.same.push(...differences.map(({ found, expected }) => `seed ${seed}: ${found} / ${expected}`));
    for (let i = 0; i < times; i++) {
      for (const [what, other] of Object.entries(changed(document, seed * 7919 + i * 104_729))) {
        if (other && (await verify(other)).isSame) faults.found.push(`seed ${seed}: ${what}`);
      }
    }
  }
  await check(`${way}: what nobody changed is the same`, () => faults.same);
  await check(`${way}: any one change is found`, () => faults.found);
}
finish();
