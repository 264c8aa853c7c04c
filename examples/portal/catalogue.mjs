import { setImmediate as turn } from 'node:timers/promises';
import { readReport } from 'nianbao';
import { shortened } from './headers.mjs';

/** @typedef {{ readonly id: string, readonly name: string, readonly year?: number }} Entry a report as the list shows it */
/** @typedef {import('./reports.mjs').Source} Source */

/** Of whom and of which year a report is; what cannot be read is called by its id. @param {string} id @param {Source} source */
function entryOf(id, { name, text }) {
  try {
    const { report } = readReport(text, name);
    return { id, name: `${shortened(report.agency.name)}${report.year}年`, year: report.year };
  } catch {
    return { id, name: id };
  }
}

/**
 * What reports there are, each read once as long as its file stays the same, and between others' turns. Who asks while the folder is
 * looked through is told the same.
 *
 * @param {ReturnType<typeof import('./reports.mjs').reportsIn>} reports
 */
export function catalogueOf(reports) {
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
        await turn();
        const source = await reports.find(id).catch(() => undefined);
        now.set(id, { version, entry: source === undefined ? { id, name: id } : entryOf(id, source) });
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
