import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { elementsOf, parseXml } from './xml.mjs';

/**
 * A Word file as its parts and what leads from one to another (ECMA-376, part 2).
 *
 * @typedef {{ id: string, type: string, target: string, external: boolean }} Relationship
 * @typedef {{ names: string[], text: (name: string) => string, xml: (name: string) => import('./xml.mjs').Element,
 *   relationships: (name: string) => Relationship[] }} WordFile
 */

/** @param {Uint8Array} bytes @returns {WordFile} */
export function openDocx(bytes) {
  const files = unzipSync(bytes);
  return opened(Object.keys(files), (name) => files[name] && strFromU8(files[name]));
}

/** @param {Record<string, string>} files @returns {WordFile} */
export const wordFile = (files) => opened(Object.keys(files), (name) => files[name]);

/** Each part is decoded and parsed when it is first asked for: fonts are large, and many ask for the body. */
function opened(/** @type {string[]} */ names, /** @type {(name: string) => string | undefined} */ read) {
  const texts = once(read);
  const text = (/** @type {string} */ name) => {
    const found = texts(name);
    if (found === undefined) throw new Error(`no part ${name}`);
    return found;
  };
  return { names, text, xml: once((name) => parseXml(text(name))), relationships: once(relationshipsIn(texts)) };
}

/** @template T @param {(name: string) => T} find @returns {(name: string) => T} */
function once(find) {
  /** @type {Map<string, T>} */
  const found = new Map();
  return (name) => {
    if (!found.has(name)) found.set(name, find(name));
    return /** @type {T} */ (found.get(name));
  };
}

const relsName = (/** @type {string} */ name) =>
  posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);

/** The relationships of a part; those of the package itself for the empty name. */
const relationshipsIn = (/** @type {(name: string) => string | undefined} */ texts) => (/** @type {string} */ name) => {
  const source = texts(name === '' ? '_rels/.rels' : relsName(name));
  if (source === undefined) return [];
  return elementsOf(parseXml(source), 'Relationship').map(({ attributes }) => {
    const external = attributes.TargetMode === 'External';
    const target = external ? attributes.Target : posix.join(posix.dirname(name || '.'), attributes.Target);
    return { id: attributes.Id, type: posix.basename(attributes.Type), target, external };
  });
};

/** Every part that relationships lead to, from the package on. @param {WordFile} file */
export function reachable(file) {
  const found = new Set(['[Content_Types].xml', '_rels/.rels']);
  const follow = (/** @type {string} */ name) => {
    for (const { target, external } of file.relationships(name)) {
      if (external || found.has(target)) continue;
      found.add(target);
      if (file.names.includes(relsName(target))) found.add(relsName(target));
      follow(target);
    }
  };
  follow('');
  return found;
}
