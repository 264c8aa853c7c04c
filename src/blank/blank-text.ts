import { type FormOptions, formOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { type BlankOptions, blankReport } from '../report/blank.js';
import { reportSchema } from '../report/report-schema.js';
import { valueAt } from '../table/cells.js';
import { sumsOf } from '../table/sums.js';
import type * as z from '../table/zod.js';
import { type Line, printed, remark } from './commented.js';
import { aboutOf, exampleLines, fieldsOf, metaOf, type OwnExamples } from './example-lines.js';
import { tableLines } from './table-lines.js';
import { entry, inline } from './yaml-value.js';

/** What a blank report as text needs. */
export interface BlankTextOptions extends BlankOptions {
  /** Where an editor finds the JSON Schema, relative to the file. */
  readonly schema?: string;
}

/** What the parts of a blank report are made of. */
interface Source {
  readonly options: BlankTextOptions;
  readonly form: Form;
  readonly fields: { readonly [key: string]: z.ZodType };
  readonly blank: object;
}

const rule = (title: string): string =>
  `\n# ${'─'.repeat(4)} ${title} ${'─'.repeat(Math.max(4, 40 - 2 * title.length))}\n`;

const field = ({ fields }: Source, key: string): z.ZodType => {
  const schema = fields[key];
  if (schema === undefined) throw new Error(`a report has ${key}`);
  return schema;
};

/** Examples that depend on whose report it is. */
function ownExamples({ options: { year, agency }, form }: Source): OwnExamples {
  return {
    title: [agency, `${year}年${form.name}`],
    'signoff.agency': [agency],
    'signoff.date': `${year + 1}-01-20`,
  };
}

const examples = (source: Source, keys: readonly string[]): readonly Line[] =>
  keys.flatMap((key) => exampleLines([key], field(source, key), ownExamples(source)));

function headText({ options, form }: Source): string {
  const { schema = 'nianbao.schema.json', year, agency, previous } = options;
  const lines = [
    `yaml-language-server: $schema=${schema}`,
    `${agency}${year}年${form.name}（${form.citation}）`,
    '',
    '怎样填：在冒号后面空一格填写。表里只填不是 0 的数，空着的按 0 计；总计不用填，由程序算出。',
    '“# ”开头的是说明。“#”后面紧接着字的是示例：要用就删去这个 #，改成自己的内容；下面各行缩进的，一起删去 #。',
    '填写中随时用 nianbao check 看还差什么，填好了用 nianbao render 生成。',
    ...(previous === undefined ? [] : [`上年结转等可由${previous.year}年度报告确定的数已经填入，在说明里注明。`]),
    `编辑器的提示和检查：在同一个文件夹里运行 nianbao schema -o ${schema}`,
  ];
  return lines
    .map((line) => `# ${line}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}

/** What is known of the agency, and examples of the rest. */
function agencyLines(source: Source): readonly Line[] {
  const schema = field(source, 'agency');
  const given = valueAt(source.blank, ['agency']) as { readonly [key: string]: unknown };
  const inner = Object.entries(fieldsOf(schema)).flatMap(([key, one]): readonly Line[] => {
    if (given[key] === undefined) return exampleLines(['agency', key], one, {});
    return entry(key, given[key]).map(([below, text], i) => ({
      level: 1 + below,
      text,
      ...(i === 0 && aboutOf(one)),
    }));
  });
  return [{ level: 0, text: 'agency:', note: metaOf(schema).title }, ...inner];
}

function beginning(source: Source): string {
  const { options, form } = source;
  const known = [
    { level: 0, text: `edition: ${inline(form.id)}`, ...aboutOf(field(source, 'edition')) },
    { level: 0, text: `year: ${options.year}`, ...aboutOf(field(source, 'year')) },
  ];
  const lines = [...known, ...agencyLines(source), ...examples(source, ['title', 'addressee'])];
  return `${rule('基本情况')}${printed(lines)}`;
}

function factsText(source: Source): string {
  const schema = field(source, 'facts');
  const inner = Object.entries(fieldsOf(schema)).flatMap(([key, one]) => exampleLines(['facts', key], one, {}));
  if (inner.length === 0) return '';
  const head = { level: 0, text: 'facts:', note: metaOf(schema).title, more: '按需要填，没有的不填' };
  return `${rule('写进文字的情况')}${printed([head, ...inner])}`;
}

/** The table of a section. */
function tableText(source: Source, key: string): string {
  const spec = source.form.tables[key];
  if (spec === undefined) return '';
  const { fill, totals } = fieldsOf(field(source, key));
  const hasTotals = sumsOf(spec).some(({ computable }) => computable);
  const { form, blank, options } = source;
  const head: readonly Line[] = [
    { level: 0, text: `${key}:`, note: spec.description },
    { level: 1, text: 'fill: 0', ...(fill && aboutOf(fill)) },
    ...(hasTotals ? [{ level: 1, text: 'totals: compute', ...(totals && aboutOf(totals)) }] : []),
  ];
  const data = valueAt(blank, [key]);
  return printed(head) + printed(tableLines({ form, key, spec, data, previous: options.previous }));
}

/** The sections in the order of the form. */
function sectionTexts(source: Source): string {
  const { sections, tables } = source.form;
  const texts = sections.map(({ key, heading }) => {
    const written = `文字由模板按 facts 写出；要自己写，用下面的 narrative.${key}`;
    return rule(heading) + (Object.hasOwn(tables, key) ? tableText(source, key) : printed([remark(0, written)]));
  });
  return texts.join('');
}

/** Parts that a report may have besides, which are only described: by examples they would contradict the rest. */
const DESCRIBED = ['absent', 'previous'];

function restText(source: Source): string {
  const shown = ['edition', 'year', 'agency', 'title', 'addressee', 'facts', ...Object.keys(source.form.tables)];
  const rest = Object.keys(source.fields).filter((key) => !shown.includes(key) && !DESCRIBED.includes(key));
  const described = DESCRIBED.map((key) => {
    const { title, description, examples: [example] = [] } = metaOf(field(source, key));
    return remark(0, `${key}（${title}）：${description}${example ? `，如 ${key}: ${inline(example)}` : ''}`);
  });
  const blocks = rest.map((key) => printed(examples(source, [key])));
  return `${rule('有需要才写')}${blocks.join('\n')}\n${printed(described)}`;
}

/**
 * A report to be filled in, as YAML for a person: every field with its label in the words of its form, tables in the order of the
 * sections with `fill: 0`, and whatever is optional as an example to be uncommented.
 *
 * @throws ReportError `previous/year` if `previous` is not of the year before
 */
export function blankText(options: BlankTextOptions): string {
  const form = formOf(options, options as FormOptions);
  const source = { options, form, fields: fieldsOf(reportSchema(form)), blank: blankReport(options) };
  return [headText, beginning, factsText, sectionTexts, restText].map((write) => write(source)).join('');
}
