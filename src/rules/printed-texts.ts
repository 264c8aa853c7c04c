import type { Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { once } from '../memo/once.js';
import { isAbsent } from '../report/absent.js';
import type { AnyReport } from '../report/report.js';
import { type Passage, passages } from './passages.js';
import type { Subject } from './rule.js';

/** A text that is printed, and where the report has it. */
export interface PrintedText {
  readonly text: string;
  readonly path: Path;
  /** The paragraph of a narrative. */
  readonly passage: Passage | undefined;
}

/** A text of the report object. */
export interface Datum {
  readonly text: string;
  readonly path: Path;
}

/** What is printed by way of templates or not at all. */
const NOT_PRINTED = new Set(['edition', 'previous', 'waivers', 'absent', 'facts', 'narrative', 'notes', 'agency']);

/** Adds the texts in a value. Most values are figures: a path is only made for a text. */
function collect(value: unknown, keys: (string | number)[], found: Datum[]): void {
  if (typeof value === 'string') found.push({ text: value, path: [...keys] });
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, item] of Object.entries(value)) {
    keys.push(isList ? Number(key) : key);
    collect(item, keys, found);
    keys.pop();
  }
}

/** All texts in a value. */
export function textsIn(value: unknown, path: Path): readonly Datum[] {
  const found: Datum[] = [];
  collect(value, [...path], found);
  return found;
}

/** What stands under the key of a section is not printed if the report declares that it has no such section. */
const isPrinted = (report: AnyReport, [first = '', second]: Path): boolean =>
  !isAbsent(report, String(first === 'headings' || first === 'tables' ? second : first));

/** The agency's name, and what else of it some template reads: a line feed in these would part a paragraph. */
const agencyTexts = ({ report: { agency }, narrated: { reads } }: Subject): readonly Datum[] =>
  textsIn(agency, ['agency']).filter(({ path }) => path[1] === 'name' || reads.has(path.join('.')));

/** All texts that a report prints: those of its data, and the paragraphs of those that are templates. */
export const printedTexts = once((subject: Subject): readonly PrintedText[] => {
  const { report, narrated } = subject;
  const templates = new Set(narrated.texts.map(({ path }) => formatPath(path)));
  const isTemplate = (path: Path) => path[0] === 'tables' && templates.has(formatPath(path.slice(0, 4)));
  const data = Object.entries(report)
    .flatMap(([key, value]) => (NOT_PRINTED.has(key) ? [] : textsIn(value, [key])))
    .filter(({ path }) => isPrinted(report, path) && !isTemplate(path));
  return [
    ...[...agencyTexts(subject), ...data].map(({ text, path }) => ({ text, path, passage: undefined })),
    ...passages(subject).flatMap((passage) =>
      passage.isTemplate ? [{ text: passage.text, path: passage.path, passage }] : [],
    ),
  ];
});

/** The first of the data that templates may print and that holds these characters. */
export function sourceOf(characters: string, { agency, facts, ...report }: AnyReport): Path | undefined {
  const { narrative: _, notes: __, previous: ___, waivers: ____, ...others } = report;
  const all = [...textsIn(agency, ['agency']), ...textsIn(facts, ['facts']), ...textsIn(others, [])];
  return all.find(({ text }) => text.includes(characters))?.path;
}
