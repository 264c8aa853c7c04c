import { composeReport, type FormatId, readReport, renderReport } from '../../src/index.js';
import { once } from '../../src/memo/once.js';
import { validFixtures } from '../readers/fixtures.mjs';

type Valid = (typeof validFixtures)[number];

const reportOf = once(({ name, text }: Valid) => readReport(text, name).report);
const documentOf = once((fixture: Valid) => composeReport(reportOf(fixture)));

/** Every fixture that must render: read, composed and rendered when asked. */
export const reports = validFixtures.map((fixture) => ({
  name: fixture.name,
  get report() {
    return reportOf(fixture);
  },
  get document() {
    return documentOf(fixture);
  },
}));

const made = new Map<string, Promise<Uint8Array>>();

/** A fixture's file, made once for all tests of a file. */
export function rendered({ name, report }: (typeof reports)[number], format: FormatId): Promise<Uint8Array> {
  const key = `${name}.${format}`;
  const known = made.get(key) ?? renderReport(report, { format });
  made.set(key, known);
  return known;
}

/** The tables of a fixture's document. */
export function tablesOf({ document }: (typeof reports)[number]) {
  return document.blocks.filter((block) => block.kind === 'table');
}
