import type { HandedReport, TextOptions, UnreadReport } from '../index.js';
import { type AuditInput, nameOf } from './audit-input.js';
import { inFlight } from './in-flight.js';
import type { FiguresResult } from './roll-up-read-task.js';
import { type PoolOptions, startThreads } from './threads.js';

/** How many reports are read. */
export interface FiguresOptions extends TextOptions, Omit<PoolOptions, 'look'> {
  /** How many reports there are at most, if that is known: more threads than that are not started. */
  readonly most?: number;
  /** Called when a report has been read. */
  readonly onRead?: (isDone: boolean) => void;
}

/** What messages call an input: its file, and the line of that which it is. */
function placeOf(input: AuditInput): string {
  const line = 'line' in input ? input.line : undefined;
  return line === undefined ? nameOf(input) : `${nameOf(input)}:${line}`;
}

type Inputs = Iterable<AuditInput> | AsyncIterable<AuditInput>;

async function* readAll(
  inputs: Inputs,
  isWhole: boolean,
  { jobs, most, memory, timeout, onRead, ...look }: FiguresOptions,
): AsyncGenerator<HandedReport | UnreadReport> {
  const threads = startThreads(
    {
      look,
      ...(jobs !== undefined && { jobs }),
      ...(memory !== undefined && { memory }),
      ...(timeout !== undefined && { timeout }),
    },
    most,
  );
  const readOne = async (input: AuditInput): Promise<HandedReport | UnreadReport> => {
    const result = await threads.call<FiguresResult>('figures', { input, isWhole });
    const file = placeOf(input);
    onRead?.(result.ok);
    if (!result.ok) return { file, problems: result.findings };
    return { file, report: result.report, losses: result.losses };
  };
  try {
    yield* inFlight(inputs, 2 * threads.jobs, readOne);
  } finally {
    await threads.close();
  }
}

/**
 * Reads many reports of any kinds on threads, as `rollUp` takes them: without their texts, in the order in which they are done. One that
 * cannot be read, or that hangs or kills its thread, is given as such.
 *
 * @throws what the inputs throw
 */
export const readFigures = (
  inputs: Inputs,
  options: FiguresOptions = {},
): AsyncGenerator<HandedReport | UnreadReport> => readAll(inputs, false, options);

/** The same with their texts, as reports are compared. */
export const readReports = (
  inputs: Inputs,
  options: FiguresOptions = {},
): AsyncGenerator<HandedReport | UnreadReport> => readAll(inputs, true, options);
