import type { AuditOptions } from '../../batch/index.js';
import { type Progress, startProgress } from '../batch/progress.js';

/** The display of an audit: a bar while reports are read, and another while they are checked. */
export interface Steps {
  readonly step: NonNullable<AuditOptions['onStep']>;
  /** Removes the bar. */
  readonly end: () => void;
}

const LABELS = { read: '读入 ', checked: '核对 ' } as const;

/** @param total the number of files, unless only reading them would tell */
export function stepsShown(stream: NodeJS.WriteStream, total: number | undefined): Steps {
  const read = { done: 0, failed: 0 };
  const bars = new Map<string, Progress>();
  const barOf = (step: keyof typeof LABELS): Progress => {
    const bar = bars.get(step) ?? startProgress(stream, step === 'read' ? total : read.done, LABELS[step]);
    bars.set(step, bar);
    return bar;
  };
  return {
    step: (step, _, isDone) => {
      if (step === 'read') read[isDone ? 'done' : 'failed'] += 1;
      barOf(step).count(isDone ? 'done' : 'failed');
    },
    end: () => {
      for (const bar of bars.values()) bar.end();
    },
  };
}
