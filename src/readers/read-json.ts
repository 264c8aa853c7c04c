import { type MemberNode, type ObjectNode, parse, type StringNode, type ValueNode } from '@humanwhocodes/momoa';
import { diagnostic, type Path, type Place, ReportError } from '../diagnostics/diagnostic.js';
import { snippetAt } from '../diagnostics/snippet.js';
import { once } from '../memo/once.js';
import { type LineColumn, type WrittenPlaces, type WrittenText, writtenPlaces } from './inside-text.js';
import { quickJson } from './quick-json.js';
import { nestedTooDeep, numberAsWritten, type Source } from './source.js';

const keyOf = ({ name }: MemberNode): string => (name.type === 'String' ? name.value : name.name);

function syntaxError(text: string, file: string, error: unknown): ReportError {
  const { line = 1, column = 1 } = error as { readonly line?: number; readonly column?: number };
  return new ReportError([
    diagnostic(
      'syntax/invalid',
      { cause: 'json', text: snippetAt(text, line, column) },
      { place: { file, line, column } },
    ),
  ]);
}

/** JSON allows duplicate keys and keeps the last one: a figure would be lost silently. */
function refuseDuplicates(node: ObjectNode, file: string): void {
  const seen = new Set<string>();
  for (const member of node.members) {
    const key = keyOf(member);
    if (seen.has(key)) {
      const { line, column } = member.loc.start;
      throw new ReportError([
        diagnostic('syntax/invalid', { cause: 'json-key-twice', name: key }, { place: { file, line, column } }),
      ]);
    }
    seen.add(key);
  }
}

function plainValue(node: ValueNode, source: string, file: string): unknown {
  switch (node.type) {
    case 'Object':
      refuseDuplicates(node, file);
      return Object.fromEntries(node.members.map((member) => [keyOf(member), plainValue(member.value, source, file)]));
    case 'Array':
      return node.elements.map((element) => plainValue(element.value, source, file));
    case 'Number':
      return numberAsWritten(source.slice(node.loc.start.offset, node.loc.end.offset));
    case 'Null':
      return null;
    case 'String':
    case 'Boolean':
      return node.value;
    default:
      throw new Error(`strict JSON has no ${node.type}`);
  }
}

/** A node, and where its key begins, or the node itself if it has no key. */
interface Step {
  readonly node: ValueNode;
  readonly start: { readonly line: number; readonly column: number };
}

/** The members of an object by their keys, of which each is there once. */
const membersOf = once(({ members }: ObjectNode) => new Map(members.map((member) => [keyOf(member), member])));

function step(node: ValueNode, key: string | number): Step | undefined {
  if (node.type === 'Object') {
    const member = membersOf(node).get(String(key));
    return member && { node: member.value, start: member.loc.start };
  }
  const element = node.type === 'Array' && typeof key === 'number' ? node.elements[key]?.value : undefined;
  return element && { node: element, start: element.loc.start };
}

/** The last step of the way along a path, as far as there is one. */
function follow(root: ValueNode, path: Path): Step & { readonly isWhole: boolean } {
  let here: Step = { node: root, start: root.loc.start };
  for (const key of path) {
    const next = step(here.node, key);
    if (next === undefined) return { ...here, isWhole: false };
    here = next;
  }
  return { ...here, isWhole: true };
}

const placesOf = (node: StringNode, text: string): WrittenPlaces =>
  writtenPlaces(node, () => writtenOf(node, text), node.value);

/** Where a character of a string is. Strings of JSON have a single line. */
function inString(node: ValueNode, inside: LineColumn, text: string): { line: number; column: number } | undefined {
  if (node.type !== 'String') return undefined;
  const { start } = node.loc;
  const at = placesOf(node, text).placeOf(inside);
  return at === undefined ? undefined : { line: start.line, column: start.column + 1 + at };
}

function placeOf(root: ValueNode, text: string, file: string, path: Path, inside?: LineColumn): Place {
  const { node, start, isWhole } = follow(root, path);
  const { line, column } = (inside && isWhole && inString(node, inside, text)) || start;
  return { file, line, column };
}

/** A string without its quotation marks. */
function writtenOf({ loc }: ValueNode, text: string): WrittenText {
  const from = loc.start.offset + 1;
  return { text: text.slice(from, loc.end.offset - 1), from, escapes: true };
}

function spanIn(
  root: ValueNode,
  text: string,
  path: Path,
  inside: LineColumn,
  words: string,
): readonly [from: number, to: number] | undefined {
  const { node, isWhole } = follow(root, path);
  if (!isWhole || node.type !== 'String') return undefined;
  return placesOf(node, text).spanOf(inside, words);
}

/** The values of a text with their places. */
function parsed(text: string, file: string): ValueNode {
  try {
    return parse(text, { mode: 'json' }).body;
  } catch (error) {
    if (error instanceof RangeError) throw nestedTooDeep(file);
    throw error instanceof Error && 'line' in error ? syntaxError(text, file, error) : error;
  }
}

function wholeValue(root: ValueNode, text: string, file: string): unknown {
  try {
    return plainValue(root, text, file);
  } catch (error) {
    throw error instanceof RangeError ? nestedTooDeep(file) : error;
  }
}

/**
 * Reads JSON, with the position of every value: they are looked up when the first is asked for.
 *
 * @throws ReportError `syntax/invalid` with line and column
 */
export function readJson(text: string, file: string): Source {
  let known: ValueNode | undefined;
  const root = () => {
    known ??= parsed(text, file);
    return known;
  };
  const quick = quickJson(text);
  return {
    value: quick === undefined ? wholeValue(root(), text, file) : quick,
    placeOf: (path, inside) => placeOf(root(), text, file, path, inside),
    untyped: [],
    spanOf: (path, inside, words) => spanIn(root(), text, path, inside, words),
    findings: [],
  };
}
