import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { assessReport, ReportError, read } from 'nianbao';
import { formOf } from './forms.mjs';

/** Reads what somebody has uploaded, in a thread of its own: such a file, and the form that it comes in, may ask for much time and memory. */

const { body, type } = workerData;

// On Linux this is of the thread alone: whoever else asks for something comes first.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

/** @param {string} name @param {Uint8Array} bytes */
async function checked(name, bytes) {
  try {
    const { report, losses, findings, locate } = await read(bytes, { name });
    const all = [...findings, ...locate(assessReport(report).findings)];
    return { name, report: JSON.stringify(report), losses, findings: all };
  } catch (error) {
    if (error instanceof ReportError) return { name, losses: [], findings: error.diagnostics };
    throw error;
  }
}

/** Undefined if there is no file in the form. */
async function uploaded() {
  const file = (await formOf(body, type))?.get('file');
  if (file === null || file === undefined || typeof file === 'string' || file.size === 0) return undefined;
  return checked(file.name || '报告', new Uint8Array(await file.arrayBuffer()));
}

parentPort?.postMessage(await uploaded());
