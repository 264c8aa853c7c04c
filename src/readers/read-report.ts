import { type Diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import type { FormOptions } from '../editions/editions.js';
import { parseReport } from '../report/parse.js';
import type { AnyReport, Report } from '../report/report.js';
import { valueAt } from '../table/cells.js';
import { readSource } from './read-source.js';
import type { LoadYaml } from './read-yaml.js';
import { locate } from './source.js';

/** A report read from text. */
export interface ReadReport<R = Report> {
  readonly report: R;
  /** Adds line and column of the text to problems found later. */
  readonly locate: (problems: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** How a report is read. */
export type ReadOptions = ReportPlace & FormOptions;

/** Where a report is, if it is only part of a text, or the text only part of a file. */
export interface ReportPlace {
  /** The line of the file on which the text begins; 1 if not given. */
  readonly line?: number;
  /** The path to the report in the text; empty if not given. */
  readonly at?: Path;
}

/** Runs a step, adding places to the problems it throws. */
function withPlaces<T>(step: () => T, locateAll: ReadReport['locate']): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locateAll(error.diagnostics)) : error;
  }
}

/**
 * Reads a report from the text of a JSON or YAML file.
 *
 * @param name the file's name, for messages; its extension tells JSON from YAML
 * @param loadYaml gives the parser of YAML
 * @param kind what it is, if that is known already
 * @throws ReportError with all problems of syntax and shape, each with line and column
 */
export function readReportText(
  text: string,
  name: string,
  { line = 1, at = [], ...options }: ReadOptions,
  loadYaml: LoadYaml,
  kind?: 'json' | 'yaml',
): ReadReport<AnyReport> {
  /** Counts the lines of the text from the beginning of the file. */
  const inFile = (problem: Diagnostic): Diagnostic => {
    const { place } = problem;
    return place?.file === name && 'line' in place
      ? { ...problem, place: { ...place, line: place.line + line - 1 } }
      : problem;
  };
  const source = withPlaces(
    () => readSource(text, name, loadYaml, kind),
    (problems) => problems.map(inFile),
  );
  const locateOne = (problem: Diagnostic): Diagnostic => {
    const [located = problem] = locate([{ ...problem, path: [...at, ...problem.path] }], source);
    return inFile({ ...located, path: problem.path });
  };
  const locateAll: ReadReport['locate'] = (problems) => problems.map(locateOne);
  return { report: withPlaces(() => parseReport(valueAt(source.value, at), options), locateAll), locate: locateAll };
}
