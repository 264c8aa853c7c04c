// Warm: each engine in a process of its own that stays; they draw in turns, so that what else the machine does hits all.
import { medians } from './figures.mjs';
import { serve } from './processes.mjs';

/** So many documents each engine has drawn before: V8 goes on compiling until about then, ours as well as others'. */
const WARM_UP = 200;

/** A turn is this long in ms, so that it pays for its own garbage, within these numbers of documents. */
const TURN = { length: 200, least: 4, most: 20 };

/** Starts engines. Those that cannot be loaded have `missing`: why. What one needs beforehand, it makes in the folder. */
export async function start(engines, { look, make, folder }) {
  const started = [];
  for (const engine of engines) {
    const { ask, close } = serve();
    try {
      const { prepare } = await import(`./peers/${engine.peer}.mjs`);
      const options = { ...engine.options, ...(prepare && (await prepare(make(0), look, folder))) };
      await ask('open', { peer: engine.peer, options, look });
      started.push({ ...engine, options, ask, close });
    } catch (error) {
      close();
      started.push({ ...engine, missing: error.code === 'ERR_MODULE_NOT_FOUND' ? 'not installed' : error.message });
    }
  }
  return started;
}

/** How many documents each engine draws in a turn, after it has warmed up. */
async function turnsOf(engines, make) {
  const jobs = Array.from({ length: WARM_UP }, (_, i) => make(i));
  const turns = [];
  for (const { ask } of engines) {
    await ask('draw', { jobs: jobs.slice(TURN.most) });
    const { cpu } = await ask('draw', { jobs: jobs.slice(0, TURN.most) });
    turns.push(Math.min(TURN.most, Math.max(TURN.least, Math.round(TURN.length / cpu))));
  }
  return turns;
}

/** What each engine takes for a document, round by round, and in the middle; `make` gives the i-th job. */
export async function warm(engines, { rounds, make }) {
  const turns = await turnsOf(engines, make);
  const taken = engines.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const jobs = Array.from({ length: TURN.most }, (_, k) => make(1000 + round * TURN.most + k));
    for (const [i, { ask }] of engines.entries()) taken[i].push(await ask('draw', { jobs: jobs.slice(0, turns[i]) }));
  }
  return Promise.all(
    engines.map(async ({ ask }, i) => ({ ...medians(taken[i]), rounds: taken[i], rss: await ask('memory') })),
  );
}
