import { visible } from '../../diagnostics/problem-text.js';
import type { Outcome } from './run-batch.js';

/** How far a batch has got. */
export interface Tally {
  readonly done: number;
  readonly failed: number;
  readonly unchanged: number;
  /** Unknown for a stream. */
  readonly total: number | undefined;
  readonly milliseconds: number;
}

/** The display of a running batch. */
export interface Progress {
  readonly count: (outcome: Outcome) => void;
  /** Prints a message above the bar. */
  readonly log: (text: string) => void;
  /** Removes the bar and returns the final numbers. */
  readonly end: () => Tally;
}

/** The bar's width in characters. */
const WIDTH = 20;
/** Milliseconds between two updates of the bar. */
const INTERVAL = 100;

/** A duration such as `1 小时 2 分`, `3 分 4 秒` or `5 秒`. */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} 小时 ${minutes} 分`;
  return minutes > 0 ? `${minutes} 分 ${seconds % 60} 秒` : `${seconds} 秒`;
}

/** One line: bar, done and total, rate, time left, failures. */
export function progressLine({ done, failed, unchanged, total, milliseconds }: Tally): string {
  const ended = done + failed + unchanged;
  const rate = (done + failed) / (milliseconds / 1000);
  const speed = done + failed > 0 ? `${rate.toFixed(1)} 份/秒` : '';
  const failures = failed > 0 ? `失败 ${failed}` : '';
  if (total === undefined) return [`${ended} 份`, speed, failures].filter((part) => part !== '').join('  ');
  const filled = total === 0 ? WIDTH : Math.floor((WIDTH * ended) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  const left = done + failed > 0 ? `还需 ${durationText(((total - ended) / rate) * 1000)}` : '';
  return [`${bar} ${ended}/${total}`, speed, left, failures].filter((part) => part !== '').join('  ');
}

/** Shows a bar on a terminal; elsewhere only messages. @param label what is being done, if that changes */
export function startProgress(stream: NodeJS.WriteStream, total: number | undefined, label = ''): Progress {
  const start = performance.now();
  const counts = { done: 0, failed: 0, unchanged: 0 };
  const tally = (): Tally => ({ ...counts, total, milliseconds: performance.now() - start });
  const clear = stream.isTTY ? '\r\u001B[K' : '';
  let shown = Number.NEGATIVE_INFINITY;
  return {
    count: (outcome) => {
      counts[outcome] += 1;
      const now = performance.now();
      if (!stream.isTTY || now - shown < INTERVAL) return;
      shown = now;
      stream.write(clear + label + progressLine(tally()));
    },
    log: (text) => {
      stream.write(`${clear}${visible(text)}\n`);
      shown = Number.NEGATIVE_INFINITY;
    },
    end: () => {
      stream.write(clear);
      return tally();
    },
  };
}
