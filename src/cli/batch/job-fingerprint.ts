import { createHash, randomUUID } from 'node:crypto';
import type { Store } from '../../batch/index.js';
import { decodeJob, type EncodedJob, type JobFingerprint } from '../../batch/queue-job.js';
import type { Form } from '../../index.js';
import { inputHasher } from './input-hash.js';

/** A file with a random text in every store that machines share: it shows whether two of them have the same. */
const MARK = '.nianbao-store';

async function readMark(store: Store): Promise<string | undefined> {
  const bytes = await store.get(MARK);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** How many looks are remembered: a batch has one. */
const MOST_LOOKS = 64;

/** Marks a store that has no mark yet. */
export async function markStore(store: Store): Promise<void> {
  if ((await readMark(store)) === undefined) await store.put(MARK, Buffer.from(randomUUID()));
}

/**
 * Makes a function that returns the fingerprint of a job on this machine. Fonts and templates are hashed once, when first needed:
 * threads also read them only once.
 */
export function fingerprinter(store: Store, forms: readonly Form[]): (job: EncodedJob) => Promise<JobFingerprint> {
  const hashers = new Map<string, ReturnType<typeof inputHasher>>();
  const hasherFor = (job: EncodedJob) => {
    const key = createHash('sha256')
      .update(JSON.stringify([job.formats, job.look]))
      .digest('hex');
    const hasher = hashers.get(key) ?? inputHasher(job.formats, decodeJob(job, forms).look ?? {});
    if (hashers.size >= MOST_LOOKS) hashers.clear();
    hashers.set(key, hasher);
    // What could not be read may be there the next time.
    hasher.catch(() => hashers.delete(key));
    return hasher;
  };
  return async (job) => {
    const { input } = job;
    if (!('text' in input)) throw new Error('only texts are queued');
    return { input: (await hasherFor(job))(input), store: (await readMark(store)) ?? '' };
  };
}
