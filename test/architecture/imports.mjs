import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * Sources as a checker of structure sees them: what each imports, and what it mentions outside comments and strings.
 *
 * @typedef {Record<string, string>} Sources text by path, such as `table/grid.ts`
 * @typedef {{ from: string, to: string }} Import `to` is a path, or the name of a package
 */

/** @param {string} folder @returns {Sources} */
export function sourcesIn(folder) {
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}

/** The text without comments. Strings are passed over first, so that `//` in one begins no comment. @param {string} text */
export const withoutComments = (text) =>
  text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/.*/g,
    (_, string) => string ?? '',
  );

/** The text without comments and without what stands in quotes. @param {string} text */
export const codeOf = (text) => withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

const SPECIFIER =
  /(?:^|[;}\n]\s*)(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\w*(?:\.resolve)?\(\s*['"]([^'"]+)['"]\s*\)/g;

/** @param {string} specifier */
const packageName = (specifier) =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

/** Every import, static, dynamic or of types only. @param {Sources} sources @returns {Import[]} */
export function importsOf(sources) {
  return Object.entries(sources).flatMap(([from, text]) =>
    [...withoutComments(text).matchAll(SPECIFIER)].map((found) => {
      const specifier = found.slice(1).find((group) => group !== undefined) ?? '';
      if (!specifier.startsWith('.')) return { from, to: packageName(specifier) };
      return { from, to: posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts') };
    }),
  );
}

/** Files that import each other in a ring; the first ring found, or none. @param {Import[]} imports @returns {string[]} */
export function cycleIn(imports) {
  /** @type {Map<string, string[]>} */
  const edges = new Map();
  for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
  const done = new Set();
  /** @type {(file: string, way: string[]) => string[]} */
  const visit = (file, way) => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const ring = visit(next, [...way, file]);
      if (ring.length > 0) return ring;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const ring = visit(file, []);
    if (ring.length > 0) return ring;
  }
  return [];
}
