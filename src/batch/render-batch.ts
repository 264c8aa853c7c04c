import type { FormatId, LookOptions } from '../index.js';
import { inFlight } from './in-flight.js';
import { createPool, type PoolOptions } from './pool.js';
import type { BatchInput, Rendered } from './task.js';

/** How a batch is rendered. */
export interface BatchOptions extends LookOptions, Omit<PoolOptions, 'look'> {
  /** PDF and Word if not given, as on the command line. */
  readonly formats?: readonly FormatId[];
  /** Ends the threads and the batch. */
  readonly signal?: AbortSignal;
}

/** The result of a report of a batch. */
export type BatchResult = Rendered & {
  /** The report, as the input names it. */
  readonly id: string;
};

/**
 * Renders many reports on threads. Results come in the order in which they are finished; their `id` tells which is which. A report
 * is taken from the source only as results are taken: at most two per thread are in progress.
 *
 * @throws the signal's reason if it is aborted, and what the source throws; problems of a report are in its result
 */
export async function* renderBatch(
  inputs: Iterable<BatchInput> | AsyncIterable<BatchInput>,
  { formats = ['pdf', 'docx'], signal, jobs, memory, timeout, ...look }: BatchOptions = {},
): AsyncGenerator<BatchResult> {
  const pool = createPool({
    look,
    ...(jobs !== undefined && { jobs }),
    ...(memory !== undefined && { memory }),
    ...(timeout !== undefined && { timeout }),
  });
  try {
    const render = async (input: BatchInput): Promise<BatchResult> => {
      const rendered = await pool.render({ input, formats }, { signal });
      return { ...rendered, id: input.id };
    };
    yield* inFlight(inputs, 2 * pool.jobs, render, signal);
  } finally {
    await pool.close();
  }
}
