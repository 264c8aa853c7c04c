import * as z from 'zod';
import { type EditionId, editions } from '../editions/editions.js';
import type { Edition, TableKey } from '../form/form.js';
import type { TableData, TableInput } from '../table/data.js';
import { amount, count, furtherTable, tableSchema } from '../table/table-schema.js';
import type { Shape } from './shape.js';

// Schemas are made when a report is read, and not for who only renders or asks for help.

const text = z.string({ error: '文字' }).min(1, { error: '不为空的文字' });
const texts = z.array(text, { error: '文字的列表' });
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const isDay = (day: string): boolean => DAY.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
const day = z.string({ error: '日期，如 "2021-01-31"' }).refine(isDay, { error: '日期，如 "2021-01-31"' });

const agency = () =>
  z
    .strictObject({
      name: text.meta({ title: '机关全称' }),
      shortName: text.optional().meta({ title: '正文中的自称', description: '如 我局；不填则用“本机关”' }),
      office: text.optional().meta({ title: '联系部门', description: '如 办公室' }),
      address: text.optional().meta({ title: '地址' }),
      postcode: text.optional().meta({ title: '邮编' }),
      telephone: text.optional().meta({ title: '电话' }),
      fax: text.optional().meta({ title: '传真' }),
      email: text.optional().meta({ title: '电子邮箱' }),
      website: z
        .strictObject({ name: text.meta({ title: '网站名称' }), url: text.meta({ title: '网址' }) })
        .optional()
        .meta({ title: '下载电子版的网站' }),
    })
    .meta({ title: '行政机关' });

const facts = () =>
  z
    .strictObject({
      channels: z
        .array(z.strictObject({ name: text, count, unit: text.optional() }))
        .optional()
        .meta({ title: '公开渠道及公开信息条数' }),
      interpretations: count.optional().meta({ title: '政策解读件数' }),
      openDays: count.optional().meta({ title: '政府开放日次数' }),
      consultations: count.optional().meta({ title: '答复公众咨询件数' }),
      platforms: z
        .array(z.strictObject({ name: text, count }))
        .optional()
        .meta({ title: '政府网站和政务新媒体平台及个数' }),
      meetings: count.optional().meta({ title: '专题会议次数' }),
      training: z
        .strictObject({ sessions: count, participants: count })
        .optional()
        .meta({ title: '业务培训场次和人次' }),
      assessment: text.optional().meta({ title: '工作考核情况' }),
      socialReview: text.optional().meta({ title: '社会评议情况' }),
      accountability: text.optional().meta({ title: '责任追究情况' }),
      problems: texts.optional().meta({ title: '存在的主要问题' }),
      measures: texts.optional().meta({ title: '改进情况' }),
      fees: z.strictObject({ cases: count, amount }).optional().meta({ title: '信息处理费件数和金额' }),
      otherMatters: texts.optional().meta({ title: '其他需要报告的事项' }),
    })
    .meta({ title: '默认模板用到的事实' });

const narrativeText = z
  .union([text, texts], { error: '文字，或各段文字的列表' })
  .optional()
  .meta({ description: '一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据' });

const narrative = () =>
  z
    .strictObject({
      preamble: narrativeText.meta({ title: '引言' }),
      overview: narrativeText.meta({ title: '一、总体情况' }),
      problems: narrativeText.meta({ title: '五、存在的主要问题及改进情况' }),
      other: narrativeText.meta({ title: '六、其他需要报告的事项' }),
    })
    .meta({ title: '自行撰写的文字', description: '没有给出的部分由默认模板写出' });

const heading = text.optional();
const headings = () =>
  z
    .strictObject({
      overview: heading,
      disclosure: heading,
      requests: heading,
      review: heading,
      problems: heading,
      other: heading,
    })
    .meta({ title: '与规定格式不同的标题' });

const furtherTables = () => {
  const further = z.array(furtherTable()).optional();
  return z
    .strictObject({
      overview: further,
      disclosure: further,
      requests: further,
      review: further,
      problems: further,
      other: further,
    })
    .meta({ title: '各部分另附的表格' });
};

