import { type FormOptions, formsOf } from '../editions/editions.js';
import * as z from '../table/zod.js';
import { reportSchema } from './report-schema.js';

/** The JSON Schema of a report of any form, for editors and other tools. */
export function reportJsonSchema(options: FormOptions = {}): object {
  const $schema = z.string().optional().meta({ description: '这份 JSON Schema 的地址，编辑器据以补全和检查' });
  const [first, ...others] = formsOf(options).map((form) => {
    const schema = reportSchema(form);
    // What is extended has forgotten its title and its conditions.
    return schema.extend({ $schema }).meta(schema.meta() ?? {});
  });
  if (first === undefined) throw new Error('there is at least one form');
  return z.toJSONSchema(z.discriminatedUnion('edition', [first, ...others]), { io: 'input', unrepresentable: 'any' });
}
