// Cold: a fresh process for each document, from its start until the file is written.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medians } from './figures.mjs';
import { runNode, runProgram } from './processes.mjs';

const script = fileURLToPath(new URL('once.mjs', import.meta.url));

/** Rounds of programs, which take seconds. */
const FEW = 3;

function once({ peer, options, command }, job, { look, folder }) {
  if (command) return command(job, look, folder).then(runProgram);
  const input = join(folder, 'input.json');
  writeFileSync(input, JSON.stringify({ peer, options, look, job }));
  return runNode([script, input, join(folder, 'output')]);
}

/** What each contender takes for one document in a fresh process, round by round, and in the middle. */
export async function cold(contenders, setting) {
  const { rounds, make } = setting;
  const taken = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      if (contender.command && round >= FEW) continue;
      taken[i].push(await once(contender, make(round), setting));
    }
  }
  return taken.map((rounds) => ({ ...medians(rounds), rounds }));
}
