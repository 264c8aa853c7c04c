import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import { nameOfForm, nounOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { valueAt } from '../table/cells.js';
import type * as z from '../table/zod.js';
import { describe } from './describe.js';
import { type FormShape, formShape } from './form-shape.js';
import { knownKeys, shapeAt } from './shape.js';

/** A line of YAML whose colon has no space behind it, or is not the one of YAML. */
const KEY_AND_VALUE = /^\w+[:：]\S/;

/** Groups of the report object that have fields of their own, but for tables. */
const GROUPS = ['agency', 'facts', 'narrative', 'signoff'];

const EXPECTED: Partial<Record<string, string>> = {
  object: '对象',
  array: '列表',
  string: '文字',
  boolean: 'true 或 false',
};

/** The groups that have a key which stands one level too high, or in the group above its own: one that was uncommented without its group. */
function groupsWith(path: Path, key: string, { shape }: FormShape): readonly string[] {
  return path.length > 1 ? [] : GROUPS.filter((group) => shapeAt(shape, [group, key]) !== undefined);
}

function unknownKey(path: Path, key: string, known: FormShape, forms: readonly Form[]): Diagnostic {
  const { shape, form: own } = known;
  const parent = shapeAt(shape, path);
  const others = forms.filter((form) => shapeAt(formShape(form).shape, [...path, key]) !== undefined);
  return diagnostic(
    'shape/unknown-key',
    {
      name: key,
      known: parent ? knownKeys(parent) : [],
      noun: nounOf([own]),
      forms: others.map(nameOfForm),
      groups: groupsWith(path, key, known),
    },
    { path: [...path, key] },
  );
}

/** An issue of a cell, which may be a figure or a figure with a note, as those of the one that is meant. */
function meant(issue: z.core.$ZodIssue, value: unknown, isCell: boolean): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  if (!isCell) return blankTexts(issue, value) ?? [issue];
  const [plain = [], noted = []] = issue.errors;
  const isNoted = typeof value === 'object' && value !== null && 'note' in value;
  return (isNoted ? noted : plain).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Of a text or a list of texts that is of the right type: what is wrong is that there is nothing in it. */
function blankTexts(
  { errors, path }: z.core.$ZodIssueInvalidUnion,
  value: unknown,
): readonly z.core.$ZodIssue[] | undefined {
  if (typeof value !== 'string' && !Array.isArray(value)) return undefined;
  const fitting = errors.find((issues) => issues.every(({ code }) => code === 'too_small' || code === 'custom'));
  return fitting?.map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
}

const keysOf = ({ path }: z.core.$ZodIssue): Path => path.filter((key) => typeof key !== 'symbol');

function problemOf(issue: z.core.$ZodIssue, raw: unknown, label: string | undefined): Diagnostic {
  const path = keysOf(issue);
  const value = valueAt(raw, path);
  // The schema's own words; those of zod are English.
  const isOwn = /\p{Script=Han}/u.test(issue.message);
  const expected =
    issue.code === 'invalid_type' && !isOwn ? (EXPECTED[issue.expected] ?? issue.message) : issue.message;
  const where = { path, ...(label !== undefined && { label }) };
  if (value === undefined)
    return diagnostic('shape/missing', { cause: 'value', name: String(path.at(-1)), wanted: expected }, where);
  const facts = { cause: 'value', given: describe(value), wanted: expected } as const;
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_union') return diagnostic('shape/value', facts, where);
  const isRunTogether =
    typeof value === 'string' &&
    issue.code === 'invalid_type' &&
    expected === EXPECTED.object &&
    KEY_AND_VALUE.test(value);
  return diagnostic('shape/type', { ...facts, isRunTogether }, where);
}

/**
 * Turns an issue found by zod into diagnostics. For a union, its own message is used.
 *
 * @param raw the report object, to say what was found there
 * @param forms all forms, to say which of them has a key that this one has not
 */
export function shapeProblems(
  issue: z.core.$ZodIssue,
  raw: unknown,
  form: FormShape,
  forms: readonly Form[],
): readonly Diagnostic[] {
  const path = keysOf(issue);
  const label = form.labels.get(path.join('.')) ?? form.labels.get(path.slice(0, -1).join('.'));
  return meant(issue, valueAt(raw, path), label !== undefined).flatMap((one) =>
    one.code === 'unrecognized_keys'
      ? one.keys.map((key) => unknownKey(keysOf(one), key, form, forms))
      : problemOf(one, raw, label),
  );
}
