// How soon the portal of the examples serves 10 honest clients among 40 hostile ones, and answers who asks after its health. Run on a
// machine that does nothing else: `node bench/crowd.mjs [seconds]`; exit code 1 if a bar is missed.
import { quantile, runCrowd } from '../test/examples/crowd-run.mjs';

/** Milliseconds in which 99 of 100 are answered. */
const BARS = { honest: 2000, health: 100 };

const { hostile, honest, health } = await runCrowd(Number(process.argv[2] ?? 60));
const told = { honest: honest.took, health: health.health };
const refused = { ...honest.refused, ...health.refused };
let isMissed = Object.keys(refused).length > 0;
for (const [who, times] of Object.entries(told)) {
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share));
  isMissed ||= !(p99 <= BARS[who]);
  console.log(`${who}: ${times.length} answers, ms: p50 ${p50.toFixed()}, p99 ${p99.toFixed()} (bar ${BARS[who]})`);
}
console.log(`refused: ${JSON.stringify(refused)}; hostile: ${JSON.stringify(hostile.statuses)}`);
const late = [hostile, honest, health].map((one) => one.late.toFixed()).join(', ');
console.log(
  `event loops late, ms: portal ${JSON.stringify(health.looks.at(-1)?.eventLoopDelay)}; clients' p99 ${late}`,
);
process.exitCode = isMissed ? 1 : 0;
