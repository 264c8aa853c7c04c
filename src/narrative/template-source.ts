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

/** How many lines a text has, as Handlebars counts them. */
const countLines = (text: string): number => text.split(/\r\n?|\n/).length;

/** A text that the report itself carries, at a path. Of a list of paragraphs, the one in question is named. */
export function ownSource(typed: NarrativeText, path: Path): TemplateSource {
  const at = (here: Path, line: number, column: number) => {
    return { kind: 'report', path: here, place: { file: formatPath(here), line, column } } as const;
  };
  if (typeof typed === 'string') return { text: typed, spotAt: (line, column) => at(path, line, column) };
  let lines: readonly number[] | undefined;
  return {
    text: typed.join('\n'),
    spotAt: (line, column) => {
      lines ??= typed.map(countLines);
      let [index, left] = [0, line];
      for (; index < typed.length - 1 && left > (lines[index] ?? 1); index++) left -= lines[index] ?? 1;
      return at([...path, index], left, column);
    },
  };
}
