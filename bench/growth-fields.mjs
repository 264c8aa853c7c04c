// The texts and the lists of a report that the bench of growth makes longer and longer: those of the JSON Schema, so that what a form gains is
// measured without a word here.
import { readFileSync } from 'node:fs';
import { reportJsonSchema } from '../dist/index.js';
import { reportInput } from './inputs.mjs';

const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
const signoff = { date: '2026-01-15' };
/** A report of each edition to begin with. */
const BASES = { 2021: { ...minimal, signoff }, 2019: { ...reportInput(0), signoff } };
const whole = reportJsonSchema();

const resolved = ({ $ref, ...schema }) => ($ref ? whole.$defs[$ref.split('/').at(-1)] : schema);
const formsOf = (schema) => schema.anyOf ?? schema.oneOf ?? [];
const has = ({ type }, one) => [type].flat().includes(one);
const isFree = (schema) => has(schema, 'string') && schema.const === undefined && schema.enum === undefined;

/** What an object has at least; of rows, which must have something, all but rows within. */
const leastOf = ({ required, properties = {} }) => required ?? (properties.rows ? ['label', 'values'] : []);

/** A value of a schema with no more than it must have; the i-th is unlike others. */
function sampleOf(written, i = 0) {
  const schema = resolved(written);
  const { const: only, enum: few, examples = [], properties, items } = schema;
  const [form] = formsOf(schema);
  if (form) return sampleOf(form, i);
  if (only !== undefined || few) return only ?? few[0];
  if (has(schema, 'string'))
    return schema.pattern || schema.format ? (examples[0] ?? '1') : `${examples[0] ?? '甲'}${i}`;
  if (has(schema, 'array')) return [sampleOf(items, i)];
  if (has(schema, 'object'))
    return Object.fromEntries(leastOf(schema).map((key) => [key, sampleOf(properties[key], i)]));
  return has(schema, 'boolean') ? true : i + 1;
}

/** What else an object has that is given a value: a row has values or further rows. */
const besides = (around, key) => (key === 'rows' && 'label' in around ? { label: around.label } : around);

/**
 * Every text and list below a schema: its name, and what puts another value there into a report. What stands in many places (the cell of a table)
 * is named by its part alone, and is gone into once where it is within its like.
 */
function* places(written, { name, base, put, within = [] }) {
  const { $ref } = written;
  if ($ref && within.filter((one) => one === $ref).length > 1) return;
  const schema = resolved(written);
  const own = $ref && within.length === 0 ? [name[0], '…', $ref.split('/').at(-1)] : name;
  const here = { base, within: [...within, ...($ref ? [$ref] : [])] };
  for (const one of formsOf(schema)) yield* places(one, { ...here, name: own, put });
  if (isFree(schema)) yield { name: own, kind: 'text', put };
  if (has(schema, 'array')) {
    yield { name: own, kind: 'list', put, itemOf: (i) => sampleOf(schema.items, i) };
    yield* places(schema.items, { ...here, name: [...own, 0], base: base?.[0], put: (value) => put([value]) });
  }
  const around = { ...(has(schema, 'object') && sampleOf(schema)), ...base };
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const putIn = (value) => put({ ...besides(around, key), [key]: value });
    yield* places(inner, { ...here, name: [...own, key], base: base?.[key], put: putIn });
  }
}

const all = formsOf(whole).flatMap((form) => {
  const base = BASES[form.properties.edition.const];
  return [...places(form, { name: [], base, put: (report) => report })];
});

const sections = new Set(formsOf(whole).flatMap((form) => Object.keys(resolved(form.properties.headings).properties)));
const nameOf = ({ name, kind }) => `${name.join('.')}: ${kind}`;
/** The same for what differs only in the section that it is of. */
const likeOf = ({ name, kind }) => nameOf({ name: name.map((key) => (sections.has(key) ? '*' : key)), kind });
const likes = new Map(all.toReversed().map((one) => [likeOf(one), nameOf(one)]));

/** Each once, although several editions have it; with whether it is the first of those that differ only in their section. */
export const fields = [...new Map(all.map((one) => [nameOf(one), one]))].map(([name, one]) => {
  return { ...one, name, isFirst: likes.get(likeOf(one)) === name };
});
