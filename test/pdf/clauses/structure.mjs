import { walkContent } from './content.mjs';
import { listOf, textOf } from './file.mjs';

/** The structure tree and the way back to it: ISO 32000-1, 14.7; ISO 14289-1, 7.1 and 7.4. */

const INNER = {
  Document: /^(H[123]|P|Table|Figure)$/,
  Figure: /^$/,
  H1: /^$/,
  H2: /^$/,
  H3: /^$/,
  P: /^Link$/,
  Link: /^$/,
  Table: /^(Caption|THead|TBody)$/,
  Caption: /^$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TR: /^T[HD]$/,
  TH: /^$/,
  TD: /^$/,
};

/** @param {any} box */
const isBox = (box) => Array.isArray(box) && box.length === 4 && box[0] < box[2] && box[1] < box[3];
const isElement = (/** @type {any} */ kid) => kid?.S !== undefined;

/**
 * The elements with their kids and content.
 *
 * @typedef {{ id: number, type: string, dict: any, kids: Element[], content: { page: number, number: number }[], areas: number[] }} Element
 * @param {import('./file.mjs').File} file
 * @returns {{ root: Element | undefined, all: Element[], faults: string[] }}
 */
export function readElements({ catalogue, get }) {
  /** @type {string[]} */
  const faults = [];
  /** @type {Element[]} */
  const all = [];
  const read = (/** @type {any} */ ref, /** @type {number} */ parent) => {
    const dict = get(ref);
    /** @type {Element} */
    const element = { id: ref.ref, type: String(dict.S).slice(1), dict, kids: [], content: [], areas: [] };
    all.push(element);
    if (dict.P?.ref !== parent) faults.push(`${element.type} names another parent`);
    for (const kid of listOf(dict.K)) {
      const value = get(kid);
      if (typeof value === 'number') element.content.push({ page: dict.Pg?.ref, number: value });
      else if (value?.Type === '/MCR') element.content.push({ page: value.Pg.ref, number: value.MCID });
      else if (value?.Type === '/OBJR') element.areas.push(value.Obj.ref);
      else if (isElement(value)) element.kids.push(read(kid, ref.ref));
      else faults.push(`${element.type} has a kid of no kind`);
    }
    return element;
  };
  const tree = get(catalogue.StructTreeRoot);
  const [first, ...others] = listOf(get(tree?.K));
  if (first === undefined || others.length > 0) return { root: undefined, all, faults: ['no single root'] };
  return { root: read(first, catalogue.StructTreeRoot.ref), all, faults };
}

/** @param {import('./file.mjs').File} file */
export function structureFaults(file) {
  const { get } = file;
  const { root, all, faults } = readElements(file);
  const wrong = all.flatMap(({ type, kids }) => {
    const inner = /** @type {Record<string, RegExp>} */ (INNER)[type];
    if (inner === undefined) return [`unknown type ${type}`];
    return kids.filter((kid) => !inner.test(kid.type)).map((kid) => `${kid.type} within ${type}`);
  });
  const empty = all.filter(
    ({ type, content }) => /^(H[123]|P|Link|Caption|Figure)$/.test(type) && content.length === 0,
  );
  const untold = all.filter(
    ({ type, dict }) => type === 'Figure' && (!textOf(dict.Alt ?? '') || !isBox(get(dict.A)?.BBox)),
  );
  const levels = (root?.kids ?? []).flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  const skips = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
  return [
    ...faults,
    ...wrong,
    ...(root?.type === 'Document' ? [] : ['the root is no Document']),
    ...empty.map(({ type }) => `a ${type} without content`),
    ...untold.map(() => 'a Figure without words for it or without its place'),
    ...(levels.filter((level) => level === 1).length === 1 && levels[0] === 1 ? [] : ['not one H1 in front']),
    ...skips.map((level) => `an H${level} below a heading two levels up`),
  ].map((fault) => `structure: ${fault}`);
}

