// How soon the portal of the examples serves 10 honest clients among 40 hostile ones, and answers who asks after its health. Run on a
// machine that does nothing else: `node bench/crowd.mjs [seconds]`; exit code 1 if a bar is missed.
import { quantile, runCrowd } from '../test/examples/crowd-run.mjs';

/** Milliseconds in which 99 of 100 are answered. */
const BARS = { honest: 2000, health: 100 };

const { hostile, honest } = await runCrowd(Number(process.argv[2] ?? 60));
const { took, health, refused, looks } = honest;
const told = { honest: took, health };
let isMissed = Object.keys(refused).length > 0;
for (const [who, times] of Object.entries(told)) {
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share));
  isMissed ||= !(p99 <= BARS[who]);
  console.log(`${who}: ${times.length} answers, ms: p50 ${p50.toFixed()}, p99 ${p99.toFixed()} (bar ${BARS[who]})`);
}
console.log(`refused: ${JSON.stringify(refused)}; hostile: ${JSON.stringify(hostile.statuses)}`);
console.log(`event loop late, ms: ${JSON.stringify(looks.at(-1)?.eventLoopDelay)}`);
process.exitCode = isMissed ? 1 : 0;
