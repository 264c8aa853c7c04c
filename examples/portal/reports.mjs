import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from './problems.mjs';

/** What an id may be: letters of any script, digits, and marks that lead nowhere. */
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}（）〔〕()._-]{0,99}$/u;

const EXTENSIONS = ['json', 'yaml', 'yml'];

/** How file systems say that there is no such file. */
const MISSING = ['ENOENT', 'ENAMETOOLONG', 'ELOOP'];

/**
 * @typedef {{ readonly name: string, readonly bytes: Buffer }} Source a report as a text in UTF-8, and its file's name: it stays bytes until
 *   its turn comes, for to take the text out of them costs more than all else that the event loop does for it
 */

/** Text in another encoding would be printed as other characters without a word. @param {Buffer} bytes */
export function provenUtf8(bytes, /** @type {number} */ status) {
  if (isUtf8(bytes)) return bytes;
  throw problem(status, { code: 'syntax/invalid', message: '报告不是 UTF-8 编码的文字，多半是 GBK' });
}

/** What is at a path, if it is a file: folders, pipes and devices are none, and never opened. @param {string} path */
async function fileAt(path) {
  try {
    const stats = await stat(path, { bigint: true });
    return stats.isFile() ? stats : undefined;
  } catch (error) {
    if (MISSING.includes(Object(error).code)) return undefined;
    throw error;
  }
}

/** The bytes of a file; undefined if by now something else is there. @param {string} path @param {number} most */
async function bytesOf(path, most) {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    if (stats.size > most) throw problem(422, { message: '报告超过大小上限' });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * The reports of a folder: `宿迁市-2024` is `宿迁市-2024.json`, or `.yaml`. A file that comes, goes or changes is seen at once.
 *
 * @param {string} folder
 * @param {number} most bytes of a report
 */
export function reportsIn(folder, most) {
  /** What is looked for right now. @type {Map<string, Promise<Source | undefined>>} */
  const looking = new Map();

  /** @returns {Promise<Source | undefined>} */
  async function look(/** @type {string} */ id) {
    for (const extension of EXTENSIONS) {
      const name = `${id}.${extension}`;
      const path = join(folder, name);
      const bytes = (await fileAt(path)) && (await bytesOf(path, most));
      if (bytes) return { name, bytes: provenUtf8(bytes, 422) };
    }
    return undefined;
  }

  /** Undefined if there is none. Many may ask for the same at once: it is looked for once. @returns {Promise<Source | undefined>} */
  async function find(/** @type {string} */ id) {
    if (!ID.test(id)) return undefined;
    const found = looking.get(id) ?? look(id).finally(() => looking.delete(id));
    looking.set(id, found);
    return found;
  }

  /** The ids of all, in order, and what tells whether a file is still the same. Whether a report is right is seen when it is asked for. */
  async function list() {
    const names = await readdir(folder).catch(() => []);
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const name of names.sort()) {
      const [, id = '', extension = ''] = /^(.*)\.(\w+)$/su.exec(name) ?? [];
      if (found.has(id) || !EXTENSIONS.includes(extension) || !ID.test(id)) continue;
      const stats = await fileAt(join(folder, name)).catch(() => undefined);
      if (stats) found.set(id, [name, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' '));
    }
    return [...found].map(([id, version]) => ({ id, version })).sort((one, other) => (one.id < other.id ? -1 : 1));
  }
  return { find, list };
}