/** ParentTree and marked content, both ways. @param {import('./file.mjs').File} file */
export function parentTreeFaults(file) {
  const { catalogue, pages, pageIds, objects, get } = file;
  const { all } = readElements(file);
  const tree = get(catalogue.StructTreeRoot);
  const numbers = get(tree?.ParentTree)?.Nums ?? [];
  const keys = numbers.filter((/** @type {any} */ _, /** @type {number} */ i) => i % 2 === 0);
  const parents = new Map(
    keys.map((/** @type {number} */ key, /** @type {number} */ i) => [key, get(numbers[2 * i + 1])]),
  );
  const owners = new Map(
    all.flatMap(({ id, content }) => content.map(({ page, number }) => [`${page} ${number}`, id])),
  );
  const references = all.flatMap(({ content }) => content.length).reduce((a, b) => a + b, 0);
  const marked = pages.map((page) => walkContent(get(page.Contents).bytes).numbers);
  /** @type {string[]} */
  const faults = [];
  for (const [i, page] of pages.entries()) {
    const row = parents.get(page.StructParents);
    if (!Array.isArray(row)) faults.push(`page ${i + 1} is not in the tree`);
    else if (row.length !== marked[i].length) faults.push(`page ${i + 1} has other content than the tree`);
    for (const { number, tag } of marked[i]) {
      const owner = owners.get(`${pageIds[i]} ${number}`);
      if (owner === undefined) faults.push(`page ${i + 1}: content ${number} belongs to no element`);
      else if (row?.[number]?.ref !== owner) faults.push(`page ${i + 1}: content ${number} leads to another element`);
      else if (objects.get(owner).S !== `/${tag}`) faults.push(`page ${i + 1}: content ${number} is tagged otherwise`);
    }
  }
  const total = marked.reduce((sum, page) => sum + page.length, 0);
  if (owners.size !== references || owners.size !== total) faults.push('elements name content that is not there');
  if (keys.some((/** @type {number} */ key, /** @type {number} */ i) => i > 0 && key <= keys[i - 1]))
    faults.push('keys out of order');
  if (!(tree?.ParentTreeNextKey > Math.max(...keys))) faults.push('the next key is taken');
  return faults.map((fault) => `parent tree: ${fault}`);
}

/** Links and their areas: ISO 14289-1, 7.18. @param {import('./file.mjs').File} file */
export function linkFaults(file) {
  const { catalogue, pages, get } = file;
  const { all } = readElements(file);
  const links = all.filter(({ type }) => type === 'Link');
  const owners = new Map(all.flatMap(({ id, type, areas }) => areas.map((area) => [area, { id, type }])));
  const numbers = get(get(catalogue.StructTreeRoot)?.ParentTree)?.Nums ?? [];
  const parentOf = (/** @type {number} */ key) =>
    numbers[numbers.findIndex((/** @type {any} */ n, /** @type {number} */ i) => i % 2 === 0 && n === key) + 1];
  const areas = pages.flatMap((page) =>
    (page.Annots ?? []).map((/** @type {any} */ area) => ({ page, id: area.ref, ...get(area) })),
  );
  const faults = areas.flatMap(({ page, id, Subtype, Contents, F, A, StructParent, Rect }) => {
    const owner = owners.get(id);
    const address = textOf(get(A)?.URI);
    const [, , width, height] = page.MediaBox;
    const [left, bottom, right, top] = Rect;
    /** @type {[unknown, string][]} */
    const clauses = [
      [Subtype === '/Link' && get(A)?.S === '/URI', 'is no link'],
      [owner?.type === 'Link', 'belongs to no Link'],
      [owner && parentOf(StructParent)?.ref === owner.id, 'is not found from its StructParent'],
      [textOf(Contents) !== '', 'has no Contents'],
      [F === 4, 'is not just printed'],
      [/^(https?:\/\/|mailto:)[!-~]+$/.test(address), `leads to ${address}`],
      [
        0 <= left && left < right && right <= width && 0 <= bottom && bottom < top && top <= height,
        'lies off the page',
      ],
    ];
    return clauses.flatMap(([holds, fault]) => (holds ? [] : [`links: an area ${fault}`]));
  });
  if (owners.size !== areas.length) faults.push('links: an element names an area that is not there');
  return [...faults, ...links.filter((link) => link.areas.length === 0).map(() => 'links: a Link without an area')];
}
