import { shortened } from './headers.mjs';

/** @typedef {{ readonly id: string, readonly name: string, readonly year?: number }} Entry a report as the list shows it */
/** @typedef {import('./reports.mjs').Source} Source */
/** @typedef {ReturnType<typeof import('./reading.mjs').createReading>} Reading */

/** Of whom and of which year a report is; what cannot be read is called by its id. @param {string} id @param {Source} source @param {Reading} reading */
async function entryOf(id, source, reading) {
  const told = await reading.read(source).catch(() => undefined);
  if (told === undefined || 'findings' in told) return { id, name: id };
  return { id, name: `${shortened(told.agency)}${told.year}年`, year: told.year };
}

/**
 * What reports there are, each read once as long as its file stays the same. Who asks while the folder is looked through is told the same.
 *
 * @param {ReturnType<typeof import('./reports.mjs').reportsIn>} reports
 */
export function catalogueOf(reports, /** @type {Reading} */ reading) {
  /** @type {Map<string, { readonly version: string, readonly entry: Entry }>} */
  let known = new Map();
  /** @type {Promise<readonly Entry[]> | undefined} */
  let looking;

  async function look() {
    /** @type {typeof known} */
    const now = new Map();
    for (const { id, version } of await reports.list()) {
      const before = known.get(id);
      if (before?.version === version) now.set(id, before);
      else {
        const source = await reports.find(id).catch(() => undefined);
        now.set(id, { version, entry: source === undefined ? { id, name: id } : await entryOf(id, source, reading) });
      }
    }
    known = now;
    return [...now.values()].map(({ entry }) => entry);
  }

  /** @returns {Promise<readonly Entry[]>} */
  return function list() {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
}
