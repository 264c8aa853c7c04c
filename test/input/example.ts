import { readFileSync } from 'node:fs';
import { type Diagnostic, formatPath, parseReport, type Report, ReportError, readReport } from '../../src/index.js';

/** The text of a fixture. */
export function fixture(path: string): string {
  return readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');
}

/** A fixture as a report. */
export function readFixture(path: string): Report {
  return readReport(fixture(path), path).report;
}

/** Every fixture that is a report without an error. */
export const goodFixtures = [
  '2019/yinchuan-2020.json',
  '2021/huaian-2024.yaml',
  '2021/suqian-2023.yaml',
  '2021/suqian-2024.yaml',
  '2021/extreme.json',
  '2021/minimal.json',
] as const;

// biome-ignore lint/suspicious/noExplicitAny: a raw report is what tests break
export type Raw = any;

/** The smallest report of an edition, all zeros, not yet parsed, with some of its keys replaced. */
export function minimal(changes: Raw = {}): Raw {
  const { narrative, ...raw } = JSON.parse(fixture('2021/minimal.json'));
  const edition = changes.edition === '2019' ? { edition: '2019', year: 2020 } : {};
  return { ...raw, ...edition, ...changes, narrative: { ...narrative, ...changes.narrative } };
}

/** The same, parsed. */
export function minimalReport(changes: Raw = {}): Report {
  return parseReport(minimal(changes));
}

/** Table four with every cell given as 0. */
export function zeroReview(): Raw {
  const none = () => ({ upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 });
  return { reconsideration: none(), litigation: { direct: none(), afterReconsideration: none() } };
}

/** What nested data holds at a dotted path. */
export function at(data: Raw, path: string): Raw {
  return path.split('.').reduce((value, key) => value?.[key], data);
}

/** A deep copy of some data with one place changed; groups on the way are made where they are absent. */
export function withValue<T>(data: T, path: string, value: unknown): T {
  const copy: Raw = structuredClone(data);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let node = copy;
  for (const key of keys) {
    node[key] ??= {};
    node = node[key];
  }
  if (value === undefined) delete node[last];
  else node[last] = value;
  return copy;
}

/** The problems that something throws; none if it goes through. */
export function problemsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ReportError) return error.diagnostics;
    throw error;
  }
  return [];
}

/** A problem in short: `sum/I1 requests.disposition.total.naturalPerson`. */
export function short({ code, path }: Diagnostic): string {
  return `${code} ${formatPath(path)}`;
}

/** Problems as they would be if none were gathered: one for each place. */
export const onePerPlace = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
  problems.flatMap(({ places, ...problem }) => places?.map((place) => ({ ...problem, ...place })) ?? [problem]);
