import { setImmediate as turn } from 'node:timers/promises';
import { readReport } from 'nianbao';

/** @typedef {{ readonly id: string, readonly name: string, readonly year?: number }} Entry a report as the list shows it */
/** @typedef {import('./reports.mjs').Source} Source */

/** Of whom and of which year a report is; what cannot be read is called by its id. @param {string} id @param {Source} source */
function entryOf(id, { name, text }) {
  try {
    const { report } = readReport(text, name);
    return { id, name: `${report.agency.name}${report.year}年`, year: report.year };
  } catch {
    return { id, name: id };
  }
}

/**
 * What reports there are, each read once as long as it stays the same, and between others' turns.
 *
 * @param {ReturnType<typeof import('./reports.mjs').reportsIn>} reports
 */
export function catalogueOf(reports) {
  /** @type {Map<string, { readonly text: string, readonly entry: Entry }>} */
  let known = new Map();

  /** @returns {Promise<readonly Entry[]>} */
  return async function list() {
    /** @type {typeof known} */
    const now = new Map();
    for (const id of await reports.list()) {
      const source = await reports.find(id).catch(() => undefined);
      const before = known.get(id);
      if (source === undefined) now.set(id, { text: '', entry: { id, name: id } });
      else if (before?.text === source.text) now.set(id, before);
      else {
        await turn();
        now.set(id, { text: source.text, entry: entryOf(id, source) });
      }
    }
    known = now;
    return [...now.values()].map(({ entry }) => entry);
  };
}
