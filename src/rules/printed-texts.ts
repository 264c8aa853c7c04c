import type { Path } from '../diagnostics/diagnostic.js';
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

/** What is printed by way of the narratives or not at all. */
const NOT_PRINTED = new Set(['edition', 'previous', 'waivers', 'facts', 'narrative', 'agency']);

function textsIn(value: unknown, path: Path): readonly Datum[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

/** All texts that a report prints: those of its data, and the paragraphs of its narratives. */
export function printedTexts(subject: Subject): readonly PrintedText[] {
  const { report } = subject;
  const data = Object.entries(report).flatMap(([key, value]) => (NOT_PRINTED.has(key) ? [] : textsIn(value, [key])));
  const name: Datum = { text: report.agency.name, path: ['agency', 'name'] };
  return [
    ...[name, ...data].map(({ text, path }) => ({ text, path, passage: undefined })),
    ...passages(subject).map((passage) => ({ text: passage.text, path: ['narrative', passage.part], passage })),
  ];
}

/** The first of the data that narratives may print and that holds these characters. */
export function sourceOf(characters: string, { agency, facts, ...report }: AnyReport): Path | undefined {
  const { narrative: _, previous: __, waivers: ___, ...others } = report;
  const all = [...textsIn(agency, ['agency']), ...textsIn(facts, ['facts']), ...textsIn(others, [])];
  return all.find(({ text }) => text.includes(characters))?.path;
}
