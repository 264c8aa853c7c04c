import { type Diagnostic, diagnostic, type Path, type Place, ReportError } from '../diagnostics/diagnostic.js';
import { type FormOptions, formsOf } from '../editions/editions.js';
import { limitFacts, limitsOf } from '../limits/limits-of.js';
import { parseReport } from '../report/parse.js';
import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';
import { decodeText } from './decode-text.js';
import { proveContent } from './input-size.js';
import { readSource } from './read-source.js';
import type { ReadOptions, ReadReport } from './read-text.js';
import { located, type Source } from './source.js';
import { asTyped } from './untyped.js';
import { isFold } from './yaml-folds.js';
import type { LoadYaml } from './yaml-package.js';

/** Runs a step, adding places to the problems it throws. */
function withPlaces<T>(step: () => T, locateAll: ReadReport['locate']): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locateAll(error.diagnostics)) : error;
  }
}

/** A problem of a whole text as one of the report in it; none if it is elsewhere in the text. */
function below(at: Path, problem: Diagnostic): readonly Diagnostic[] {
  const isInside = at.every((key, i) => problem.path[i] === key);
  return isInside ? [{ ...problem, path: problem.path.slice(at.length) }] : [];
}

/** The report object in a source, as it is meant. */
function typedIn({ value, untyped }: Source, at: Path, options: FormOptions): ReturnType<typeof asTyped> {
  const own = untyped.filter((path) => path.length > at.length && at.every((key, i) => path[i] === key));
  return asTyped(
    valueAt(value, at),
    own.map((path) => path.slice(at.length)),
    formsOf(options),
  );
}

/** Parsers take up to a hundred times the length of a text, so that is looked at before. */
function proveLength(text: string, file: string, options: FormOptions): void {
  const limits = limitsOf(options);
  if (text.length <= limits.dataCharacters) return;
  throw new ReportError([
    diagnostic(
      'read/too-large',
      { cause: 'characters', file, ...limitFacts('dataCharacters', limits) },
      { place: { file, line: 1, column: 1 } },
    ),
  ]);
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
  content: string | Uint8Array,
  name: string,
  { line = 1, at = [], ...options }: ReadOptions,
  loadYaml: LoadYaml,
  kind?: 'json' | 'yaml',
): ReadReport<AnyReport> {
  proveContent(content);
  const text = typeof content === 'string' ? content : decodeText(content, name);
  /** Counts the lines of the text from the beginning of the file. */
  const moved = <T extends { readonly place?: Place }>(one: T): T =>
    one.place?.file === name && 'line' in one.place
      ? { ...one, place: { ...one.place, line: one.place.line + line - 1 } }
      : one;
  const inFile = (problem: Diagnostic): Diagnostic => {
    const { places, suspect, fix } = problem;
    return {
      ...moved(problem),
      ...(fix && { fix: { ...fix, edits: fix.edits.map(moved) } }),
      ...(places && { places: places.map(moved) }),
      ...(suspect && { suspect: moved(suspect) }),
    };
  };
  proveLength(text, name, options);
  const source = withPlaces(
    () => readSource(text, name, loadYaml, { kind, ...options }),
    (problems) => problems.map(inFile),
  );
  // Spaces that are all folds of lines have been told as that.
  const isOfFolds = ({ code, fix }: Diagnostic): boolean =>
    code === 'text/stray-space' &&
    fix !== undefined &&
    fix.edits.every(({ path, place, words }) => {
      const span = place && 'column' in place ? source.spanOf([...at, ...path], place, words) : undefined;
      return span !== undefined && isFold(text, span[1], words);
    });
  const locateAll: ReadReport['locate'] = (problems) =>
    problems.flatMap((problem) => (isOfFolds(problem) ? [] : inFile(located(problem, source, at))));
  const { raw, findings } = typedIn(source, at, options);
  return {
    report: withPlaces(() => parseReport(raw, options), locateAll),
    locate: locateAll,
    findings: [...source.findings.flatMap((problem) => below(at, inFile(problem))), ...locateAll(findings)],
  };
}