const common = () => ({
  year: z.int({ error: '年份，如 2020' }).min(1949, { error: '年份，如 2020' }).max(9999, { error: '年份，如 2020' }),
  agency: agency(),
  title: text
    .optional()
    .meta({ title: '报告标题', description: '不填则为 机关全称＋年份＋年政府信息公开工作年度报告' }),
  headings: headings().optional(),
  narrative: narrative().optional(),
  facts: facts().optional(),
  tables: furtherTables().optional(),
  signoff: z
    .strictObject({ agency: text.optional().meta({ title: '署名' }), date: day.meta({ title: '成文日期' }) })
    .optional()
    .meta({ title: '落款' }),
  previous: z
    .record(z.string(), z.unknown(), { error: '上年的报告' })
    .optional()
    .meta({ title: '上年的报告', description: '与本报告同样写法；用来核对跨年的数字' }),
  waivers: z
    .array(
      z.strictObject({
        rule: text.meta({ title: '规则', description: '如 sum/I2' }),
        path: text.meta({ title: '位置', description: '如 requests.disposition.total.total' }),
        reason: text.meta({ title: '理由' }),
      }),
    )
    .optional()
    .meta({ title: '对已知问题的豁免' }),
});

type Common = Readonly<Omit<z.infer<z.ZodObject<ReturnType<typeof common>>>, 'previous'>>;

type Tables<K extends EditionId> = (typeof editions)[K]['tables'];

/** A report that has been parsed: every cell of its tables is there. */
export type Report = {
  [K in EditionId]: Common & {
    readonly edition: K;
    readonly previous?: Report | undefined;
  } & { readonly [T in TableKey]: TableData<Tables<K>[T]> };
}[EditionId];

/** A report as it may be written: cells that `fill` or `totals` provide may be absent. */
export type ReportInput = {
  [K in EditionId]: Common & {
    readonly edition: K;
    readonly previous?: ReportInput | undefined;
  } & { readonly [T in TableKey]: TableInput<Tables<K>[T]> };
}[EditionId];

/** The shape of a report of one edition. */
export function reportSchema(edition: Edition): z.ZodObject {
  return z
    .strictObject({
      edition: z.literal(edition.id).meta({ title: '版式', description: edition.citation }),
      ...common(),
      disclosure: tableSchema(edition.tables.disclosure).meta({ title: '二、主动公开' }),
      requests: tableSchema(edition.tables.requests).meta({ title: '三、依申请公开' }),
      review: tableSchema(edition.tables.review).meta({ title: '四、行政复议、行政诉讼' }),
    })
    .meta({ title: `政府信息公开工作年度报告（${edition.citation}）` });
}

/** What a schema is made of; optional and the like are left out. */
interface Parts {
  readonly shape?: { readonly [key: string]: z.core.$ZodType };
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
}

/**
 * What a schema says of keys, at a hundredth of the cost of its JSON Schema. A table's rows may hold rows: so what is within is
 * looked at when it is asked for, and once.
 */
export function shapeOfSchema(schema: z.core.$ZodType): Shape {
  const { shape, element, options, innerType } = schema._zod.def as Parts;
  if (innerType) return shapeOfSchema(innerType);
  if (options) return { anyOf: options.map(shapeOfSchema) };
  let properties: Shape['properties'];
  let items: Shape | undefined;
  return {
    get properties() {
      properties ??= Object.fromEntries(Object.entries(shape ?? {}).map(([key, inner]) => [key, shapeOfSchema(inner)]));
      return properties;
    },
    get items() {
      if (element) items ??= shapeOfSchema(element);
      return items;
    },
  };
}

/** The JSON Schema of a report of any edition, for editors and other tools. */
export function reportJsonSchema(): object {
  const [first, ...others] = Object.values<Edition>(editions).map(reportSchema);
  if (first === undefined) throw new Error('there is at least one edition');
  return z.toJSONSchema(z.discriminatedUnion('edition', [first, ...others]), { io: 'input', unrepresentable: 'any' });
}
