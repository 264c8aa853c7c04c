import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ReportError } from '../../diagnostics/diagnostic.js';
import { shipped } from '../../host/package-files.js';
import { unwritable } from '../../host/unwritable.js';
import { misuse } from '../misuse.js';
import { clockAt, createLock, type Lock, readLock, removeClaim, removeLock, replaceLock } from './lock-file.js';
import type { Renewal } from './renew-lock.js';

/**
 * Keeps a second run out of a folder: a file in it, which the run renews every second. What a killed run leaves is no longer renewed.
 * Whether a lock is, is seen by watching it. So it holds between machines and containers that have nothing in common but the folder:
 * neither clocks nor numbers of processes nor the network.
 */
const LOCK = '.nianbao-lock';

/** Milliseconds: how often a lock is renewed, how long it holds without that, and how often another's is looked at. */
const [RENEWAL, LEASE, LOOK] = [1000, 5000, 250];

/** Milliseconds by the clock of the file system after which a lock is not worth watching. */
const LONG_AGO = 60_000;

/** What the caller does about a folder that is taken. */
export interface Watch {
  /** Tells why nothing happens for a while. */
  readonly tell: (text: string) => void;
  /** Called if the lock is lost although it is held: this run was stopped for longer than it holds, or somebody removed it. */
  readonly onLost: (error: ReportError) => void;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** Renews a lock until it is told to end. */
  readonly renew?: typeof renewInThread;
}

/** A lock that is held. */
export interface Held {
  /** @throws ReportError `usage/argument` if another run has the folder by now, so that nothing more may be written */
  readonly confirm: () => void;
  readonly release: () => Promise<void>;
}

const busy = (folder: string): ReportError => misuse({ cause: 'locked', file: folder });

const lost = (folder: string): ReportError => misuse({ cause: 'lock-lost', file: folder });

/** Renews a lock in a thread; what it returns ends that. */
function renewInThread(renewal: Renewal, onLost: () => void): () => Promise<unknown> {
  const worker = new Worker(shipped('dist/cli/batch/renew-lock.js'), { workerData: renewal });
  worker.on('message', onLost);
  worker.unref();
  return () => worker.terminate();
}

/** Whether a lock is renewed within the time that it holds. One that is given back is not. */
async function isHeld(path: string, { text }: Lock, pause: NonNullable<Watch['pause']>): Promise<boolean> {
  for (let waited = 0; waited < LEASE; waited += LOOK) {
    await pause(LOOK);
    const now = readLock(path);
    if (now?.text !== text) return now !== undefined;
  }
  return false;
}

/** Waits until a folder is free, and takes it. */
async function take(folder: string, holder: string, { tell, pause = sleep }: Watch): Promise<void> {
  const path = join(folder, LOCK);
  let isTold = false;
  while (!createLock(path, holder)) {
    const left = readLock(path);
    if (left === undefined) continue;
    if (clockAt(path) - left.renewed < LONG_AGO) {
      if (!isTold) tell('这个文件夹里有上一次批量生成的锁，正在确认它是否还在运行，最多等 5 秒');
      isTold = true;
      if (await isHeld(path, left, pause)) throw busy(folder);
    }
    if (replaceLock(path, left, holder)) return;
    if (readLock(path)?.text !== left.text) continue;
    // Another is about to do the same, unless it was killed at that.
    await pause(LEASE);
    if (readLock(path)?.text === left.text) removeClaim(path, left);
  }
}

/**
 * Takes the lock of a folder. One that a killed run has left is waited for.
 *
 * @throws ReportError `usage/argument` if another run is at work there, `file/unwritable` or `file/no-space` if there can be no lock
 */
export async function lock(folder: string, watch: Watch): Promise<Held> {
  const [path, holder] = [join(folder, LOCK), randomUUID()];
  const isOurs = () => readLock(path)?.holder === holder;
  try {
    await take(folder, holder, watch);
  } catch (error) {
    throw error instanceof ReportError ? error : unwritable(path, error);
  }
  const { onLost, renew = renewInThread } = watch;
  const end = renew({ path, holder, every: RENEWAL }, () => onLost(lost(folder)));
  const remove = () => removeLock(path, holder);
  process.once('exit', remove);
  return {
    confirm: () => {
      if (!isOurs()) throw lost(folder);
    },
    release: async () => {
      await end();
      process.off('exit', remove);
      remove();
    },
  };
}
