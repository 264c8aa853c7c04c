import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formsOf, nounOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import {
  asHanded,
  type HandedReport,
  isUnread,
  type RollUpInput,
  type RollUpOptions,
  type UnreadReport,
} from './roll-input.js';
import { areSameFigures } from './same-figures.js';
import { type Relation, type Relations, relationsTo } from './whose-children.js';

/** Why a report that was handed in does not count. */
export type WhyLeftOut = Exclude<Relation, { readonly is: 'child' }> | { readonly is: 'year' | 'form' };

/** A report that was handed in and does not count. */
export interface LeftOut {
  readonly handed: HandedReport;
  readonly why: WhyLeftOut;
}

/** An agency directly below the whole. */
export interface Child {
  readonly agency: string;
  /** What it handed in for the year in the form: nothing, one report, or several. */
  readonly reports: readonly HandedReport[];
  /** Those of them whose figures differ from each other; the first alone if all are the same. */
  readonly versions: readonly HandedReport[];
  /** What else it handed in: of another year or in another form. */
  readonly others: readonly HandedReport[];
}

/** What adds up to the whole, in an order that does not depend on that of the inputs. */
export interface Chosen {
  readonly form: Form;
  readonly year: number;
  readonly children: readonly Child[];
  readonly leftOut: readonly LeftOut[];
  readonly unread: readonly UnreadReport[];
  /** Whether a list says who has to hand in. */
  readonly hasList: boolean;
}

/** What most of them are; of two that are equally many the greater. */
function most<T extends string | number>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))[0]?.[0];
}

const noYear = (unread: readonly UnreadReport[]): ReportError =>
  new ReportError([
    ...unread.flatMap(({ problems }) => problems),
    diagnostic('usage/argument', {
      message: '不知道汇总哪个年度',
      found: '没有一份可以计入的报告',
      expected: '年度',
      hint: '写明年度：命令行用 --year，程序里用 year',
    }),
  ]);

function noForm(forms: readonly Form[], found: string): ReportError {
  return new ReportError([
    diagnostic('usage/argument', {
      message: `没有这个${nounOf(forms)}`,
      found,
      expected: forms.map(({ id }) => id).join('、'),
      hint: '自己的报告格式要先加载：命令行用 --form，程序里用 forms',
    }),
  ]);
}

function formFor(year: number, reports: readonly HandedReport[], options: RollUpOptions): Form {
  const forms = formsOf(options);
  const inForce = forms.findLast(({ years: [from, to] }) => year >= from && (to === undefined || year <= to));
  const id = options.edition ?? most(reports.map(({ report }) => report.edition)) ?? inForce?.id;
  const form = forms.find((one) => one.id === id);
  if (form === undefined) throw noForm(forms, id ?? String(year));
  return form;
}

const orderOf = ({ file = '', report }: HandedReport): string => `${file}\0${JSON.stringify(report)}`;

const inOrder = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => {
  const keys = new Map(items.map((item) => [item, keyOf(item)]));
  return items.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
};

function childOf(agency: string, handed: readonly HandedReport[], form: Form, year: number): Child {
  const isMeant = ({ report }: HandedReport) => report.year === year && report.edition === form.id;
  const reports = handed.filter(isMeant);
  const versions = reports.filter(
    ({ report }, i) => !reports.slice(0, i).some((other) => areSameFigures(form, report, other.report)),
  );
  return { agency, reports, versions, others: handed.filter((one) => !isMeant(one)) };
}

interface Related {
  readonly handed: HandedReport;
  readonly relation: Relation;
}

/** What each child handed in, by the key of its name: those of the list first and in its order, others in the order of their names. */
function handedByChild(
  related: readonly Related[],
  { keyOf, children }: Relations,
): ReadonlyMap<string, readonly HandedReport[]> {
  const own = related.flatMap(({ handed, relation }) =>
    relation.is === 'child' ? [{ handed, key: keyOf(relation.agency) }] : [],
  );
  const keys = children?.map(keyOf) ?? own.map(({ key }) => key).sort();
  const groups = new Map(keys.map((key): [string, HandedReport[]] => [key, []]));
  for (const { handed, key } of own) groups.get(key)?.push(handed);
  return groups;
}

/** What of the children does not count. */
const ofOtherYears = (children: readonly Child[], year: number): readonly LeftOut[] =>
  children.flatMap(({ others }) =>
    others.map((handed) => ({ handed, why: { is: handed.report.year === year ? 'form' : 'year' } as const })),
  );

/** The year and the form of the whole. */
function measureOf(own: readonly HandedReport[], unread: readonly UnreadReport[], options: RollUpOptions) {
  const year = options.year ?? most(own.map(({ report }) => report.year));
  if (year === undefined) throw noYear(unread);
  const ofYear = own.filter(({ report }) => report.year === year);
  return { year, form: formFor(year, ofYear, options) };
}

/**
 * Which reports add up to the whole.
 *
 * @throws ReportError `usage/argument` if the list has nobody below the whole, the form is not loaded, or there is no telling the year
 */
export function chooseReports(inputs: readonly RollUpInput[], options: RollUpOptions): Chosen {
  const relations = relationsTo(options);
  const unread = inOrder(inputs.filter(isUnread), ({ file }) => file);
  const handed = inputs.flatMap((input) => (isUnread(input) ? [] : [asHanded(input)]));
  const related = inOrder(handed, orderOf).map((one): Related => {
    return { handed: one, relation: relations.relationOf(one.report.agency.name) };
  });
  const byChild = handedByChild(related, relations);
  const { year, form } = measureOf([...byChild.values()].flat(), unread, options);
  const names = new Map(relations.children?.map((name) => [relations.keyOf(name), name]));
  const children = [...byChild].map(([key, own]) =>
    childOf(names.get(key) ?? own[0]?.report.agency.name ?? key, own, form, year),
  );
  const strangers = related.flatMap(({ handed: one, relation }): readonly LeftOut[] =>
    relation.is === 'child' ? [] : [{ handed: one, why: relation }],
  );
  const leftOut = [...strangers, ...ofOtherYears(children, year)];
  return { form, year, children, leftOut, unread, hasList: relations.children !== undefined };
}
