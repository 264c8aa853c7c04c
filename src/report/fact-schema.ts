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

function record(fields: FactFields): z.ZodObject {
  const entries = Object.entries(fields).map(([key, { optional, ...fact }]): [string, z.ZodType] => {
    const schema = factSchema(fact);
    return [key, optional ? schema.optional() : schema];
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
  const entries = Object.entries(facts).map(([key, fact]) => {
    const schema = factSchema(fact).optional();
    return [key, fact.title === undefined ? schema : schema.meta({ title: fact.title })];
  });
  return z.strictObject(Object.fromEntries(entries));
}
