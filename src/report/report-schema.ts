import { nounOf } from '../editions/editions.js';
import { type Form, headingOf } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import { sumsOf } from '../table/sums.js';
import { furtherTable, tableSchema } from '../table/table-schema.js';
import { text } from '../table/visible-text.js';
import * as z from '../table/zod.js';
import {
  addresseeSchema,
  agencySchema,
  previousSchema,
  signoffSchema,
  titleSchema,
  waiversSchema,
  yearSchema,
} from './common-schema.js';
import { factsSchema } from './fact-schema.js';
import { prose } from './text-schema.js';

// Schemas are made when a report is read, and not for a program that only renders or asks for help.

/** The same schema under the key of each section. */
const forSections = ({ sections }: Form, schema: z.ZodType): z.ZodObject =>
  z.strictObject(Object.fromEntries(sections.map(({ key }) => [key, schema])));

/** What the blank report shows of texts that an agency may write itself. */
const OWN = {
  text: '这里写{{agency.name}}{{year}}年的情况。',
  before: '这里写表前的文字。',
  after: '这里写表后的文字。',
  note: '注：这里写表注。',
} as const;

const TEMPLATE = '一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据';

/** A text of the agency's own: a template, or a list of paragraphs. */
const ownText = () => z.union([prose, z.array(prose)], { error: '文字，或各段文字的列表' }).optional();

/** The text of a section with a statutory table: the one before the table, or that and one after it. */
function textsAround(own: z.ZodType): z.ZodType {
  const around = z.strictObject({
    before: own.meta({ title: '表前的文字', description: TEMPLATE, examples: [OWN.before] }),
    after: own.meta({ title: '表后的文字', description: TEMPLATE, examples: [OWN.after] }),
  });
  return z
    .union([prose, z.array(prose), around], { error: '文字，各段文字的列表，或 { "before": …, "after": … }' })
    .optional()
    .meta({
      description: `${TEMPLATE}；印在表前。表前、表后都有的，分别写在 before 和 after 里`,
      examples: [{ before: OWN.before, after: OWN.after }],
    });
}

function narrativeSchema(form: Form): z.ZodObject {
  const own = ownText();
  const [part, around] = [own.meta({ description: TEMPLATE, examples: [OWN.text] }), textsAround(own)];
  const parts = partsOf(form).map((key) => [
    key,
    (Object.hasOwn(form.tables, key) ? around : part).meta({ title: form.texts[key]?.title ?? headingOf(form, key) }),
  ]);
  return z
    .strictObject(Object.fromEntries(parts))
    .meta({ title: '自行撰写的文字', description: '没有给出的部分由默认模板写出；表格前后的文字没有默认模板' });
}

function notesSchema(form: Form): z.ZodObject {
  const note = ownText().meta({ description: TEMPLATE, examples: [OWN.note] });
  const notes = Object.keys(form.tables).map((key) => [key, note.meta({ title: headingOf(form, key) })]);
  return z
    .strictObject(Object.fromEntries(notes))
    .meta({ title: '表注', description: '印在规定表格的下面；自己写上“注：”' });
}

function absentSchema(form: Form): z.ZodObject {
  const reasons = form.sections.map(({ key, heading }) => [key, text.optional().meta({ title: heading })]);
  return z.strictObject(Object.fromEntries(reasons)).meta({
    title: '报告里没有的部分',
    description: '写明理由；这一部分不印，其表格和文字不用填写',
    examples: form.sections.slice(-1).map(({ key }) => ({ [key]: '上级机关要求不列' })),
  });
}

function headingsSchema(form: Form): z.ZodObject {
  const examples = form.sections.slice(0, 1).map(({ key, heading }) => ({ [key]: heading }));
  return forSections(form, text.optional()).meta({ title: '与规定格式不同的标题', examples });
}

function furtherTablesSchema(form: Form): z.ZodObject {
  const note = ownText().meta({ title: '表注', description: TEMPLATE });
  const example = { caption: '表题', columns: ['本年', '上年'], rows: [{ label: '项目', values: [1, 2] }] };
  const examples = form.sections.slice(0, 1).map(({ key }) => ({ [key]: [example] }));
  return forSections(form, z.array(furtherTable(note)).optional()).meta({ title: '各部分另附的表格', examples });
}

/** For JSON Schema: a table may be left out where its section is declared absent. The parser says it in its own words. */
const unlessAbsent = ({ tables }: Form): object => ({
  allOf: Object.keys(tables).map((key) => ({
    anyOf: [{ required: [key] }, { required: ['absent'], properties: { absent: { required: [key] } } }],
  })),
});

/** A rule and a place that a waiver may name: a total of totals if the form has one. */
function waiverExample({ tables }: Form): { readonly rule: string; readonly path: string } {
  const all = Object.entries(tables).flatMap(([key, spec]) =>
    sumsOf(spec).map(({ rule, at }) => ({ rule: `sum/${rule}`, path: [key, ...at.path].join('.') })),
  );
  const last = new Map(all.map(({ path }, i) => [path, i]));
  const grand = all.find(({ path }, i) => (last.get(path) ?? i) > i);
  return grand ?? all[0] ?? { rule: 'edition/year', path: 'year' };
}

/** The shape of a report of one form. */
export function reportSchema(form: Form): z.ZodObject {
  const tables = Object.entries(form.tables).map(([key, spec]) => [
    key,
    tableSchema(spec)
      .optional()
      .meta({ title: spec.title ?? headingOf(form, key) }),
  ]);
  return z
    .strictObject({
      edition: z.literal(form.id).meta({ title: nounOf([form]), description: form.citation }),
      year: yearSchema(),
      agency: agencySchema(),
      title: titleSchema(`机关全称＋年份＋年${form.name}`),
      addressee: addresseeSchema(),
      headings: headingsSchema(form).optional(),
      narrative: narrativeSchema(form).optional(),
      notes: notesSchema(form).optional(),
      absent: absentSchema(form).optional(),
      // An editor shows a key with nothing behind it as a blank.
      facts: factsSchema(form.facts).nullable().meta({ title: '默认模板用到的事实' }).optional(),
      tables: furtherTablesSchema(form).optional(),
      signoff: signoffSchema(),
      previous: previousSchema(),
      waivers: waiversSchema(waiverExample(form)),
      ...Object.fromEntries(tables),
    })
    .meta({ title: `${form.name}（${form.citation}）`, ...unlessAbsent(form) });
}
