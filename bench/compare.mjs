// Draws the same documents by all contenders, after each has shown that its file has all of the document.
import { join } from 'node:path';
import { cold } from './cold.mjs';
import { times } from './figures.mjs';
import { runProgram } from './processes.mjs';
import { start, warm } from './warm.mjs';
import { read } from './whole.mjs';

/** A document that is drawn before any is measured. */
const PROOF = 7;

async function drawn(contender, { look, make, folder }) {
  if (contender.ask === undefined) {
    const run = await contender.command(make(PROOF), look, folder);
    await runProgram(run);
    return run.output;
  }
  const file = join(folder, `proof.${contender.format}`);
  await contender.ask('save', { job: make(PROOF), file });
  return file;
}

/** Adds the pages and bytes of a document, or why it cannot be compared. */
async function proved(contender, setting) {
  if (contender.missing) return contender;
  try {
    return { ...contender, ...(await read(await drawn(contender, setting), setting.make(PROOF).document)) };
  } catch (error) {
    return { ...contender, missing: error.message };
  }
}

/** The stock engine of a format, or the first contender if it was not run: what the others are set against. */
function baseOf(list, format) {
  const run = list.filter((one) => one.format === format && one.rounds);
  return run.find(({ isStock }) => isStock) ?? run[0];
}

/** What was measured, with how many times its CPU the base takes, beside those that could not be measured. */
function told(all, able, measured) {
  const list = all.map((one) => {
    const { id, format, isStock, missing, lost, pages, bytes } = one;
    return { id, format, isStock, missing, lost, pages, bytes, ...measured[able.indexOf(one)] };
  });
  return list.map((one) => (one.rounds ? { ...one, times: times(baseOf(list, one.format), one) } : one));
}

/** The contenders with their figures, by part: `warm` (engines only) and `cold`. */
export async function compare(contenders, setting) {
  const engines = contenders.filter(({ peer }) => peer !== undefined);
  const started = await start(engines, setting);
  const all = [];
  for (const one of [...started, ...contenders.filter(({ peer }) => peer === undefined)])
    all.push(await proved(one, setting));
  const able = all.filter(({ missing, lost }) => missing === undefined && lost === undefined);
  const running = able.filter(({ ask }) => ask !== undefined);
  const { parts } = setting;
  const results = {};
  if (parts.includes('warm')) {
    const resident = all.filter((one) => one.peer !== undefined);
    results.warm = told(resident, running, await warm(running, setting));
  }
  for (const { close } of all) close?.();
  if (parts.includes('cold')) results.cold = told(all, able, await cold(able, setting));
  return results;
}
