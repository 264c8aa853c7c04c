import type { Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { once } from '../memo/once.js';
import type { Narrated } from '../narrative/narrate.js';
import { isAbsent } from '../report/absent.js';
import type { AnyReport } from '../report/report.js';
import { type Passage, passages } from './passages.js';
import { type Datum, textsIn } from './report-data.js';
import { fact, type Subject } from './rule.js';
import { valuesOf } from './table-values.js';

/** A text that is printed, and where the report has it. */
export interface PrintedText {
  readonly text: string;
  readonly path: Path;
  /** The paragraph of a narrative. */
  readonly passage: Passage | undefined;
}

/** What is printed by way of templates or not at all. */
const NOT_PRINTED = new Set(['edition', 'previous', 'waivers', 'absent', 'facts', 'narrative', 'notes', 'agency']);

/** What stands under the key of a section is not printed if the report declares that it has no such section. */
const isPrinted = (report: AnyReport, [first = '', second]: Path): boolean =>
  !isAbsent(report, String(first === 'headings' || first === 'tables' ? second : first));

/** The agency's name, and what else of it some template reads: a line feed in these would part a paragraph. */
const agencyTexts = ({ report: { agency }, narrated: { reads } }: Subject): readonly Datum[] =>
  textsIn(agency, ['agency']).filter(({ path }) => path[1] === 'name' || reads.has(path.join('.')));

/** Whether a key holds a table with nothing but numbers, as most do. */
const hasCountsOnly = (key: string, subject: Subject): boolean =>
  Object.hasOwn(subject.form.tables, key) &&
  valuesOf(subject, key).every((value) => typeof value === 'number' || value === null);

/** The places of the texts that are templates. */
const templatesOf = once(
  ({ texts }: Narrated): ReadonlySet<string> => new Set(texts.map(({ path }) => formatPath(path))),
);

/** All texts that a report prints: those of its data, and the paragraphs of those that are templates. */
export const printedTexts = fact((subject: Subject): readonly PrintedText[] => {
  const { report, narrated } = subject;
  const isTemplate = (path: Path) =>
    path[0] === 'tables' && path[3] === 'note' && templatesOf(narrated).has(formatPath(path.slice(0, 4)));
  const data = Object.entries(report)
    .flatMap(([key, value]) => (NOT_PRINTED.has(key) || hasCountsOnly(key, subject) ? [] : textsIn(value, [key])))
    .filter(({ path }) => isPrinted(report, path) && !isTemplate(path));
  return [
    ...[...agencyTexts(subject), ...data].map(({ text, path }) => ({ text, path, passage: undefined })),
    ...passages(subject).flatMap((passage) =>
      passage.isTemplate ? [{ text: passage.text, path: passage.path, passage }] : [],
    ),
  ];
});
