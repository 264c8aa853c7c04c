import type { Fact, FactFields } from '../form/fact.js';
import type { Form } from '../form/form.js';
import { addresseeSchema, agencySchema, signoffSchema, titleSchema } from '../report/common-schema.js';
import * as z from '../table/zod.js';
import type { FieldKind } from './fields.js';
import { inSheetWords } from './sheet-words.js';

/** A value to be filled in beside its label. */
export interface LabelledPart {
  readonly path: readonly string[];
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
  /** The columns of a list of records. */
  readonly columns?: readonly RecordPart[];
}

/** A column of a list of records. */
export interface RecordPart {
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: FieldKind;
}

/** The facts on their sheet. */
export const FACTS = '写文字用的数字和事实';

const HEADINGS = '标题';
const ABSENT = '没有这一部分';

interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: { readonly [key: string]: Described };
}

const describedBy = (schema: z.ZodType): Described =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;

/** What stands beside a part: what is said of it, and what a report might say. */
function schemaHint({ description, examples: [example] = [] }: Described): { readonly hint?: string } {
  const said = description === undefined ? [] : inSheetWords(description, () => undefined);
  const shown = typeof example === 'string' ? `如：${example}` : [];
  const words = [said, shown].flat();
  return words.length > 0 ? { hint: words.join('；') } : {};
}

/** What a description says, led by the labels above it. */
function partsIn(schema: Described, path: readonly string[], above = ''): readonly LabelledPart[] {
  if (schema.properties) {
    const inner = path.length > 1 ? `${schema.title ?? ''}：` : '';
    return Object.entries(schema.properties).flatMap(([key, one]) => partsIn(one, [...path, key], above + inner));
  }
  const { title = path.at(-1) ?? '' } = schema;
  const kind = path.at(-1) === 'date' ? 'day' : path[0] === 'title' || path[0] === 'signoff' ? 'lines' : 'text';
  return [{ path, label: above + title, kind, ...schemaHint(schema) }];
}

/** The parts of a report that every form has, with the titles and descriptions of their schema. */
export function commonParts({ name }: Form): readonly LabelledPart[] {
  return [
    ...partsIn(describedBy(agencySchema()), ['agency']),
    ...partsIn(describedBy(titleSchema(`机关全称＋年份＋年${name}`)), ['title']),
    ...partsIn(describedBy(addresseeSchema()), ['addressee']),
    ...partsIn(describedBy(signoffSchema()), ['signoff']),
  ];
}

/** What parts are called that have others in them. */
export const groupTitles = (): readonly (readonly [key: string, title: string])[] => [
  ['agency', describedBy(agencySchema()).title ?? ''],
  ['signoff', describedBy(signoffSchema()).title ?? ''],
  ['facts', FACTS],
  ['headings', HEADINGS],
  ['absent', ABSENT],
];

const KINDS = { count: 'integer', text: 'text', texts: 'texts', amount: 'amount' } as const;

/** Numbers by names of one's own. */
const NAMED_COUNT: readonly RecordPart[] = [
  { path: ['name'], label: '名称', kind: 'text' },
  { path: ['count'], label: '数', kind: 'integer' },
];

/** What a field without a title is called. */
const WORDS: { readonly [kind in Fact['kind']]: string } = {
  count: '数量',
  text: '文字',
  texts: '各项',
  amount: '金额',
  counts: '各数',
  group: '各项',
  list: '各项',
};

/** What a fact, or a field of one, is called. */
export const factTitle = ({ title, kind }: Fact): string => title ?? WORDS[kind];

/** The columns of records: groups within them are flattened, lists within them stand in one cell, as they are written in data. */
function recordParts(fields: FactFields, path: readonly string[] = [], above = ''): readonly RecordPart[] {
  return Object.entries(fields).flatMap(([key, field]): readonly RecordPart[] => {
    const [here, label] = [[...path, key], above + factTitle(field)];
    if (field.kind === 'group') return recordParts(field.fields, here, `${label}：`);
    const isOne = field.kind === 'count' || field.kind === 'text' || field.kind === 'amount';
    return [{ path: here, label, kind: isOne ? KINDS[field.kind] : 'nested' }];
  });
}

/** What a report might say, where the form has an example that tells more than the label does: texts, lists, and names of one's own. */
function exampleHint({ kind, example }: Fact): { readonly hint?: string } {
  const [first] = Array.isArray(example) ? (example as readonly unknown[]) : [example];
  if (first === undefined || kind === 'count' || kind === 'amount') return {};
  const cells = kind === 'list' ? Object.values(Object(first)) : Object.entries(Object(first))[0];
  const words = typeof first === 'object' ? cells?.filter((one) => typeof one !== 'object') : [first];
  return words?.length ? { hint: `如：${words.join(' ')}` } : {};
}

function factParts(key: string, fact: Fact, path: readonly string[], above = ''): readonly LabelledPart[] {
  const [here, label] = [[...path, key], above + factTitle(fact)];
  const part = { path: here, label, ...exampleHint(fact) };
  switch (fact.kind) {
    case 'group':
      return Object.entries(fact.fields).flatMap(([name, field]) => factParts(name, field, here, `${label}：`));
    case 'list':
      return [{ ...part, kind: 'records', columns: recordParts(fact.fields) }];
    case 'counts':
      return [{ ...part, kind: 'counts', columns: NAMED_COUNT }];
    default:
      return [{ ...part, kind: KINDS[fact.kind] }];
  }
}

/** The facts of a form. */
export const factsOf = ({ facts }: Form): readonly LabelledPart[] =>
  Object.entries(facts).flatMap(([key, fact]) => factParts(key, fact, ['facts']));

/** Headings of a report's own, instead of those that are prescribed. */
export const ownHeadings = ({ sections }: Form): readonly LabelledPart[] =>
  sections.map(({ key, heading }) => ({ path: ['headings', key], label: `${HEADINGS}：${heading}`, kind: 'text' }));

/** Why a report has no such section. */
export const sectionsWithout = ({ sections }: Form): readonly LabelledPart[] =>
  sections.map(({ key, heading }) => ({ path: ['absent', key], label: `${ABSENT}：${heading}`, kind: 'text' }));

export const ownWaivers: LabelledPart = {
  path: ['waivers'],
  label: '豁免：已知有出入、仍照印的数字',
  kind: 'records',
  columns: [
    { path: ['reason'], label: '理由', kind: 'text' },
    { path: ['rule'], label: '规则', kind: 'text' },
    { path: ['path'], label: '位置', kind: 'text' },
  ],
};
