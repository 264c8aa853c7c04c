import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { diagnostic, type Path, ReportError, type TextPlace } from '../diagnostics/diagnostic.js';
import { snippetAt } from '../diagnostics/snippet.js';
import type { Location, Program } from './tree.js';

/** The text of a template, and where it comes from. */
export interface TemplateSource {
  readonly text: string;
  /** A file's path, or the path in the report object when the report itself carries the text. */
  readonly file: string;
  readonly path: Path;
}

/** A fault of nesting carries its line and column. */
const nested = (error: object): { readonly line: number; readonly column: number } | undefined =>
  'lineNumber' in error && 'column' in error
    ? { line: Number(error.lineNumber), column: Number(error.column) + 1 }
    : undefined;

/** A fault of syntax names its line in words, and points at the column with dashes under a window of the text before it. */
function pointed(message: string, text: string): { readonly line: number; readonly column: number } {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const [, window = '', pointer = ''] = message.split('\n');
  const row = text.split('\n')[line - 1] ?? '';
  for (let before = window.slice(0, pointer.length - 1); before !== ''; before = before.slice(1)) {
    const at = row.indexOf(before);
    if (at >= 0) return { line, column: at + before.length + 1 };
  }
  return { line, column: 1 };
}

/** The place of a node in its file. */
export function placeOf({ loc: { start } }: { readonly loc: Location }, { file }: TemplateSource): TextPlace {
  return { file, line: start.line, column: start.column + 1 };
}

/**
 * Parses a template.
 *
 * @throws ReportError `template/syntax` with line and column
 */
export function parseTemplate({ text, file, path }: TemplateSource): Program {
  try {
    return parse(text) as Program;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = { file, ...(nested(Object(error)) ?? pointed(message, text)) };
    throw new ReportError([
      diagnostic('template/syntax', {
        message: '模板写得不合语法',
        path,
        place,
        found: snippetAt(text, place.line, place.column),
        expected: '配对的 {{ }}，每个 {{#if}}、{{#each}} 都有结尾',
        hint: '检查此处的花括号和 {{/if}}、{{/each}} 是否配对',
      }),
    ]);
  }
}
