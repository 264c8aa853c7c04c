import { isTaken } from '../diagnostics/codes.js';
import type { FactFields } from './fact.js';
import { isSubject } from './figure-words.js';
import type { Form } from './form.js';
import { PREAMBLE } from './preamble.js';
import { dataPaths, keyFaults, tableFaults } from './table-faults.js';

/** Keys of the report object that no section can have. */
const TAKEN = [
  'edition',
  'year',
  'agency',
  'title',
  'addressee',
  'headings',
  'narrative',
  'notes',
  'absent',
  'facts',
  'tables',
  'signoff',
  'previous',
  'waivers',
  PREAMBLE,
];

const PARTS: readonly (keyof Form)[] = [
  'id',
  'name',
  'topic',
  'citation',
  'years',
  'sections',
  'texts',
  'tables',
  'facts',
  'rolls',
  'stated',
  'wording',
];

/** The paths of functions and symbols, which no other thread can be sent. */
function codeIn(value: unknown, path: string, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'function' || typeof value === 'symbol') return [path];
  if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, inner]) => codeIn(inner, path === '' ? key : `${path}.${key}`, seen));
}

function sectionFaults({ sections, texts, tables }: Form): readonly string[] {
  const keys = sections.map(({ key }) => key);
  const parts = new Set([...Object.keys(texts), ...Object.keys(tables)]);
  return [
    ...keyFaults(keys, 'sections'),
    ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `section ${key} is there twice`),
    ...keys.filter((key) => !parts.has(key)).map((key) => `section ${key} has neither a text nor a table`),
    ...keys.filter((key) => TAKEN.includes(key)).map((key) => `no section can be called ${key}`),
    ...[...parts].filter((key) => key !== PREAMBLE && !keys.includes(key)).map((key) => `${key} belongs to no section`),
  ];
}

function factFaults(fields: FactFields, where: string): readonly string[] {
  const inner = Object.entries(fields).flatMap(([key, fact]) =>
    fact.kind === 'list' || fact.kind === 'group' ? factFaults(fact.fields, `${where}.${key}`) : [],
  );
  return [...keyFaults(Object.keys(fields), where), ...inner];
}

/** What the definition says of cells must be said of cells that there are. */
function figureFaults({
  tables,
  rolls,
  stated,
  amounts = [],
  claims = [],
  rates = [],
  charts = [],
}: Form): readonly string[] {
  const cells = new Map(Object.entries(tables).flatMap(([key, spec]) => dataPaths(key, spec)));
  const rolled = rolls.flatMap(({ rule, at, terms }) =>
    [at, ...terms.flatMap(({ of, path }) => (of === 'report' ? path : []))].map(
      (path) => [`roll ${rule}`, path] as const,
    ),
  );
  const said = (what: string, name: string, paths: readonly string[]) =>
    paths.map((path) => [`${what} ${name}`, path.replace(/^-/u, '')] as const);
  const told = [
    ...stated.flatMap((one) =>
      said('stated', one.name, [...one.paths, ...(isSubject(one) ? (one.or ?? []).flat() : [])]),
    ),
    ...claims.flatMap(({ name, zero }) => said('claim', name, zero)),
    ...rates.flatMap(({ name, of }) =>
      said(
        'rate',
        name,
        of.flatMap(({ part, whole }) => [...part, ...whole]),
      ),
    ),
    ...charts.flatMap(({ title, bars }) =>
      said(
        'chart',
        title,
        bars.flatMap(({ of }) => of),
      ),
    ),
  ];
  return [
    ...[...rolled, ...told].filter(([, path]) => !cells.has(path)).map(([who, path]) => `${who}: no cell ${path}`),
    ...amounts
      .filter(({ path }) => cells.get(path) !== 'amount')
      .map(({ name, path }) => `amount ${name}: no amount ${path}`),
    ...told.filter(([, path]) => cells.get(path) === 'amount').map(([who, path]) => `${who}: ${path} is an amount`),
  ];
}

/** The number of groups of a pattern. */
const groups = ({ source, flags }: RegExp): number => (new RegExp(`${source}|`, flags).exec('')?.length ?? 1) - 1;

/** Words of sentences are put together to larger patterns, which have the flag `u` and number their own groups. */
function wordFaults({ stated, amounts = [], claims = [], rates = [], charge, texts }: Form): readonly string[] {
  const parts = Object.values(texts).flatMap((text) => text.parts ?? []);
  const named = [
    ...stated.flatMap((one) => (isSubject(one) ? [[one.name, [one.topic, one.words, one.not]] as const] : [])),
    ...[...claims, ...rates].map(({ name, topic, words }) => [name, [topic, words]] as const),
    ...amounts.map(({ name, thing }) => [name, [thing]] as const),
    ...[...parts, ...(charge ? [charge] : [])].map(({ name, pattern }) => [name, [pattern]] as const),
  ];
  return named.flatMap(([name, patterns]) =>
    patterns.some((one) => one && (one.flags !== 'u' || groups(one) > 0))
      ? `${name}: a pattern of words has the flag u, no other, and no groups`
      : [],
  );
}

function patternFaults({ stated, texts }: Form): readonly string[] {
  const required = Object.values(texts).flatMap(({ requires = [] }) => requires);
  return [
    ...stated.flatMap((one) =>
      isSubject(one) || (one.pattern.flags.includes('g') && groups(one.pattern) === 1)
        ? []
        : `stated ${one.name}: the pattern needs the flag g and one group, the numeral`,
    ),
    ...required.filter(({ rule }) => isTaken(rule)).map(({ rule }) => `no requirement can be called ${rule}`),
  ];
}

/** What is wrong with a definition; empty if nothing is. */
export function formFaults(form: Form): readonly string[] {
  const missing = PARTS.filter((part) => form[part] === undefined || form[part] === null);
  if (missing.length > 0) return missing.map((part) => `${part} is missing`);
  const code = codeIn(form, '');
  if (code.length > 0) return code.map((path) => `${path} is a function; a form is data`);
  const ofTables = Object.entries(form.tables).flatMap(([key, spec]) => tableFaults(key, spec));
  const faults = [
    ...sectionFaults(form),
    ...factFaults(form.facts, 'facts'),
    ...ofTables,
    ...patternFaults(form),
    ...wordFaults(form),
    ...(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(form.id) ? [] : [`${form.id} cannot be the name of a folder`]),
  ];
  return faults.length > 0 ? faults : figureFaults(form);
}
