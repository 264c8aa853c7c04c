import { createHash } from 'node:crypto';
import type { LookOptions } from '../index.js';
import type { Job } from './job.js';

/** What the machine that does a job must have in common with the one that asks for it, or its files would be others. */
export interface Terms {
  /** SHA-256 of all that the files are made from, fonts and templates by their contents. */
  readonly input: string;
  /** What the store is known by. */
  readonly store: string;
}

/** A job as it stands in the queue: plain JSON. */
export interface QueuedJob extends Terms {
  /** The version of nianbao that asks; what follows may mean something else to another. */
  readonly version: string;
  readonly job: Omit<Job, 'look'> & { readonly look: QueuedLook };
}

/** How a report is to look. Fonts and templates are paths on the machine that does the job. */
interface QueuedLook extends Omit<LookOptions, 'seal'> {
  /** The picture in base64. */
  readonly seal?: { readonly image: string; readonly width: number };
}

export function encodeJob({ look = {}, ...job }: Job): QueuedJob['job'] {
  const { seal, ...plain } = look;
  const image = seal && Buffer.from(seal.image).toString('base64');
  return { ...job, look: { ...plain, ...(seal && image !== undefined && { seal: { ...seal, image } }) } };
}

export function decodeJob({ look, ...job }: QueuedJob['job']): Job {
  const { seal, ...plain } = look;
  return { ...job, look: { ...plain, ...(seal && { seal: { ...seal, image: Buffer.from(seal.image, 'base64') } }) } };
}

/** The same for a batch that is run again, so that nothing stands in the queue twice; another once anything in it has changed. */
export function idOf(queued: QueuedJob): string {
  return createHash('sha256').update(JSON.stringify(queued)).digest('hex');
}
