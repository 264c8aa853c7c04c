import { quantile, ROOM, runCrowd } from '../test/examples/crowd-run.mjs';
import { check, finish, same } from './proof.mjs';

// The portal of the examples among 40 clients who mean it no good and 10 who do: every honest request is served, and memory stays what
// it is. How soon they are served is measured by bench/crowd.mjs.

const SECONDS = 40;

/** Megabytes that heaps grow and shrink between collections. */
const TOLERANCE = 160;

const { hostile, honest, health, ended } = await runCrowd(SECONDS);

const millions = (/** @type {number} */ from, /** @type {number} */ to) =>
  quantile(
    health.looks
      .filter((/** @type {any} */ { at }) => at >= from && at < to)
      .map((/** @type {any} */ { rss }) => rss / 2 ** 20),
    0.5,
  );
const [early, late] = [millions(SECONDS * 0.3, SECONDS * 0.5), millions(SECONDS * 0.8, SECONDS)];
console.log(
  `memory, MB: ${early.toFixed()}, then ${late.toFixed()}; hostile answers: ${JSON.stringify(hostile.statuses)}`,
);

await check('every honest request is served', () => {
  same({ ...honest.refused, ...health.refused }, {});
  return honest.took.length >= 30 ? [] : [`only ${honest.took.length} were sent`];
});

await check('there was a crowd', () => (hostile.sent >= 200 ? [] : [`${hostile.sent} hostile requests`]));

await check('memory is flat', () => (late - early < TOLERANCE ? [] : [`${early} MB, then ${late} MB`]));

await check('what is kept and unfinished is within its limits', () =>
  health.looks.flatMap((/** @type {any} */ { cacheBytes, connections, unfinishedBytes, waiting }) => [
    ...(cacheBytes > ROOM.cache * 2 ** 20 ? [`${cacheBytes} bytes kept`] : []),
    ...(connections > ROOM.connections ? [`${connections} connections`] : []),
    ...(unfinishedBytes > ROOM.bodies * 2 ** 20 ? [`${unfinishedBytes} bytes unfinished`] : []),
    ...(waiting > 64 ? [`${waiting} waiting`] : []),
  ]),
);

await check('it ends when told to', () => same(ended, { code: 0, signal: null }));

finish();
