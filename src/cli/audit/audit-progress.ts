import type { AuditOptions } from '../../batch/index.js';
import { type Progress, startProgress } from '../batch/progress.js';

/** The display of an audit: a bar while reports are read, and another while they are checked. */
export interface Steps {
  readonly step: NonNullable<AuditOptions['onStep']>;
  readonly plan: NonNullable<AuditOptions['onPlan']>;
  /** Removes the bar. */
  readonly end: () => void;
}

const LABELS = { read: '读入 ', checked: '核对 ' } as const;

/** @param total the number of files, unless only reading them would tell */
export function stepsShown(stream: NodeJS.WriteStream, total: number | undefined): Steps {
  let planned = 0;
  const bars = new Map<string, Progress>();
  const barOf = (step: keyof typeof LABELS): Progress => {
    const bar = bars.get(step) ?? startProgress(stream, step === 'read' ? total : planned, LABELS[step]);
    bars.set(step, bar);
    return bar;
  };
  return {
    step: (step, _, isDone) => barOf(step).count(isDone ? 'done' : 'failed'),
    plan: (reports) => {
      planned = reports;
    },
    end: () => {
      for (const bar of bars.values()) bar.end();
    },
  };
}
