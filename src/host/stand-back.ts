import { getPriority, platform, setPriority } from 'node:os';

/** As far as Linux lets anything stand back. */
const FARTHEST = 19;

/**
 * Lets everything else on the machine go before this thread, as far as is said.
 *
 * @param nice from 0 to 19, as whole as Linux wants it; on Linux, for elsewhere it would be said of the whole process
 */
export function standBack(nice: number): void {
  if (!(nice > 0) || platform() !== 'linux') return;
  setPriority(0, Math.max(Math.min(Math.round(nice), FARTHEST), getPriority()));
}
