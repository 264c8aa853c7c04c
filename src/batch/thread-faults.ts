import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

/** What can go wrong with the thread that works on a report, as findings of that report. */

/** The finding for a report that took longer than allowed. */
export const timedOut = (seconds: number): Diagnostic => diagnostic('worker/timeout', { most: seconds });

/** The finding for an error of Piscina. */
export function faultOf(error: unknown, megabytes: number): Diagnostic {
  const { name, code, message: reason = String(error) } = Object(error) as Partial<NodeJS.ErrnoException>;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return diagnostic('worker/memory', { most: megabytes });
  if (name === 'DataCloneError') return diagnostic('shape/type', { cause: 'not-cloneable', reason });
  return diagnostic('worker/crashed', { reason });
}
