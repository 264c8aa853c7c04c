import { createHash } from 'node:crypto';
import type { Form, LookOptions } from '../index.js';
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

interface EncodedLook extends Omit<LookOptions, 'seal' | 'forms'> {
  /** The ids of the forms that the batch has loaded. The machine that does the job has to have its own; a job cannot load any. */
  readonly forms?: readonly string[];
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
  const { seal, forms, ...plain } = look;
  const encoded = {
    ...(seal && { seal: { ...seal, image: Buffer.from(seal.image).toString('base64') } }),
    ...(forms && { forms: forms.map(({ id }) => id) }),
  };
  return { ...job, look: { ...plain, ...encoded } };
}

/** @param loaded the forms of this machine, of which the job gets those that it names */
export function decodeJob({ look, ...job }: EncodedJob, loaded: readonly Form[]): Job {
  const { seal, forms, ...plain } = look;
  const decoded = {
    ...(seal && { seal: { ...seal, image: Buffer.from(seal.image, 'base64') } }),
    ...(forms && { forms: loaded.filter(({ id }) => forms.includes(id)) }),
  };
  return { ...job, look: { ...plain, ...decoded } };
}

/**
 * The key of a job in the queue, made from its contents: a batch that is run again finds its jobs there, and a job that has changed
 * in any way is another one.
 */
export function idOf(queued: QueuedJob): string {
  return createHash('sha256').update(JSON.stringify(queued)).digest('hex');
}
