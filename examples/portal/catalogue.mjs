import { shortened } from './headers.mjs';
import { PORTAL } from './reading.mjs';

/** @typedef {{ readonly id: string, readonly name: string, readonly year?: number }} Entry a report as the list shows it */
/** @typedef {import('./reports.mjs').Source} Source */
/** @typedef {ReturnType<typeof import('./reading.mjs').createReading>} Reading */

/** Of whom and of which year a report is; what cannot be read is called by its id; throws if too many wait. @param {string} id @param {Source} source @param {Reading} reading */
async function entryOf(id, source, reading) {
  const told = await reading.read(source, PORTAL).catch((error) => {
    if (error.statusCode === 503) throw error;
    return undefined;
  });
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
        const entry = source && (await entryOf(id, source, reading).catch(() => undefined));
        // What there was no place to read is asked for again.
        now.set(id, { version: source && !entry ? '' : version, entry: entry ?? { id, name: id } });
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
