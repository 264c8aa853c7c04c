import { documentOf, prepare } from '../compose/prepared.js';
import { type Diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import { type FormOptions, formOf, formsOf } from '../editions/editions.js';
import type { FindTemplate } from '../narrative/find-template.js';
import type { MatchedReport } from '../readers/match/assemble.js';
import { matchReport } from '../readers/match/match-report.js';
import { excerpt, loss } from '../readers/neutral/loss.js';
import { parseReport } from '../report/parse.js';
import type { AnyReport } from '../report/report.js';
import { dataCells, valueAt } from '../table/cells.js';
import { readingOf } from './document-reading.js';

/** A report as far as it was read: of the shape of a report object, but not yet parsed. */
interface Whole {
  readonly report: object;
  readonly losses: readonly Diagnostic[];
}

type Sources = FormOptions & { readonly find: FindTemplate };

/** The parts of a report that a file shows: its cells one by one, its texts part by part. */
function shownParts({ tables, sections, texts }: ReturnType<typeof formOf>): readonly Path[] {
  const keys = new Set([...sections.map(({ key }) => key), ...Object.keys(texts)]);
  return [
    ...[
      ['edition'],
      ['year'],
      ['agency', 'name'],
      ['title'],
      ['addressee'],
      ['signoff', 'agency'],
      ['signoff', 'date'],
    ],
    ...[...keys].flatMap((key) => ['headings', 'narrative', 'notes', 'tables', 'absent'].map((part) => [part, key])),
    ...Object.entries(tables).flatMap(([key, spec]) => dataCells(spec).map(({ path }) => [key, ...path])),
  ];
}

/** The report with another value at a path; without what is there if the value is undefined. */
function withValue(report: object, [key, ...rest]: Path, value: unknown): object {
  const record = report as { readonly [key: string]: unknown };
  const name = String(key);
  const inner = rest.length === 0 ? value : withValue((record[name] as object | undefined) ?? {}, rest, value);
  const { [name]: _, ...others } = record;
  return inner === undefined ? others : { ...record, [name]: inner };
}

const asText = (value: unknown): string => {
  if (value === undefined) return '没有';
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join('') : JSON.stringify(value);
};

/** Two texts from where they part, with a few characters before. */
function whereTheyPart(one: string, other: string): readonly [string, string] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const from = Math.max(0, at - 8);
  const cut = (text: string) => excerpt(`${from > 0 ? '…' : ''}${text.slice(from)}`);
  return [cut(one), cut(other)];
}

function tellDifference(path: Path, seen: unknown, carried: unknown, file: string): Diagnostic {
  const [given, wanted] = whereTheyPart(asText(seen), asText(carried));
  return loss('doubtful', { cause: 'carried-differs', given, wanted }, { file, path });
}

/** The report that a file carries, if it can be read and shown again. */
function shownAgain(
  carried: string,
  sources: Sources,
): { readonly report: AnyReport; readonly shown: object } | undefined {
  try {
    const report = parseReport(JSON.parse(carried), sources);
    const document = documentOf(prepare(report, sources));
    return { report, shown: matchReport(readingOf(document), '', formsOf(sources)).report };
  } catch (error) {
    if (error instanceof ReportError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The report that a file carries with it, if it still shows that: what is seen otherwise wins over the data, and is told. Without
 * data of its own, what was matched.
 */
export function withCarried(
  matched: MatchedReport,
  carried: string | undefined,
  file: string,
  sources: Sources,
): Whole {
  if (carried === undefined) return matched;
  const again = shownAgain(carried, sources);
  if (again === undefined || valueAt(again.shown, ['edition']) !== valueAt(matched.report, ['edition'])) {
    const told = loss('doubtful', { cause: 'carried-unusable' }, { file });
    return { report: matched.report, losses: [...matched.losses, told] };
  }
  const { report, shown } = again;
  const isSame = (path: Path) => JSON.stringify(valueAt(shown, path)) === JSON.stringify(valueAt(matched.report, path));
  const changed = shownParts(formOf(report, sources)).filter((path) => !isSame(path));
  const whole = changed.reduce<object>((one, path) => withValue(one, path, valueAt(matched.report, path)), report);
  return {
    report: whole,
    // What had to be understood is known from the data, except where these no longer hold.
    losses: changed.map((path) => tellDifference(path, valueAt(matched.report, path), valueAt(shown, path), file)),
  };
}
