import { parentPort } from 'node:worker_threads';
import { exportCells, ReportError, readReport } from 'nianbao';

/** Reads reports of the folder, in a thread of its own: of whom and of which year they are, and what they are as data. */

/** @typedef {import('nianbao').AnyReport} AnyReport */

/** By extension. @type {Readonly<Record<string, (report: AnyReport) => string>>} */
const DATA = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  csv: (report) => exportCells([report], { bom: true }).text,
};

/** @param {import('./reading.mjs').Task} task @returns {import('./reading.mjs').Told} */
function told({ name, bytes, extension }) {
  try {
    const { report } = readReport(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), name);
    const data = extension === undefined ? undefined : DATA[extension]?.(report);
    return { agency: report.agency.name, year: report.year, ...(data !== undefined && { data }) };
  } catch (error) {
    if (error instanceof ReportError) return { findings: error.diagnostics };
    throw error;
  }
}

parentPort?.on('message', (task) => parentPort?.postMessage(told(task)));
