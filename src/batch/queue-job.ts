import { createHash } from 'node:crypto';
import type { LookOptions } from '../index.js';
import type { Job } from './job.js';

/** What a machine that does a job must share with the one that queued it; otherwise its files would differ. */
export interface JobFingerprint {
  /** SHA-256 of everything that the files are made from, fonts and templates by their contents. */
  readonly input: string;
  /** The mark of the store. */
  readonly store: string;
}

/** A job as plain JSON. */
export interface EncodedJob extends Omit<Job, 'look'> {
  /** Fonts and templates are paths on the machine that does the job. */
  readonly look: EncodedLook;
}

interface EncodedLook extends Omit<LookOptions, 'seal'> {
  /** The picture in base64. */
  readonly seal?: { readonly image: string; readonly width: number };
}

/** What the queue holds for a job. */
export interface QueuedJob extends JobFingerprint {
  /** The version of nianbao that queued it; another may read the rest differently. */
  readonly version: string;
  readonly job: EncodedJob;
}

export function encodeJob({ look = {}, ...job }: Job): EncodedJob {
  const { seal, ...plain } = look;
  const image = seal && Buffer.from(seal.image).toString('base64');
  return { ...job, look: { ...plain, ...(seal && image !== undefined && { seal: { ...seal, image } }) } };
}

export function decodeJob({ look, ...job }: EncodedJob): Job {
  const { seal, ...plain } = look;
  return { ...job, look: { ...plain, ...(seal && { seal: { ...seal, image: Buffer.from(seal.image, 'base64') } }) } };
}

/**
 * The key of a job in the queue, made from its contents: a batch that is run again finds its jobs there, and a job that has changed
 * in any way is another one.
 */
export function idOf(queued: QueuedJob): string {
  return createHash('sha256').update(JSON.stringify(queued)).digest('hex');
}
