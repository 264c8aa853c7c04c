import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exampleProject, removeProject, startServer } from '../test/examples/project.mjs';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { readWithPdfjs } from '../test/readers/pdf-js.mjs';
import { check, finish, same } from './proof.mjs';

// The portal of the examples for a minute under more load than it can render: what it answers, how soon it says that it is
// well, and what memory it takes.

const SECONDS = 60;
const WARM_UP = 20;

/** Milliseconds in which 99 of 100 questions after its health are to be answered. */
const HEALTHY = 100;

/**
 * Megabytes that may be between two looks at the memory: heaps grow and shrink that much between collections. One file in ten
 * that is not let go of would be more.
 */
const TOLERANCE = 64;

const project = exampleProject();
// The cache is small so that it is full when the warm-up is over.
const settings = { REPORTS: `${ROOT}fixtures/2021`, CACHE_MB: '16', QUEUE: '16' };
const portal = await startServer(join(project, 'portal', 'server.mjs'), settings);
process.on('exit', () => {
  portal.stop('SIGKILL');
  removeProject(project);
});

const begin = performance.now();
const elapsed = () => (performance.now() - begin) / 1000;
const get = (/** @type {string} */ path) => fetch(new URL(path, portal.url));
const post = (/** @type {string} */ body) =>
  fetch(new URL('/render', portal.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body });

/** Others ask for more than can be made. @returns {Promise<any>} */
async function load() {
  const [told] = await once(fork(`${ROOT}test/examples/load.mjs`, [portal.url.href, String(SECONDS)]), 'message');
  return told;
}

/** Asks after its health. */
async function watch() {
  const looks = [];
  while (elapsed() < SECONDS) {
    const start = performance.now();
    const state = await (await get('/healthz')).json();
    looks.push({ at: elapsed(), took: performance.now() - start, ...state });
    await sleep(50);
  }
  return looks;
}

/** Sends a report now and then, until it is made. They are read later, so that it does not disturb who asks after the health. */
async function sample() {
  const made = [];
  for (let i = 1; elapsed() < SECONDS - 5; ) {
    const name = `抽查第${i}号局`;
    const response = await post(fixture('2021/minimal.json').text.replace('示例县示例局', name));
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === 200) {
      made.push({ name, bytes });
      i += 1;
    }
    await sleep(response.status === 200 ? 1000 : 20);
  }
  return made;
}

const quantile = (/** @type {readonly number[]} */ values, /** @type {number} */ share) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

const [answers, looks, samples] = await Promise.all([load(), watch(), sample()]);
const { statuses, faults, errors, timeouts } = answers;
const times = looks.map(({ took }) => took);
const p99 = quantile(times, 0.99);
const memory = (/** @type {number} */ from) =>
  quantile(
    looks.filter(({ at }) => at > from && at < from + 10).map(({ rss }) => rss / 2 ** 20),
    0.5,
  );
const [warm, last] = [memory(WARM_UP), memory(SECONDS - 10)];
const most = (/** @type {'p99' | 'max'} */ which) =>
  Math.max(...looks.map(({ eventLoopDelay }) => eventLoopDelay[which]));

const rounded = (/** @type {number[]} */ ...numbers) => numbers.map((one) => one.toFixed(1)).join(', ');
console.log(`threads: ${looks[0]?.threads}; answers by status: ${JSON.stringify(statuses)}`);
console.log(`/healthz, ms: p50, p99, longest: ${rounded(quantile(times, 0.5), p99, Math.max(...times))}`);
console.log(`event loop, ms late: p99, longest: ${rounded(most('p99'), most('max'))}`);
console.log(`memory, MB: after ${WARM_UP} s, at the end: ${rounded(warm, last)}`);

await check('there is more to do than it can: some reports are made, some turned away', () =>
  [200, 503].filter((status) => !(statuses[status] > 100)).map((status) => `hardly any ${status}`),
);

await check('nothing is answered but whole files and 503 with Retry-After', () => {
  same(Object.keys(statuses), ['200', '503']);
  return faults;
});

await check('everything is answered', () => same({ errors, timeouts }, { errors: 0, timeouts: 0 }));

await check('files made under load hold the report that was sent', async () => {
  const wrong = [];
  for (const { name, bytes } of samples) {
    const { pages } = await readWithPdfjs(bytes);
    const text = pages.flatMap(({ texts }) => texts.map((one) => one.text)).join('');
    if (!text.includes(name)) wrong.push(name);
  }
  return samples.length > 5 ? wrong : [`only ${samples.length} made`];
});

await check(`99 of 100 questions after its health are answered in ${HEALTHY} ms`, () =>
  looks.length > 100 && p99 < HEALTHY ? [] : [`${p99} ms of ${looks.length}`],
);

await check(`memory stays within ${TOLERANCE} MB`, () => (last - warm < TOLERANCE ? [] : [`${last - warm} MB more`]));

await check('it answers afterwards, and ends when told to', async () => {
  const { running, waiting } = await (await get('/healthz')).json();
  same({ running, waiting }, { running: 0, waiting: 0 });
  same((await get('/reports/suqian-2024.pdf')).status, 200);
  same((await post(fixture('2021/extreme.json').text)).status, 200);
  same(await portal.stop(), { code: 0, signal: null });
});

finish();
