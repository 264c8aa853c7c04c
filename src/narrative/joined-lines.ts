import { type ContentNode, type PartialNode, type Program, type StatementNode, withBranches } from './tree.js';

/** What a line of a text has that is printed, if its beginning and its end are not those of the text. */
function printedOf(line: string, isBegun: boolean, isEnded: boolean): string {
  const rest = isBegun ? line.trimStart() : line;
  return isEnded ? rest.trimEnd() : rest;
}

/** The lines of a typed text, each where it begins, without the white space around them. */
function linesOf(
  { value, original, loc, type }: ContentNode,
  isFirst: boolean,
  isLast: boolean,
): readonly ContentNode[] {
  const dropped = Math.max(original.indexOf(value), 0);
  const isCut = dropped + value.length < original.length;
  const lines = original.split(/\r\n?|\n/);
  return lines.flatMap((line, i) => {
    const ends = i < lines.length - 1 || isCut || isLast;
    const text = printedOf(line, i > 0 || dropped > 0 || isFirst, ends);
    if (text === '') return [];
    const column = (i === 0 ? loc.start.column : 0) + line.indexOf(text);
    return [{ type, value: text, original: text, loc: { start: { line: loc.start.line + i, column } } }];
  });
}

/**
 * A template that is one piece of a paragraph: ends of lines and what is set in print nothing, so that every condition of a sentence may
 * stand in a line of its own.
 */
export function withoutLines(program: Program, isWhole = true): Program {
  const last = program.body.length - 1;
  const body = program.body.flatMap((node, i): readonly StatementNode[] => {
    if (node.type === 'ContentStatement') return linesOf(node, isWhole && i === 0, isWhole && i === last);
    if (node.type !== 'BlockStatement') return [node];
    return [withBranches(node, (branch) => withoutLines(branch, false))];
  });
  return { ...program, body };
}

/** Whether a sentence has a line of its own: that is a paragraph, like any other line. */
function isLine({ loc }: PartialNode, lines: readonly string[]): boolean {
  const line = lines[loc.start.line - 1] ?? '';
  return line.trim() === line.slice(loc.start.column, loc.end?.column);
}

/** Parsing drops the ends of lines in which a sentence stands alone. They are put back. */
export function withLineEnds(program: Program, lines: readonly string[]): Program {
  const body = program.body.flatMap((node): readonly StatementNode[] => {
    if (node.type === 'BlockStatement') return [withBranches(node, (branch) => withLineEnds(branch, lines))];
    if (node.type !== 'PartialStatement' || !isLine(node, lines)) return [node];
    return [node, { type: 'ContentStatement', value: '\n', original: '\n', loc: node.loc }];
  });
  return { ...program, body };
}
