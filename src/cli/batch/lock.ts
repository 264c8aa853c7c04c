import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { unwritable } from '../../host/unwritable.js';
import type { ReportError } from '../../index.js';
import { misuse } from '../misuse.js';

/**
 * Keeps a second run out of a folder: a lock in it, which the run renews every second. What a killed run leaves is no longer renewed.
 * Whether a lock is, is seen by watching it, so that it does not matter how the clocks of machines with a shared folder differ.
 */
const LOCK = '.nianbao-lock';

/** Milliseconds: how often a lock is renewed, how long it holds without that, and how often another's is looked at. */
const [RENEWAL, LEASE, LOOK] = [1000, 5000, 250];

/** What the caller does about a folder that is taken. */
export interface Watch {
  /** Tells why nothing happens for a while. */
  readonly tell: (text: string) => void;
  /** Called if the lock is lost although it is held: this run was stopped for longer than it holds, or somebody removed it. */
  readonly onLost: (error: ReportError) => void;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

function busy(folder: string): ReportError {
  const hint = '等它结束，或用 -o 指定别处';
  return misuse('另一次批量生成正在写这个文件夹', folder, '没有别的进程在写的文件夹', hint);
}

function lost(folder: string): ReportError {
  const hint = '等别的批量生成结束后再运行一次，只做剩下的';
  return misuse('这个文件夹的锁被移走或被另一次批量生成接管', folder, '运行中没有别的进程在写的文件夹', hint);
}

/** Takes the lock of a folder if nobody has it, or if it has not been renewed for so long; gives what gives it back. */
async function take(folder: string, onLost: Watch['onLost']): Promise<(() => Promise<void>) | undefined> {
  const path = join(folder, LOCK);
  const onCompromised = () => onLost(lost(folder));
  try {
    return await lockfile.lock(folder, { lockfilePath: path, stale: LEASE, update: RENEWAL, onCompromised });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw unwritable(path, error);
  }
}

const renewed = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Whether a lock is renewed within the time that it holds. One that is given back is not. */
async function isHeld(path: string, pause: NonNullable<Watch['pause']>): Promise<boolean> {
  const before = renewed(path);
  for (let waited = 0; waited < LEASE; waited += LOOK) {
    await pause(LOOK);
    const now = renewed(path);
    if (now !== before) return now !== undefined;
  }
  return false;
}

/** Makes a lock one that anybody may take. */
function expire(path: string): void {
  try {
    utimesSync(path, 0, 0);
  } catch {
    // It has just been given back.
  }
}

/**
 * Takes the lock of a folder; gives what gives it back. One that a killed run has left is waited for.
 *
 * @throws ReportError `usage/argument` if another run is at work there, `file/unwritable` or `file/no-space` if there can be no lock
 */
export async function lock(folder: string, { tell, onLost, pause = sleep }: Watch): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  for (let isTold = false; ; isTold = true) {
    const release = await take(folder, onLost);
    // If it cannot be given back, it runs out.
    if (release) return () => release().catch(() => {});
    if (!isTold) tell('这个文件夹里有上一次批量生成的锁，正在确认它是否还在运行，最多等 5 秒');
    if (await isHeld(path, pause)) throw busy(folder);
    expire(path);
  }
}
