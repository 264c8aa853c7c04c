import { type Path, type Place, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { type FormOptions, formsOf } from '../editions/editions.js';
import type { FindTemplate } from '../narrative/find-template.js';
import type { MatchedReport } from '../readers/match/assemble.js';
import { matchReport } from '../readers/match/match-report.js';
import { type Reading, withElement } from '../readers/neutral/reading.js';
import { parseReport } from '../report/parse.js';
import type { AnyReport } from '../report/report.js';
import { withCarried } from './carried-report.js';
import { inDocumentWords } from './document-words.js';
import { filledReport } from './filled-report.js';
import type { Read } from './read-result.js';

/** The place of what a path leads to, or of the nearest part around it. */
function placeAt(path: Path, places: ReadonlyMap<string, string>): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const at = places.get(path.slice(0, length).join('.'));
    if (at !== undefined) return at;
  }
  return undefined;
}

/** Adds the places of a document to problems. @param matched its places are by dotted paths of the report, in words */
export function locateIn(
  { places, tell = inDocumentWords }: Pick<MatchedReport, 'places' | 'tell'>,
  file: string,
  elementAt?: Reading['elementAt'],
): Read['locate'] {
  const placed = <T extends { readonly path: Path; readonly place?: Place }>(one: T): T => {
    const isElsewhere = one.place !== undefined && one.place.file !== formatPath(one.path);
    const at = isElsewhere ? undefined : placeAt(one.path, places);
    return withElement(at === undefined ? one : { ...one, place: { file, at } }, elementAt);
  };
  return (problems) =>
    problems.map(tell).map((problem) => ({
      ...placed(problem),
      ...(problem.fix && { fix: { ...problem.fix, edits: problem.fix.edits.map(placed) } }),
      ...(problem.places && { places: problem.places.map(placed) }),
      ...(problem.suspect && { suspect: placed(problem.suspect) }),
    }));
}

/** Parses what was read; problems of its shape have their place in the source. */
function parsedAt(report: object, options: FormOptions, locate: Read['locate']): AnyReport {
  try {
    return parseReport(report, options);
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locate(error.diagnostics)) : error;
  }
}

/**
 * The report that a document shows.
 *
 * @throws ReportError `read/no-report` if it is none
 */
export function readDocument(
  reading: Reading,
  name: string,
  { find, ...options }: FormOptions & { readonly find: FindTemplate },
): Read {
  const { filled, carried } = reading;
  const matched = filled
    ? filledReport(filled, reading.losses, name, formsOf(options))
    : matchReport(reading, name, formsOf(options));
  const { report: whole, losses } = withCarried(matched, carried, name, { ...options, find });
  const { places } = matched;
  const locate = locateIn(matched, name, reading.elementAt);
  const read = { report: parsedAt(whole, options, locate), losses: locate(losses), findings: [], locate, places };
  return matched.tell === undefined ? read : { ...read, isFilled: true };
}
