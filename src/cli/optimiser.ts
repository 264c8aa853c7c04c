import { setFlagsFromString } from 'node:v8';

/** Versions of V8 that these flags were measured with, by how each calls the heat that code must have to be optimised: eight times V8's own. */
const HEAT: Readonly<Record<number, string>> = {
  11: '--interrupt-budget=540000',
  12: '--invocation-count-for-turbofan=24000',
  13: '--invocation-count-for-turbofan=24000',
  14: '--invocation-count-for-turbofan=24000',
};

/**
 * A thread collects its garbage by itself: helpers that look for a share of so little work cost more than they do. And what it makes
 * is young: V8 would take what it has seen alive in the middle of a report for what will stay, and then collect the whole heap for
 * it every few reports (on Node 24 a tenth more reports a second without; on Node 20 no difference).
 */
const GARBAGE = [
  '--no-parallel-scavenge',
  '--no-concurrent-sweeping',
  '--no-concurrent-array-buffer-sweeping',
  '--no-allocation-site-pretenuring',
];

/**
 * Array methods that are inlined make arrays of another kind than those that are called. So whenever a function had been optimised, the
 * code of all that take its arrays was thrown away and made anew. Without inlining them half the time of compiling is left, for as many
 * reports a second once that is over (Node 20; on 24 and 26 no difference).
 */
const COMPILER = ['--no-turbo-inline-array-builtins'];

/**
 * Keeps the cores for the threads that render. Where each core has one there is none left for V8 to do things on the side, and every
 * thread would have it optimise the same code and collect its garbage there.
 */
export function spareCores(): void {
  const heat = HEAT[Number.parseInt(process.versions.v8, 10)];
  if (heat === undefined) return;
  for (const flag of [heat, ...GARBAGE, ...COMPILER]) setFlagsFromString(flag);
}
