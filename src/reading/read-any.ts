import type { Diagnostic, Path, Place } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { type FormOptions, formsOf } from '../editions/editions.js';
import type { FindTemplate } from '../narrative/find-template.js';
import type { MatchedReport } from '../readers/match/assemble.js';
import { matchReport } from '../readers/match/match-report.js';
import { type ReaderTools, readSourceInput, type SourceInput } from '../readers/read-reading.js';
import { readReportText } from '../readers/read-report.js';
import type { LoadYaml } from '../readers/yaml-package.js';
import { parseReport } from '../report/parse.js';
import type { AnyReport } from '../report/report.js';
import { withCarried } from './carried-report.js';

/** A report read from any kind of file. */
export interface Read<R = AnyReport> {
  readonly report: R;
  /** What was read otherwise than it stands in the source, left out, missing or doubtful, each with its place. */
  readonly losses: readonly Diagnostic[];
  /** What is questionable about the way a text of our own kinds is written; to be told with the findings about the report. */
  readonly findings: readonly Diagnostic[];
  /** Adds the place in the source to problems found later. */
  readonly locate: (problems: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** What reading needs besides the input. */
export interface ReadSources extends FormOptions, ReaderTools {
  readonly loadYaml: LoadYaml;
  /** Finds templates, by which the data that a file carries are compared with what it shows. */
  readonly find: FindTemplate;
}

/** The place of what a path leads to, or of the nearest part around it. */
function placeAt(path: Path, places: ReadonlyMap<string, string>): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const at = places.get(path.slice(0, length).join('.'));
    if (at !== undefined) return at;
  }
  return undefined;
}

function locateIn({ places }: MatchedReport, file: string): Read['locate'] {
  const placed = <T extends { readonly path: Path; readonly place?: Place }>(one: T): T => {
    const isElsewhere = one.place !== undefined && one.place.file !== formatPath(one.path);
    const at = isElsewhere ? undefined : placeAt(one.path, places);
    return at === undefined ? one : { ...one, place: { file, at } };
  };
  return (problems) =>
    problems.map((problem) => ({
      ...placed(problem),
      ...(problem.places && { places: problem.places.map(placed) }),
      ...(problem.suspect && { suspect: placed(problem.suspect) }),
    }));
}

/**
 * Reads a report from a file of any kind, told by its content: our own JSON and YAML, a Word file, a PDF, a web page,
 * plain text.
 *
 * @throws ReportError `read/no-report` if it is none; `read/unsupported`, `read/damaged`, `read/too-large` if it cannot be read; for
 *   JSON and YAML all problems of syntax and shape
 */
export async function readAny(
  input: SourceInput,
  { loadYaml, find, loadPdfEngine, ...options }: ReadSources,
): Promise<Read> {
  const source = await readSourceInput(input, loadPdfEngine ? { loadPdfEngine } : {});
  if ('text' in source) {
    return { ...readReportText(source.text, input.name, options, loadYaml, source.kind), losses: [] };
  }
  const { reading } = source;
  const matched = matchReport(reading, input.name, formsOf(options));
  const { report: whole, losses } = withCarried(matched, reading.carried, input.name, { ...options, find });
  const locate = locateIn(matched, input.name);
  return { report: parseReport(whole, options), losses: locate(losses), findings: [], locate };
}
