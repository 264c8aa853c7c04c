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
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  return wordFile(files);
}

/** @param {Record<string, string>} files @returns {WordFile} */
export function wordFile(files) {
  const text = (/** @type {string} */ name) => {
    const found = files[name];
    if (found === undefined) throw new Error(`no part ${name}`);
    return found;
  };
  const xml = (/** @type {string} */ name) => parseXml(text(name));
  return { names: Object.keys(files), text, xml, relationships: (name) => relationshipsOf(name, files) };
}

const relsName = (/** @type {string} */ name) =>
  posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);

/** The relationships of a part; those of the package itself for the empty name. */
function relationshipsOf(/** @type {string} */ name, /** @type {Record<string, string>} */ files) {
  const source = files[name === '' ? '_rels/.rels' : relsName(name)];
  if (source === undefined) return [];
  return elementsOf(parseXml(source), 'Relationship').map(({ attributes }) => {
    const external = attributes.TargetMode === 'External';
    const target = external ? attributes.Target : posix.join(posix.dirname(name || '.'), attributes.Target);
    return { id: attributes.Id, type: posix.basename(attributes.Type), target, external };
  });
}

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
