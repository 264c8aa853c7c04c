import { setFlagsFromString } from 'node:v8';
import { isNode } from './is-node.js';

/**
 * How many bytes of a function run before V8 looks whether to optimise it; its own measure is about 130 kB. Every thread compiles all that
 * it runs for itself, and each does but a share of the work: what is optimised early is often optimised again, or hardly needed.
 */
const INTERRUPT_BUDGET = 300_000;

/**
 * To be called before threads start that keep all processors busy. Each then collects its young garbage by itself, since the helpers that
 * V8 would use take their time from the other threads.
 */
export function spareThreads(): void {
  if (!isNode) return;
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
