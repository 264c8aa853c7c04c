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
  readonly properties?: { readonly [key: string]: Described };
}

const describedBy = (schema: z.ZodType): Described =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;

/** What a description says, led by the labels above it. */
function partsIn(schema: Described, path: readonly string[], above = ''): readonly LabelledPart[] {
  if (schema.properties) {
    const inner = path.length > 1 ? `${schema.title ?? ''}：` : '';
    return Object.entries(schema.properties).flatMap(([key, one]) => partsIn(one, [...path, key], above + inner));
  }
  const { title = path.at(-1) ?? '', description } = schema;
  const kind = path.at(-1) === 'date' ? 'day' : path[0] === 'title' || path[0] === 'signoff' ? 'lines' : 'text';
  return [
    {
      path,
      label: above + title,
      kind,
      ...(description !== undefined && { hint: inSheetWords(description, () => undefined) }),
    },
  ];
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

/** What is one cell; numbers by names of one's own stand in one as they are written in data. */
const KINDS = { count: 'integer', text: 'text', texts: 'texts', amount: 'amount', counts: 'nested' } as const;

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

/** The columns of records: groups within them are flattened, lists within them stand in one cell. */
function recordParts(fields: FactFields, path: readonly string[] = [], above = ''): readonly RecordPart[] {
  return Object.entries(fields).flatMap(([key, field]): readonly RecordPart[] => {
    const [here, label] = [[...path, key], above + factTitle(field)];
    if (field.kind === 'group') return recordParts(field.fields, here, `${label}：`);
    const kind = field.kind === 'list' || field.kind === 'texts' ? 'nested' : KINDS[field.kind];
    return [{ path: here, label, kind }];
  });
}

function factParts(key: string, fact: Fact, path: readonly string[], above = ''): readonly LabelledPart[] {
  const [here, label] = [[...path, key], above + factTitle(fact)];
  switch (fact.kind) {
    case 'group':
      return Object.entries(fact.fields).flatMap(([name, field]) => factParts(name, field, here, `${label}：`));
    case 'list':
      return [{ path: here, label, kind: 'records', columns: recordParts(fact.fields) }];
    default:
      return [{ path: here, label, kind: KINDS[fact.kind] }];
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
