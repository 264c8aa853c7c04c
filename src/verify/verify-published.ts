import { documentOf, prepare } from '../compose/prepared.js';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formOf } from '../editions/editions.js';
import { withElement } from '../readers/neutral/reading.js';
import { type ReaderTools, readSourceInput, type SourceInput } from '../readers/read-reading.js';
import type { Read } from '../reading/read-result.js';
import type { AnyReport } from '../report/report.js';
import type { TextSources } from '../rules/text-sources.js';
import { valueAt } from '../table/cells.js';
import { compareParts } from './compare-parts.js';
import { contentsDifferences } from './contents-differences.js';
import { filledParts } from './filled-parts.js';
import { publishedParts } from './published-parts.js';
import { signedParts } from './signed-parts.js';

/** Whether a published file still shows what was signed. */
export interface Verified {
  /** Whether everything that is shown is as it was signed off. */
  readonly isSame: boolean;
  /**
   * `verify/changed`, `verify/missing`, `verify/added` in reading order: `place` is in the published file, `path` in the report, and
   * `places` has the place in the report's file if that is known.
   */
  readonly differences: readonly Diagnostic[];
  /** `verify/outside`: what stands around the report on its page. It is no difference. */
  readonly outside: readonly Diagnostic[];
  /** What the file holds and does not show, and what could not be read or was not looked at, such as pictures and scripts. */
  readonly losses: readonly Diagnostic[];
}

/** What is needed to verify a file. */
export interface VerifySources extends TextSources, ReaderTools {
  /** Adds places in the report's own file, as `readReport` gives it. */
  readonly locate?: Read['locate'];
}

function notPublished(name: string, found: string): ReportError {
  return new ReportError([diagnostic('read/unsupported', { cause: 'nothing-published', file: name, given: found })]);
}

/** What shows in the file and is not of the report: a text that somebody drew over a page, a row put into a sheet. */
function addedIn(losses: readonly Diagnostic[]): readonly Diagnostic[] {
  return losses.map(({ message, place, found = '' }) =>
    diagnostic('verify/added', { cause: 'beside', told: message, text: found }, place ? { place } : {}),
  );
}

/** Adds to a difference its place in the file of the report, which has none for what a template writes. */
function inBoth(
  difference: Diagnostic,
  report: AnyReport,
  locate: Read['locate'] = (problems) => problems,
): Diagnostic {
  const { path, label, place: _, ...rest } = difference;
  const isWritten = path.length > 0 && valueAt(report, path) !== undefined;
  const [{ place = undefined } = {}] = isWritten ? locate([{ ...rest, path }]) : [];
  return place ? { ...difference, places: [{ path, place, ...(label !== undefined && { label }) }] } : difference;
}

/**
 * Compares what a published file shows with the document of a report: its visible texts and cells, never the data that it carries.
 *
 * @throws ReportError `read/unsupported`, `read/damaged`, `read/too-large` if the file cannot be read or shows no text; every finding
 *   about the report, if one of them stops its rendering
 */
export async function verifyPublished(
  input: SourceInput,
  report: AnyReport,
  { locate, ...sources }: VerifySources,
): Promise<Verified> {
  const { name } = input;
  const source = await readSourceInput(input, sources);
  if ('text' in source) throw notPublished(name, source.kind.toUpperCase());
  const { filled } = source.reading;
  const parts = filled ? filledParts({ ...source.reading, filled }, name, sources) : publishedParts(source.reading);
  if (parts.length === 0) throw notPublished(name, '没有文字');
  const document = documentOf(prepare(report, sources));
  const hasSurroundings = source.kind === 'html' || source.kind === 'text';
  const { losses, contents = [], unknown = [], elementAt } = source.reading;
  const exact = (one: Diagnostic) => withElement(one, elementAt);
  const shown = [...losses.filter(({ code }) => code === 'read/unplaced'), ...(filled?.outside ?? [])];
  const compared = compareParts(signedParts(document, formOf(report, sources)), { file: name, parts, hasSurroundings });
  const differences = [
    ...contents.flatMap((entries) => contentsDifferences(document, entries, name)),
    ...compared.differences,
    ...addedIn(shown),
  ];
  return {
    isSame: differences.length === 0,
    differences: differences.map((one) => inBoth(exact(one), report, locate)),
    outside: compared.outside.map(exact),
    losses: [...losses.filter((one) => !shown.includes(one)), ...unknown].map(exact),
  };
}
