import { evaluate, parse, type ValueNode } from '@humanwhocodes/momoa';
import { expect, test } from '@jest/globals';
import type { Path } from '../../src/diagnostics/diagnostic.js';
import { jsonPlaces } from '../../src/readers/json-places.js';
import { quickJson } from '../../src/readers/quick-json.js';
import { fc } from '../fast-check.js';

const string = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\\"', '\\\\', ':{[', '-1.50', '__proto__'),
);
const space = fc.constantFrom('', ' ', '\n', '\r\n\t');
const literal = fc.constantFrom('0', '-0', '12', '-3.5', '1.50', '1e3', '1E+2', '12345678901234567890', 'true', 'null');
const escaped = (text: string) =>
  [...text].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
/** A control character that the parser with places lets stand. */
const controlled = string.map((text) => `${JSON.stringify(text).slice(0, -1)}\u0001\t"`);
const quoted = fc.oneof(
  string.map((text) => JSON.stringify(text)),
  string.map((text) => `"${escaped(text)}"`),
);

/** Texts of JSON as people and programs write them: any white space, keys that stand twice, numbers of any look. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    literal,
    quoted,
    fc.tuple(fc.array(tie('json'), { maxLength: 4 }), space).map(([parts, gap]) => `[${gap}${parts.join(`${gap},`)}]`),
    fc
      .tuple(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom('"a"', '"\\u0061"', '"b"'), quoted), tie('json')), { maxLength: 4 }),
        space,
      )
      .map(
        ([members, gap]) => `{${members.map(([key, value]) => `${gap}${key}${gap}:${gap}${value}`).join(',')}${gap}}`,
      ),
  ),
}));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function membersIn(value: unknown): number {
  if (!isObject(value)) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, part) => sum + membersIn(part), own);
}

/** The numbers of a value as JavaScript prints them, in their order. */
function numbersIn(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value)];
  return isObject(value) ? Object.values(value).flatMap(numbersIn) : [];
}

test('what is read by the short way is what the parser with places reads, and no key and no figure is lost', () => {
  fc.assert(
    fc.property(json, (text) => {
      const value = quickJson(text);
      if (value === undefined) return;
      const { body, tokens = [] } = parse(text, { mode: 'json', tokens: true });
      expect(value).toEqual(evaluate(body));
      expect(membersIn(value)).toBe(tokens.filter(({ type }) => type === 'Colon').length);
      const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '');
      expect(numbersIn(value).toSorted()).toEqual((bare.match(/-?\d[\d.eE+-]*/g) ?? []).toSorted());
    }),
    { numRuns: 500 },
  );
});

test.each([
  '{"a":1,"a":2}',
  '{"a":1,"\\u0061":1}',
  '[1.50]',
  '[-0]',
  '{"a":[1e3]}',
  '[',
  '',
  `${'['.repeat(200)}${']'.repeat(200)}`,
])('%j is left to the parser with places', (text) => {
  expect(quickJson(text)).toBeUndefined();
});

/** Every value below a node: its path, where its key begins, and where itself. */
function placesBelow(node: ValueNode, path: Path, start: number): readonly (readonly [Path, number, number])[] {
  const below =
    node.type === 'Object'
      ? node.members.flatMap(({ name, value, loc }) =>
          placesBelow(value, [...path, name.type === 'String' ? name.value : name.name], loc.start.offset),
        )
      : node.type === 'Array'
        ? node.elements.flatMap(({ value, loc }, i) => placesBelow(value, [...path, i], loc.start.offset))
        : [];
  return [[path, start, node.loc.start.offset], ...below];
}

test('a value has the place that the parser with places tells', () => {
  const lenient = fc.oneof(
    json,
    fc.tuple(controlled, json).map(([key, value]) => `{${key}:[${key},${value}]}`),
  );
  fc.assert(
    fc.property(lenient, (text) => {
      const { body } = parse(text, { mode: 'json' });
      const find = jsonPlaces(text);
      const places = placesBelow(body, [], body.loc.start.offset);
      // A key that stands twice is refused.
      if (new Set(places.map(([path]) => JSON.stringify(path))).size < places.length) return;
      for (const [path, start, at] of places) {
        expect([path, find(path)]).toEqual([path, { place: { start, at }, isWhole: true }]);
        expect(find([...path, 'no key of any'])).toEqual({ place: { start, at }, isWhole: false });
      }
    }),
  );
});
