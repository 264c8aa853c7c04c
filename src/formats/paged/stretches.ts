import { ASCENT } from '../../fonts/em-box.js';
import { greatest } from '../../limits/extremes.js';
import { liveAddress } from '../../model/live-address.js';
import type { Area, TextItem } from '../../typeset/page.js';
import type { SetRun } from '../../typeset/set-line.js';

/** Neighbouring runs of a line with the same address, or without one, and of the head that runs in or of what follows it. */
export interface Stretch {
  readonly href: string | undefined;
  readonly isHead: boolean;
  readonly runs: readonly SetRun[];
}

/** The runs of a line by where they lead. Addresses that no file may lead to lead nowhere. */
export function stretchesOf(runs: readonly SetRun[]): readonly Stretch[] {
  const [first] = runs;
  if (first === undefined) return [];
  // Nearly all lines lead nowhere and have no head.
  if (runs.every(({ href, isHead }) => href === undefined && isHead === first.isHead))
    return [{ href: undefined, isHead: first.isHead, runs }];
  const found: (Stretch & { readonly runs: SetRun[] })[] = [];
  for (const run of runs) {
    const href = run.href === undefined ? undefined : liveAddress(run.href);
    const { isHead } = run;
    const last = found.at(-1);
    if (last && last.href === href && last.isHead === isHead) last.runs.push(run);
    else found.push({ href, isHead, runs: [run] });
  }
  return found;
}

/** The room that a stretch takes in its line: its ems. */
export function areaOf({ runs }: Stretch, { x, baseline }: TextItem): Area {
  const [first, last] = [runs[0] as SetRun, runs.at(-1) as SetRun];
  const height = greatest(runs.map(({ size }) => size));
  return { x: x + first.x, y: baseline - ASCENT * height, width: last.x + last.width - first.x, height };
}
