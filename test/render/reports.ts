import { composeReport, type FormatId, readReport, renderReport } from '../../src/index.js';
import { validFixtures } from '../readers/fixtures.mjs';

/** Every fixture that must render: read, composed, and rendered when asked. */
export const reports = validFixtures.map(({ name, text }) => {
  const { report } = readReport(text, name);
  return { name, report, document: composeReport(report) };
});

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
