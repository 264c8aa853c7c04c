import { createHash } from 'node:crypto';
import { textOf } from './file.mjs';

/** ISO 19005-3, 6.8 and annex E: files that are carried, what they are to the document, and what they are. */

/** @param {import('./file.mjs').File} file */
export function fileFaults({ catalogue, get }) {
  const names = get(get(catalogue.Names)?.EmbeddedFiles)?.Names ?? [];
  const listed = names.filter((/** @type {any} */ _, /** @type {number} */ i) => i % 2 === 1);
  const titles = names.filter((/** @type {any} */ _, /** @type {number} */ i) => i % 2 === 0).map(textOf);
  const associated = get(catalogue.AF) ?? [];
  const ids = (/** @type {any[]} */ refs) =>
    refs
      .map(({ ref }) => ref)
      .sort()
      .join();
  const faults = listed.flatMap((/** @type {any} */ ref, /** @type {number} */ i) => {
    const { Type, F, UF, EF, AFRelationship, Desc } = get(ref);
    const { dict, bytes } = get(EF?.F) ?? {};
    const params = get(dict?.Params);
    /** @type {[unknown, string][]} */
    const clauses = [
      [Type === '/Filespec' && textOf(F) === titles[i] && textOf(UF) === titles[i], 'is named otherwise'],
      [/^\/(Source|Data)$/.test(AFRelationship), 'stands in no relation to the document'],
      [textOf(Desc) !== '', 'is not described'],
      [dict?.Type === '/EmbeddedFile' && /^\/\w+#2F\w+$/.test(dict.Subtype), 'has no MIME type'],
      [/^D:\d{14}Z$/.test(textOf(params?.ModDate)), 'has no date'],
      [bytes && params?.Size === bytes.length, 'has another size'],
      [bytes && params?.CheckSum?.equals(createHash('md5').update(bytes).digest()), 'has another check sum'],
    ];
    return clauses.flatMap(([holds, fault]) => (holds ? [] : [`${titles[i]} ${fault}`]));
  });
  if (ids(listed) !== ids(associated)) faults.push('carried and associated files differ');
  if (titles.some((/** @type {string} */ title, /** @type {number} */ i) => i > 0 && title <= titles[i - 1]))
    faults.push('names out of order');
  return faults.map((/** @type {string} */ fault) => `files: ${fault}`);
}
