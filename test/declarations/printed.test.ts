import { readFileSync } from 'node:fs';
import { keysPage } from '../../docs/keys.mjs';
import { printedTypes } from '../../docs/report-types.mjs';
import { editions, reportJsonSchema, rules } from '../../src/index.js';

// A label stands once, in the definition of the form: what declares reports is printed from it.

const sourceOf = (name: string) => readFileSync(new URL(`../../src/${name}`, import.meta.url), 'utf8');

const printed = Object.entries(printedTypes(reportJsonSchema(), rules));

test.each(printed)('%s is what the form prints', (name, text) => {
  expect(sourceOf(name)).toBe(text);
});

test('every field of a report has words', () => {
  const bare = printed.flatMap(([, text]) =>
    [...text.matchAll(/(?<!\*\/)\n\s*readonly (\w+)\??:/g)].map((one) => one[1]),
  );
  expect(printed.map(([name]) => name)).toEqual(
    expect.arrayContaining(['report/report-2021.ts', 'rules/rule-code.ts']),
  );
  expect(bare).toEqual([]);
});

/** Every title below a schema. */
function titlesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]) =>
    key === 'title' && typeof inner === 'string' ? inner : titlesIn(inner),
  );
}

test('what is declared by hand has the words of its schema', () => {
  const { oneOf, $defs } = reportJsonSchema() as { readonly oneOf: readonly object[]; readonly $defs: object };
  const [{ properties }] = oneOf as unknown as readonly [{ readonly properties: { readonly [key: string]: object } }];
  const declared = ['table/further.ts', 'table/data.ts', 'report/any-report.ts'].map(sourceOf).join();
  const further = titlesIn(Reflect.get(properties.tables ?? {}, 'properties'));
  const titles = new Set([...further, ...titlesIn($defs), '表前的文字', '表后的文字']);
  expect(titles.size).toBeGreaterThan(4);
  for (const title of titles) expect(declared).toContain(title);
});

test('the page of keys is what the editions say', () => {
  expect(readFileSync(new URL('../../docs/keys.md', import.meta.url), 'utf8')).toBe(keysPage(editions));
});
