import type { Fate } from './run.js';

/** How a batch is getting on. */
export interface Tally {
  readonly done: number;
  readonly failed: number;
  readonly kept: number;
  /** Unknown of a stream. */
  readonly total: number | undefined;
  readonly milliseconds: number;
}

/** Shows how a batch is getting on. */
export interface Progress {
  readonly count: (fate: Fate) => void;
  /** Tells something above the bar. */
  readonly tell: (text: string) => void;
  /** Takes the bar away; gives the last count. */
  readonly end: () => Tally;
}

const WIDTH = 20;
const PAUSE = 100;

/** `1 小时 2 分`, `3 分 4 秒`, `5 秒`. */
export function spoken(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} 小时 ${minutes} 分`;
  return minutes > 0 ? `${minutes} 分 ${seconds % 60} 秒` : `${seconds} 秒`;
}

/** One line: a bar, how many of how many, the rate, the time left, and how many failed. */
export function progressLine({ done, failed, kept, total, milliseconds }: Tally): string {
  const ended = done + failed + kept;
  const rate = (done + failed) / (milliseconds / 1000);
  const speed = done + failed > 0 ? `${rate.toFixed(1)} 份/秒` : '';
  const failures = failed > 0 ? `失败 ${failed}` : '';
  if (total === undefined) return [`${ended} 份`, speed, failures].filter((part) => part !== '').join('  ');
  const filled = total === 0 ? WIDTH : Math.floor((WIDTH * ended) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  const left = done + failed > 0 ? `还需 ${spoken(((total - ended) / rate) * 1000)}` : '';
  return [`${bar} ${ended}/${total}`, speed, left, failures].filter((part) => part !== '').join('  ');
}

/** On a terminal a bar; elsewhere nothing but what is told. */
export function startProgress(stream: NodeJS.WriteStream, total: number | undefined): Progress {
  const start = performance.now();
  const counts = { done: 0, failed: 0, kept: 0 };
  const tally = (): Tally => ({ ...counts, total, milliseconds: performance.now() - start });
  const clear = stream.isTTY ? '\r\u001B[K' : '';
  let shown = Number.NEGATIVE_INFINITY;
  return {
    count: (fate) => {
      counts[fate] += 1;
      const now = performance.now();
      if (!stream.isTTY || now - shown < PAUSE) return;
      shown = now;
      stream.write(clear + progressLine(tally()));
    },
    tell: (text) => {
      stream.write(`${clear}${text}\n`);
      shown = Number.NEGATIVE_INFINITY;
    },
    end: () => {
      stream.write(clear);
      return tally();
    },
  };
}
