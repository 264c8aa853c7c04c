import { parentPort, workerData } from 'node:worker_threads';
import { renewLock } from './lock-file.js';

/** Renews the lock of a folder, in a thread of its own: the main one may be reading a large document. */

/** What the thread is told. */
export interface Renewal {
  readonly path: string;
  readonly holder: string;
  /** Milliseconds from one time to the next. */
  readonly every: number;
}

const { path, holder, every } = workerData as Renewal;

let count = 0;

function isRenewed(): boolean {
  count += 1;
  try {
    return renewLock(path, holder, count);
  } catch {
    // A disk that is full or away for a moment. Whether the lock is still ours is seen the next time.
    return true;
  }
}

const timer = setInterval(() => {
  if (isRenewed()) return;
  clearInterval(timer);
  parentPort?.postMessage('lost');
}, every);
