/** @typedef {{ readonly id: string, readonly name: string, readonly year?: number }} Entry a report as the list shows it */
/** @typedef {import('./reports.mjs').Source} Source */
/** @typedef {ReturnType<typeof import('./reading.mjs').createReading>} Reading */

/** Of whom and of which year a report is; what cannot be read is called by its id. @param {string} id @param {Source} source @param {Reading} reading */
async function entryOf(id, source, reading) {
  const told = await reading.read(source).catch(() => undefined);
  if (told === undefined || 'findings' in told) return { id, name: id };
  return { id, name: `${told.agency}${told.year}年`, year: told.year };
}

/**
 * What reports there are, each read once as long as it stays the same.
 *
 * @param {ReturnType<typeof import('./reports.mjs').reportsIn>} reports
 */
export function catalogueOf(reports, /** @type {Reading} */ reading) {
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
      else now.set(id, { text: source.text, entry: await entryOf(id, source, reading) });
    }
    known = now;
    return [...now.values()].map(({ entry }) => entry);
  };
}
