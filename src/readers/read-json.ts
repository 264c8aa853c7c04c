import { type MemberNode, type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { lineIndex } from '../characters/line-index.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { snippetAt } from '../diagnostics/snippet.js';
import { type WrittenPlaces, writtenPlaces } from './inside-text.js';
import { endOfValue, jsonPlaces, stringValue, type ValuePlace } from './json-places.js';
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

/** What finds characters of a string where it is written, without its quotation marks; undefined for what is no string. */
function insideOf(place: ValuePlace, text: string): WrittenPlaces | undefined {
  const { at } = place;
  if (text[at] !== '"') return undefined;
  const quoted = () => text.slice(at, endOfValue(text, at));
  const written = () => ({ text: quoted().slice(1, -1), from: at + 1, escapes: true });
  return writtenPlaces(place, written, () => stringValue(quoted()));
}

/** What tells where the values of a text are. */
function placesIn(text: string, file: string): Pick<Source, 'placeOf' | 'spanOf'> {
  const find = jsonPlaces(text);
  const lines = lineIndex(text);
  return {
    placeOf: (path, inside) => {
      const { place, isWhole } = find(path);
      const index = inside && isWhole ? insideOf(place, text)?.placeOf(inside) : undefined;
      const [line, column] = lines(index === undefined ? place.start : place.at + 1 + index);
      return { file, line: line + 1, column: column + 1 };
    },
    spanOf: (path, inside, words) => {
      const { place, isWhole } = find(path);
      return isWhole ? insideOf(place, text)?.spanOf(inside, words) : undefined;
    },
  };
}

/** The values of a text that the platform's parser cannot be left alone with. */
function wholeValue(text: string, file: string): unknown {
  try {
    return plainValue(parse(text, { mode: 'json' }).body, text, file);
  } catch (error) {
    if (error instanceof RangeError) throw nestedTooDeep(file);
    throw error instanceof Error && 'line' in error ? syntaxError(text, file, error) : error;
  }
}

/**
 * Reads JSON, with the position of every value.
 *
 * @throws ReportError `syntax/invalid` with line and column
 */
export function readJson(text: string, file: string): Source {
  const quick = quickJson(text);
  const value = quick === undefined ? wholeValue(text, file) : quick;
  return { value, ...placesIn(text, file), untyped: [], findings: [] };
}
