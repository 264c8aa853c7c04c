import { isUtf8 } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from './problems.mjs';

/** What an id may be: letters of any script, digits, and marks that lead nowhere. */
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}（）〔〕()._-]{0,99}$/u;

const EXTENSIONS = ['json', 'yaml', 'yml'];

/** How file systems say that there is no such file. */
const MISSING = ['ENOENT', 'ENAMETOOLONG', 'EISDIR'];

/** @typedef {{ readonly name: string, readonly text: string }} Source a report as text, and its file's name */

/** Text in another encoding would be printed as other characters without a word. @param {Buffer} bytes */
export function asUtf8(bytes, /** @type {number} */ status) {
  if (isUtf8(bytes)) return bytes.toString();
  throw problem(status, { code: 'syntax/invalid', message: '报告不是 UTF-8 编码的文字，多半是 GBK' });
}

/**
 * The reports of a folder: `宿迁市-2024` is `宿迁市-2024.json`, or `.yaml`. A file that comes, goes or changes is seen at once.
 *
 * @param {string} folder
 */
export function reportsIn(folder) {
  /** @returns {Promise<Source | undefined>} undefined if there is none */
  async function find(/** @type {string} */ id) {
    if (!ID.test(id)) return undefined;
    for (const extension of EXTENSIONS) {
      const name = `${id}.${extension}`;
      try {
        return { name, text: asUtf8(await readFile(join(folder, name)), 422) };
      } catch (error) {
        if (!MISSING.includes(Object(error).code)) throw error;
      }
    }
    return undefined;
  }

  /** The ids of all, in order. Whether a report is right is seen when it is asked for. */
  async function list() {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const ids = entries.flatMap((entry) => {
      const [, id = '', extension = ''] = /^(.*)\.(\w+)$/su.exec(entry.name) ?? [];
      return !entry.isDirectory() && EXTENSIONS.includes(extension) && ID.test(id) ? id : [];
    });
    return [...new Set(ids)].sort();
  }
  return { find, list };
}
