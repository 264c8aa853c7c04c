// How fast two cores are at a moment. On a machine that is shared, one may well be half as fast as the other for a minute: then two
// threads cannot do twice as much as one, whatever they do.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Additions that need nothing from one another, for 20 ms: they take all of a core, and no memory. */
const ADDING = `
  const { parentPort } = require('node:worker_threads');
  function add(rounds) {
    let [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6];
    for (let i = 0; i < rounds; i++) {
      a = (a + i) | 0; b = (b + i) | 0; c = (c + i) | 0; d = (d + i) | 0; e = (e + i) | 0; f = (f + i) | 0;
    }
    return a ^ b ^ c ^ d ^ e ^ f;
  }
  let sink = 0;
  parentPort.on('message', () => {
    const end = performance.now() + 20;
    let count = 0;
    while (performance.now() < end) { sink ^= add(20000); count++; }
    parentPort.postMessage(count);
  });
`;

/** Times that threads are asked before their answers count: until then they start, and V8 compiles. */
const COLD = 10;

/** Threads that tell, when asked, how much each of two cores does at once. */
export async function twoCores() {
  const threads = [0, 1].map(() => new Worker(ADDING, { eval: true }));
  const ask = async () => {
    const answers = threads.map((thread) => once(thread, 'message'));
    for (const thread of threads) thread.postMessage('');
    return (await Promise.all(answers)).map(([count]) => count);
  };
  for (let i = 0; i < COLD; i++) await ask();
  const end = () => Promise.all(threads.map((thread) => thread.terminate()));
  return { ask, end };
}
