import { setFlagsFromString } from 'node:v8';
import { isNode } from './is-node.js';

/**
 * How many bytes of a function run before V8 looks whether to optimise it; its own measure is about 130 kB. Every thread compiles all that
 * it runs for itself, and each does but a share of the work: what is optimised early is often optimised again, or hardly needed.
 */
const INTERRUPT_BUDGET = 300_000;

/** Later versions have a quick compiler in between, and count calls. A measure that they do not know they would tell on the screen. */
const hasBudget = (): boolean => Number.parseInt(process.versions.v8, 10) < 12;

/**
 * To be called before threads start that keep all processors busy. Each then collects its young garbage by itself, since the helpers that
 * V8 would use take their time from the other threads.
 */
export function spareThreads(): void {
  if (!isNode) return;
  setFlagsFromString('--no-parallel-scavenge');
  if (hasBudget()) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}

/**
 * To be called when threads have grown as much room for young objects as they need. What the process gathers from then on lives long: more
 * room for what is young would be memory alone.
 */
export function keepRoom(): void {
  if (isNode) setFlagsFromString('--semi-space-growth-factor=1');
}
