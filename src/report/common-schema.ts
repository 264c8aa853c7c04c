import { text } from '../table/visible-text.js';
import * as z from '../table/zod.js';
import { REPORT_YEARS } from './report-years.js';
import { day, texts } from './text-schema.js';

/** The parts of a report object that every form has, whatever its sections. Made when a report is read, not when the module loads. */

export const agencySchema = () =>
  z
    .strictObject({
      name: text.meta({ title: '机关全称' }),
      shortName: text.optional().meta({ title: '正文中的自称', description: '不填则用“本机关”', examples: ['我局'] }),
      office: text.optional().meta({ title: '联系部门', examples: ['办公室'] }),
      address: text.optional().meta({ title: '地址', examples: ['示例县示例路1号'] }),
      postcode: text.optional().meta({ title: '邮编', examples: ['100000'] }),
      telephone: text.optional().meta({ title: '电话', examples: ['010-00000000'] }),
      fax: text.optional().meta({ title: '传真', examples: ['010-00000001'] }),
      email: text.optional().meta({ title: '电子邮箱', examples: ['zwgk@example.gov.cn'] }),
      website: z
        .strictObject({
          name: text.meta({ title: '网站名称', examples: ['示例县人民政府网站'] }),
          url: text.meta({ title: '网址', examples: ['http://www.example.gov.cn/'] }),
        })
        .optional()
        .meta({ title: '下载电子版的网站' }),
    })
    .meta({ title: '行政机关' });

const YEAR = { error: '年份，如 2020' };

export const yearSchema = () =>
  z.int(YEAR).min(REPORT_YEARS.first, YEAR).max(REPORT_YEARS.last, YEAR).meta({ title: '报告年度' });

const oneOrMore = (error: string) => z.union([text, texts.min(1, { error })], { error });

export const titleSchema = (example: string) =>
  oneOrMore('标题的文字，或各行的列表')
    .optional()
    .meta({ title: '报告标题', description: `不填则为 ${example}；要按自己的分行印，写成各行的列表` });

export const addresseeSchema = () =>
  text.optional().meta({ title: '主送机关', description: '印在标题和正文之间，顶格', examples: ['县政府办公室：'] });

export const signoffSchema = () =>
  z
    .strictObject({
      agency: oneOrMore('署名的文字，或各机关的列表')
        .optional()
        .meta({ title: '署名', description: '不填则为机关全称；几个机关联合署名的，写成列表，依次向下排' }),
      date: day.meta({ title: '成文日期' }),
    })
    .optional()
    .meta({ title: '落款' });

export const previousSchema = () =>
  z
    .record(z.string(), z.unknown(), { error: '上年的报告' })
    .optional()
    .meta({ title: '上年的报告', description: '本机关上一年度的报告，与本报告同样写法；用来核对跨年的数字' });

/** @param example a rule and a place that a waiver may name */
export const waiversSchema = (example: { readonly rule: string; readonly path: string }) =>
  z
    .array(
      z.strictObject({
        rule: text.meta({ title: '规则', description: `如 ${example.rule}` }),
        path: text.meta({
          title: '位置',
          description: `如 ${example.path}；也管它下面的各处。* 代表一级或几级，用来管一列`,
        }),
        reason: text.meta({ title: '理由' }),
      }),
    )
    .optional()
    .meta({ title: '对已知问题的豁免', examples: [[{ ...example, reason: '须按已公布的数字印出' }]] });
