import { type FormOptions, formsOf, nounOf } from '../editions/editions.js';
import { type Form, headingOf } from '../form/form.js';
import { sumsOf } from '../table/sums.js';
import { furtherTable, tableSchema } from '../table/table-schema.js';
import * as z from '../table/zod.js';
import { agencySchema, previousSchema, signoffSchema, waiversSchema, yearSchema } from './common-schema.js';
import { factsSchema } from './fact-schema.js';
import { text, texts } from './text-schema.js';

// Schemas are made when a report is read, and not for a program that only renders or asks for help.

/** The same schema under the key of each section. */
const forSections = ({ sections }: Form, schema: z.ZodType): z.ZodObject =>
  z.strictObject(Object.fromEntries(sections.map(({ key }) => [key, schema])));

function narrativeSchema(form: Form): z.ZodObject {
  const part = z
    .union([text, texts], { error: '文字，或各段文字的列表' })
    .optional()
    .meta({ description: '一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据' });
  const parts = Object.entries(form.texts).map(([key, { title }]) => [
    key,
    part.meta({ title: title ?? headingOf(form, key) }),
  ]);
  return z
    .strictObject(Object.fromEntries(parts))
    .meta({ title: '自行撰写的文字', description: '没有给出的部分由默认模板写出' });
}

/** A rule and a place that a waiver may name: a total of totals if the form has one. */
function waiverExample({ tables }: Form): { readonly rule: string; readonly path: string } {
  const all = Object.entries(tables).flatMap(([key, spec]) =>
    sumsOf(spec).map(({ rule, at }) => ({ rule: `sum/${rule}`, path: [key, ...at.path].join('.') })),
  );
  const grand = all.find(({ path }, i) => all.findLastIndex((other) => other.path === path) > i);
  return grand ?? all[0] ?? { rule: 'edition/year', path: 'year' };
}

/** The shape of a report of one form. */
export function reportSchema(form: Form): z.ZodObject {
  const tables = Object.entries(form.tables).map(([key, spec]) => [
    key,
    tableSchema(spec).meta({ title: spec.title ?? headingOf(form, key) }),
  ]);
  return z
    .strictObject({
      edition: z.literal(form.id).meta({ title: nounOf([form]), description: form.citation }),
      year: yearSchema(),
      agency: agencySchema(),
      title: text.optional().meta({ title: '报告标题', description: `不填则为 机关全称＋年份＋年${form.name}` }),
      headings: forSections(form, text.optional()).meta({ title: '与规定格式不同的标题' }).optional(),
      narrative: narrativeSchema(form).optional(),
      facts: factsSchema(form.facts).meta({ title: '默认模板用到的事实' }).optional(),
      tables: forSections(form, z.array(furtherTable()).optional()).meta({ title: '各部分另附的表格' }).optional(),
      signoff: signoffSchema(),
      previous: previousSchema(),
      waivers: waiversSchema(waiverExample(form)),
      ...Object.fromEntries(tables),
    })
    .meta({ title: `${form.name}（${form.citation}）` });
}

/** The JSON Schema of a report of any form, for editors and other tools. */
export function reportJsonSchema(options: FormOptions = {}): object {
  const $schema = z.string().optional().meta({ description: '这份 JSON Schema 的地址，编辑器据以补全和检查' });
  const [first, ...others] = formsOf(options).map((form) => reportSchema(form).extend({ $schema }));
  if (first === undefined) throw new Error('there is at least one form');
  return z.toJSONSchema(z.discriminatedUnion('edition', [first, ...others]), { io: 'input', unrepresentable: 'any' });
}
