import { getPriority, platform, setPriority } from 'node:os';

/**
 * Lets everything else on the machine go before this thread, as far as is said.
 *
 * @param nice from 0 to 19; on Linux, for elsewhere it would be said of the whole process
 */
export function standBack(nice: number): void {
  if (nice > 0 && platform() === 'linux') setPriority(0, Math.max(nice, getPriority()));
}
