import type { Fact, FactFields, Facts } from '../form/fact.js';
import { amount, count } from '../table/table-schema.js';
import { text } from '../table/visible-text.js';
import * as z from '../table/zod.js';
import { texts } from './text-schema.js';

/** What a template can name. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const counts = z.record(z.string().regex(NAME, { error: '字母、汉字开头的名称，如 visits' }), count, {
  error: '名称和数字，如 { "visits": 12 }',
});

/** What a fact might be, where its form does not say. */
function exampleOf({ kind, ...fact }: Fact): unknown {
  const { title = '示例', example } = fact;
  if (example !== undefined) return example;
  if (kind === 'count') return 3;
  if (kind === 'amount') return '1200.00';
  if (kind === 'text') return title;
  if (kind === 'texts') return [title];
  if (kind === 'counts') return { 示例: 3 };
  const { fields } = fact as { readonly fields: FactFields };
  const record = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, exampleOf(field)]));
  return kind === 'list' ? [record] : record;
}

const described = (schema: z.ZodType, { title }: Fact, more: object = {}): z.ZodType =>
  title === undefined && Object.keys(more).length === 0 ? schema : schema.meta({ ...(title && { title }), ...more });

function record(fields: FactFields): z.ZodObject {
  const entries = Object.entries(fields).map(([key, { optional, ...fact }]): [string, z.ZodType] => {
    const schema = factSchema(fact);
    return [key, described(optional ? schema.optional() : schema, fact)];
  });
  return z.strictObject(Object.fromEntries(entries));
}

function factSchema(fact: Fact): z.ZodType {
  switch (fact.kind) {
    case 'count':
      return count;
    case 'text':
      return text;
    case 'texts':
      return texts;
    case 'amount':
      return amount;
    case 'counts':
      return counts;
    case 'group':
      return record(fact.fields);
    case 'list':
      return z.array(record(fact.fields));
  }
}

/** The shape of a report's facts: each may be left out. */
export function factsSchema(facts: Facts): z.ZodObject {
  const entries = Object.entries(facts).map(([key, fact]): [string, z.ZodType] => {
    return [key, described(factSchema(fact).optional(), fact, { examples: [exampleOf(fact)] })];
  });
  return z.strictObject(Object.fromEntries(entries));
}
