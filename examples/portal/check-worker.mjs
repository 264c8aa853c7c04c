import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { assessReport, ReportError, read } from 'nianbao';

/** Reads what somebody has uploaded, in a thread of its own: such a file may ask for much time and memory. */

const { bytes, name } = workerData;

// On Linux this is of the thread alone: whoever else asks for something comes first.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

async function checked() {
  try {
    const { report, losses, findings, locate } = await read(bytes, { name });
    return { report, losses, findings: [...findings, ...locate(assessReport(report).findings)] };
  } catch (error) {
    if (error instanceof ReportError) return { losses: [], findings: error.diagnostics };
    throw error;
  }
}

parentPort?.postMessage(await checked());
