import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { NarrativeText } from '../report/report.js';

/** The text of a template, and where it comes from. */
export interface TemplateSource {
  readonly text: string;
  /** Where a line and a column of the text are, counted from 1, and whose fault it is if something is wrong there. */
  readonly spotAt: (line: number, column: number) => Pick<Diagnostic, 'path' | 'place' | 'kind'>;
}

/** A template of a folder. */
export function fileSource(text: string, file: string): TemplateSource {
  return { text, spotAt: (line, column) => ({ path: [], place: { file, line, column } }) };
}

/** The line at which each of several paragraphs begins, counted from 0 as Handlebars does. */
function firstLines(paragraphs: readonly string[]): readonly number[] {
  let line = 0;
  return paragraphs.map((text) => {
    const first = line;
    line += text.split(/\r\n?|\n/).length;
    return first;
  });
}

/** Which paragraph a line is of: the last that does not begin behind it. */
function paragraphAt(first: readonly number[], line: number): number {
  let [low, high] = [0, first.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((first[middle] ?? 0) <= line) low = middle;
    else high = middle;
  }
  return low;
}

/** A text that the report itself carries, at a path. Of a list of paragraphs, the one in question is named. */
export function ownSource(typed: NarrativeText, path: Path): TemplateSource {
  const at = (here: Path, line: number, column: number) => {
    return { kind: 'report', path: here, place: { file: formatPath(here), line, column } } as const;
  };
  if (typeof typed === 'string') return { text: typed, spotAt: (line, column) => at(path, line, column) };
  let first: readonly number[] | undefined;
  return {
    text: typed.join('\n'),
    spotAt: (line, column) => {
      first ??= firstLines(typed);
      const index = paragraphAt(first, line - 1);
      return at([...path, index], line - (first[index] ?? 0), column);
    },
  };
}
