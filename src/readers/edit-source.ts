import { type Diagnostic, type Edit, type Path, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { valueAt } from '../table/cells.js';
import { apart, type Change, expectedText, replacedIn, withTexts } from './edited-text.js';
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

/** The edits of one text. */
interface OfText {
  readonly path: Path;
  readonly edits: readonly Edit[];
}

/** Where the edits of a text are made in the file, as far as these can be made. */
function changesFor({ path, edits }: OfText, { text, source }: ReadText): readonly Change[] {
  return apart(
    edits.flatMap((edit): readonly Change[] => {
      const { place, words } = edit;
      const span = place && 'line' in place ? source.spanOf(path, place, words) : undefined;
      return span && !isFold(text, span[1], words) ? [{ edit, from: span[0], to: span[1] }] : [];
    }),
  );
}

/** The file with all edits of some texts that can be made; undefined if this would make something else of it. */
function edited(now: ReadText, texts: readonly OfText[], read: (text: string) => Source) {
  const own = texts.map((one) => ({ path: one.path, changes: changesFor(one, now) }));
  const changes = apart(own.flatMap((one) => one.changes));
  if (changes.length === 0) return { ...now, made: [] };
  const after = replacedIn(now.text, changes);
  const source = sourceOf(after, read);
  const wanted = own.map(({ path, changes: of }) => {
    const text = textAt(now.source, path);
    return [
      path,
      expectedText(
        text,
        of.map(({ edit }) => edit),
      ),
    ] as const;
  });
  const isAsWanted = source && JSON.stringify(source.value) === withTexts(now.source.value, wanted);
  return isAsWanted ? { text: after, source, made: changes.map(({ edit }) => edit) } : undefined;
}

/** So many characters are read in all, to find those that cannot be made among others. */
const MOST_READ = 20_000_000;

/** So often a file is read at least, however large it is. */
const LEAST_TRIES = 20;

/**
 * Makes edits in the text of a JSON or YAML file. Everything else stays as it is written: comments, order, the spelling of numbers. What
 * was made is read again, and an edit by which the data would be anything but what it should be is left: where all together do not come
 * out, each half of the texts is tried for itself.
 *
 * @param edits with places inside the texts at their paths, as findings have them before they are located
 * @param read reads the file; it is called again on what was made
 */
function editWith(text: string, edits: readonly Edit[], read: (text: string) => Source): EditedSource {
  const paths = new Map<string, Edit[]>();
  for (const edit of distinct(edits)) {
    const key = formatPath(edit.path);
    const own = paths.get(key);
    if (own === undefined) paths.set(key, [edit]);
    else own.push(edit);
  }
  let now: ReadText = { text, source: read(text) };
  let tries = Math.max(LEAST_TRIES, MOST_READ / Math.max(1, text.length));
  const made = new Set<Edit>();
  const texts = [...paths.values()].map((own): OfText => ({ path: own[0]?.path ?? [], edits: own }));
  const open: (readonly OfText[])[] = [texts];
  for (let some = open.pop(); some !== undefined && tries > 0; some = open.pop(), tries--) {
    const next = edited(now, some, read);
    if (next !== undefined) {
      now = next;
      for (const edit of next.made) made.add(edit);
    } else if (some.length > 1) {
      const half = Math.ceil(some.length / 2);
      open.push(some.slice(half), some.slice(0, half));
    }
  }
  const all = texts.flatMap((one) => one.edits);
  return { text: now.text, made: [...made], left: all.filter((edit) => !made.has(edit)) };
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
