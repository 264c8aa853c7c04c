import { type Diagnostic, type Edit, type Path, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { valueAt } from '../table/cells.js';
import { indexAt } from './inside-text.js';
import { readSource } from './read-source.js';
import type { Source } from './source.js';
import { isFold } from './yaml-folds.js';
import type { LoadYaml } from './yaml-package.js';

/** A report's text with corrections made in it. */
export interface EditedSource {
  readonly text: string;
  readonly made: readonly Edit[];
  /** Those that could not be made without touching anything else, such as in a text that YAML refers to by a name. */
  readonly left: readonly Edit[];
}

/** An edit of the file: the characters from one offset up to another. */
interface Change {
  readonly edit: Edit;
  readonly from: number;
  readonly to: number;
}

/** What the data must be once the edits of one text are made. */
function expectedText(value: string, edits: readonly Edit[]): string {
  const places = edits.flatMap(({ place, words, replacement }) =>
    place && 'line' in place ? [{ at: indexAt(value, place), words, replacement }] : [],
  );
  return places
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (text, { at, words, replacement }) => text.slice(0, at) + replacement + text.slice(at + words.length),
      value,
    );
}

function changed(text: string, changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, { from, to, edit }) => whole.slice(0, from) + edit.replacement + whole.slice(to), text);
}

/** The data with another text at a path. */
function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? withText(item, rest, text) : item));
  const record = value as { readonly [key: string]: unknown };
  return { ...record, [key]: withText(record[key], rest, text) };
}

const textAt = ({ value }: Source, path: Path): string => {
  const text = valueAt(value, path);
  return typeof text === 'string' ? text : '';
};

/** Edits of which none changes what another one does. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  const keyOf = ({ path, place }: Edit) =>
    `${formatPath(path)} ${place && 'line' in place ? `${place.line}:${place.column}` : ''}`;
  return [...new Map(edits.map((edit) => [keyOf(edit), edit])).values()];
}

/**
 * Makes edits in the text of a JSON or YAML file. Everything else stays as it is written: comments, order, the spelling of numbers. What
 * was made is read again, and an edit by which the data would be anything but what it should be is left.
 *
 * @param edits with places inside the texts at their paths, as findings have them before they are located
 * @param read reads the file; it is called again on what was made
 */
function editWith(text: string, edits: readonly Edit[], read: (text: string) => Source): EditedSource {
  const paths = new Map<string, Edit[]>();
  for (const edit of distinct(edits))
    paths.set(formatPath(edit.path), [...(paths.get(formatPath(edit.path)) ?? []), edit]);
  let now: ReadText = { text, source: read(text) };
  const [made, left]: [Edit[], Edit[]] = [[], []];
  for (const own of paths.values()) {
    const one = editOne(now, own, read);
    now = one;
    made.push(...one.made);
    left.push(...one.left);
  }
  return { text: now.text, made, left };
}

/** A text, and what is read in it. */
interface ReadText {
  readonly text: string;
  readonly source: Source;
}

/** What is read in a text; undefined if an edit has made of it what cannot be read. */
function sourceOf(text: string, read: (text: string) => Source): Source | undefined {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof ReportError) return undefined;
    throw error;
  }
}

/** The file with the edits of one text, as far as these can be made; as it was if they would make something else. */
function editOne(now: ReadText, edits: readonly Edit[], read: (text: string) => Source): ReadText & EditedSource {
  const { text, source } = now;
  const path = edits[0]?.path ?? [];
  const changes = edits.flatMap((edit): readonly Change[] => {
    const { place, words } = edit;
    const span = place && 'line' in place ? source.spanOf(path, place, words) : undefined;
    return span && !isFold(text, span[1], words) ? [{ edit, from: span[0], to: span[1] }] : [];
  });
  const made = changes.map(({ edit }) => edit);
  const after = changed(text, changes);
  const wanted = withText(source.value, path, expectedText(textAt(source, path), made));
  const next = made.length === 0 ? undefined : sourceOf(after, read);
  return next && JSON.stringify(next.value) === JSON.stringify(wanted)
    ? { text: after, source: next, made, left: edits.filter((edit) => !made.includes(edit)) }
    : { ...now, made: [], left: edits };
}

/**
 * Makes the corrections that findings carry, of the kinds that are wanted, in the text of a JSON or YAML file.
 *
 * @param problems findings about the report in the file, as checking gives them: not yet located. Waived ones stay as they are
 */
export function fixText(
  text: string,
  {
    name,
    kind,
    problems,
    kinds,
    loadYaml,
    limits,
  }: LimitOptions & {
    readonly name: string;
    readonly kind: 'json' | 'yaml';
    readonly problems: readonly Diagnostic[];
    readonly kinds: ReadonlySet<string>;
    readonly loadYaml: LoadYaml;
  },
): EditedSource {
  const edits = problems.flatMap(({ fix, waived }) =>
    fix && waived === undefined && kinds.has(fix.kind) ? fix.edits : [],
  );
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const edited = editWith(text.slice(mark.length), edits, (one) =>
    readSource(one, name, loadYaml, { kind, ...(limits && { limits }) }),
  );
  return { ...edited, text: mark + edited.text };
}
