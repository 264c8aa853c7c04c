// Reads and checks each report alone, as an audit does: with its last year's, which is the file before if that is of the same agency.
// Called by `audit.mjs`: node bench/alone.mjs FILE...
import { readFileSync } from 'node:fs';
import { checkReport, read } from '../dist/index.js';

let last;
for (const file of process.argv.slice(2)) {
  const { report } = await read(readFileSync(file), { name: file });
  const isNext = last?.agency.name === report.agency.name && last.year === report.year - 1;
  checkReport(isNext ? { ...report, previous: last } : report);
  last = report;
}
