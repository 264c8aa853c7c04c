import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFont } from '../readers/pdf-fonts.mjs';
import { walkContent } from './clauses/content.mjs';
import { textOf } from './clauses/file.mjs';
import { readElements } from './clauses/structure.mjs';

/**
 * The tags of a document as they ought to be, and as they are found in a file: by our own reader, which sees each element
 * once, and by pdf.js, which sees each page's.
 *
 * @typedef {{ type: string, text?: string, links?: string[], alt?: string, scope?: string, rowSpan?: number, colSpan?: number, summary?: string, kids?: Tagged[] }} Tagged
 */

const SCOPES = { band: 'Column', stubhead: 'Column', note: 'Column', head: 'Column', stub: 'Row', serial: 'Row' };

/** @param {any} cell @returns {Tagged} */
function expectedCell({ role, text, rowSpan, colSpan }) {
  const scope = /** @type {Record<string, string>} */ (SCOPES)[role];
  return {
    type: scope ? 'TH' : 'TD',
    text,
    ...(scope && { scope }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(colSpan > 1 && { colSpan }),
  };
}

/** @param {any} table @returns {Tagged} */
function expectedTable({ caption, description, rows, headRows, cells }) {
  const lines = Array.from({ length: rows }, (_, row) => ({
    type: 'TR',
    kids: cells.filter((/** @type {any} */ cell) => cell.row === row).map(expectedCell),
  }));
  const kids = [
    ...(caption === undefined ? [] : [{ type: 'Caption', text: caption }]),
    ...(headRows > 0 ? [{ type: 'THead', kids: lines.slice(0, headRows) }] : []),
    { type: 'TBody', kids: lines.slice(headRows) },
  ];
  return { type: 'Table', summary: description, kids };
}

/** @param {any} block @param {boolean} inSection whether a section has begun @returns {Tagged[]} */
function expectedBlock(block, inSection) {
  const inlines = block.inlines ?? [];
  const links = inlines.filter((/** @type {any} */ { kind }) => kind === 'link');
  switch (block.kind) {
    case 'title':
      return [{ type: 'H1', text: block.lines.flat(2).join('') }];
    case 'heading':
      return [{ type: block.level === 2 && inSection ? 'H3' : 'H2', text: block.text }];
    case 'paragraph': {
      const head = inlines[0]?.kind === 'lead' ? inlines[0] : undefined;
      const rest = inlines.slice(head ? 1 : 0);
      const text = {
        type: 'P',
        text: rest.map((/** @type {any} */ { text }) => text).join(''),
        ...(links.length > 0 && { links: links.map((/** @type {any} */ { text }) => text) }),
      };
      return [
        ...(head ? [{ type: inSection ? 'H3' : 'H2', text: head.text }] : []),
        ...(rest.length > 0 ? [text] : []),
      ];
    }
    case 'table':
      return [
        expectedTable(block),
        ...(block.note?.paragraphs ?? []).map((/** @type {string} */ text) => ({ type: 'P', text })),
      ];
    case 'addressee':
      return [{ type: 'P', text: block.text }];
    default:
      return [...block.agencies, block.date].map((text) => ({ type: 'P', text }));
  }
}

/** Spaces at the ends of lines are not drawn. @param {Tagged} tagged @returns {Tagged} */
const withoutSpaces = ({ text, kids, links, ...facts }) => ({
  ...facts,
  ...(text !== undefined && { text: text.replace(/\s/g, '') }),
  ...(links && { links }),
  ...(kids && { kids: kids.map(withoutSpaces) }),
});

/** What the seal over a sign-off ought to be, after name and date. */
const SEAL = { type: 'Figure', text: '', alt: '印章' };

/** The tags a document ought to have. @param {any} document @param {boolean} [isSealed] @returns {Tagged} */
export function expectedTags({ blocks }, isSealed = false) {
  const first = blocks.findIndex((/** @type {any} */ { kind, level }) => kind === 'heading' && level === 1);
  const kids = blocks.flatMap((/** @type {any} */ block, /** @type {number} */ i) =>
    expectedBlock(block, i > first && first >= 0),
  );
  return withoutSpaces({ type: 'Document', kids: isSealed ? [...kids, SEAL] : kids });
}

/** The text of each stretch of content, by page and number; of artifacts, by page. @param {import('./clauses/file.mjs').File} file */
export function contentTexts({ pages, pageIds, get }) {
  /** @type {Map<string, string>} */
  const tagged = new Map();
  const artifacts = pages.map((page, i) => {
    const fonts = get(get(page.Resources).Font) ?? {};
    const readers = Object.fromEntries(
      Object.entries(fonts).map(([key, ref]) => [key, readFont(get(ref), /** @type {any} */ ({ resolve: get }))]),
    );
    let artifact = '';
    for (const { font, string, mark, number } of walkContent(get(page.Contents).bytes).shown) {
      const text = readers[font]
        .decode(string)
        .map((glyph) => glyph.text)
        .join('');
      const key = `${pageIds[i]} ${number}`;
      if (mark === 'Artifact') artifact += text;
      else tagged.set(key, (tagged.get(key) ?? '') + text);
    }
    return artifact;
  });
  return { tagged, artifacts };
}

const ROWS = new Set(['Document', 'Table', 'THead', 'TBody', 'TR']);

/** The tags a file has, each element once. @param {import('./clauses/file.mjs').File} file @returns {Tagged} */
export function readTags(file) {
  const { tagged } = contentTexts(file);
  const own = (/** @type {any} */ { content }) =>
    content.map((/** @type {any} */ { page, number }) => tagged.get(`${page} ${number}`) ?? '').join('');
  /** Content and links in the order of the element's kids. @param {any} element */
  const textIn = (element) => {
    let text = '';
    const [content, kids] = [[...element.content], [...element.kids]];
    for (const kid of [file.get(element.dict.K) ?? []].flat()) {
      const value = file.get(kid);
      if (typeof value === 'number' || value?.Type === '/MCR') text += own({ content: content.splice(0, 1) });
      else if (value?.S) text += own(kids.shift());
    }
    return text;
  };
  /** @param {any} element @returns {Tagged} */
  const read = (element) => {
    const { Summary, Scope, RowSpan, ColSpan } = element.dict.A ?? {};
    const { Alt } = element.dict;
    const links = element.kids.filter((/** @type {any} */ { type }) => type === 'Link').map(own);
    return {
      type: element.type,
      ...(Alt && { alt: textOf(Alt) }),
      ...(Summary && { summary: textOf(Summary) }),
      ...(Scope && { scope: Scope.slice(1) }),
      ...(RowSpan && { rowSpan: RowSpan }),
      ...(ColSpan && { colSpan: ColSpan }),
      ...(ROWS.has(element.type) ? { kids: element.kids.map(read) } : { text: textIn(element) }),
      ...(links.length > 0 && { links }),
    };
  };
  return withoutSpaces(read(readElements(file).root));
}

/** The innermost elements with text, each with the types above it. @param {Tagged} tagged @returns {{ path: string, text: string }[]} */
export function leavesOf({ type, text, kids }, above = '') {
  const path = `${above}/${type}`;
  if (kids) return kids.flatMap((kid) => leavesOf(kid, path));
  return text ? [{ path, text }] : [];
}

/**
 * The innermost elements of each page as pdf.js has them: one over two pages comes twice.
 *
 * @param {Uint8Array} bytes
 */
export async function leavesByPdfjs(bytes) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const leaves = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    /** @type {Map<string, string>} */
    const texts = new Map();
    let open = '';
    for (const item of items) {
      if ('str' in item) texts.set(open, (texts.get(open) ?? '') + item.str);
      else open = item.id ?? '';
    }
    const textIn = (/** @type {any} */ node) =>
      node.role ? node.children.map(textIn).join('') : (node.type === 'content' && texts.get(node.id)) || '';
    const walk = (/** @type {any} */ node, /** @type {string} */ path) => {
      const here = `${path}/${node.role}`;
      if (ROWS.has(node.role)) for (const child of node.children) walk(child, here);
      else leaves.push({ path: here, text: textIn(node).replace(/\s/g, '') });
    };
    for (const child of (await page.getStructTree())?.children ?? []) walk(child, '');
  }
  await loading.destroy();
  return leaves;
}

/** Joins the parts of elements that stand on two pages, as far as the expected ones go. @param {{ path: string, text: string }[]} leaves @param {{ path: string, text: string }[]} expected */
export function joined(leaves, expected) {
  /** @type {{ path: string, text: string }[]} */
  const found = [];
  for (const { path, text } of leaves) {
    const [last, whole] = [found.at(-1), expected[found.length - 1]];
    const goesOn =
      last && whole && last.path === path && last.text !== whole.text && whole.text.startsWith(last.text + text);
    if (goesOn) last.text += text;
    else found.push({ path, text });
  }
  return found;
}
