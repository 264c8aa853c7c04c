import { createHash, randomUUID } from 'node:crypto';
import type { Store } from '../../batch/index.js';
import { decodeJob, type QueuedJob, type Terms } from '../../batch/queue-job.js';
import { misuse } from '../misuse.js';
import { inputHasher } from './input-hash.js';

/** Stands in every store that machines share, so that they can tell whether it is the same. */
const MARK = '.nianbao-store';

async function readMark(store: Store): Promise<string | undefined> {
  const bytes = await store.get(MARK);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** Marks a store that has no mark yet. */
export async function markStore(store: Store): Promise<void> {
  if ((await readMark(store)) === undefined) await store.put(MARK, Buffer.from(randomUUID()));
}

/**
 * Gives the terms of jobs by what is on this machine. Fonts and templates count as they were when they were first needed: so the
 * threads have them, too.
 */
export function termsOn(store: Store): (job: QueuedJob['job']) => Promise<Terms> {
  const hashers = new Map<string, ReturnType<typeof inputHasher>>();
  const hasherFor = (job: QueuedJob['job']) => {
    const key = createHash('sha256')
      .update(JSON.stringify([job.formats, job.look]))
      .digest('hex');
    const hasher = hashers.get(key) ?? inputHasher(job.formats, decodeJob(job).look ?? {});
    hashers.set(key, hasher);
    return hasher;
  };
  return async (job) => {
    const { input } = job;
    if (!('text' in input)) throw new Error('only texts are queued');
    return { input: hasherFor(job)(input), store: (await readMark(store)) ?? '' };
  };
}

/** The address of a Redis server, as it was typed. */
export function toRedis(text: string): string {
  if (/^rediss?:\/\/[^/?#]+(?:\/\d*)?(?:\?.*)?$/.test(text) && URL.canParse(text)) return text;
  const shown = text.replace(/\/\/.*@/, '//…@');
  throw misuse('Redis 的地址不对', shown, 'redis://主机:端口/库号 或 rediss://…', '如 redis://127.0.0.1:6379');
}
