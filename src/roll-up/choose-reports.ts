import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formsOf, nounOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import {
  asHanded,
  type HandedReport,
  isUnread,
  type RollUpInput,
  type RollUpOptions,
  type UnreadReport,
} from './roll-input.js';
import { figuresKey } from './same-figures.js';
import { type Relation, type Relations, relationsTo } from './whose-children.js';

/** Why a report that was handed in does not count. */
export type WhyLeftOut = Exclude<Relation, { readonly is: 'child' }> | { readonly is: 'year' | 'form' };

/** A report that was handed in and does not count. */
export interface LeftOut {
  /** The report that was handed in. */
  readonly handed: HandedReport;
  /** Why it does not count, in Chinese. */
  readonly why: WhyLeftOut;
}

/** An agency directly below the whole. */
export interface Child {
  /** The agency, as the list or its report names it. */
  readonly agency: string;
  /** What it handed in for the year in the form: nothing, one report, or several. */
  readonly reports: readonly HandedReport[];
  /** Those of them whose figures differ from each other; the first alone if all are the same. */
  readonly versions: readonly HandedReport[];
  /** What else it handed in: of another year or in another form. */
  readonly others: readonly HandedReport[];
  /** Its report of the year before, if that is there. */
  readonly last?: AnyReport;
}

/** What adds up to the whole, in an order that does not depend on that of the inputs. */
export interface Chosen {
  readonly form: Form;
  readonly year: number;
  readonly children: readonly Child[];
  readonly leftOut: readonly LeftOut[];
  readonly unread: readonly UnreadReport[];
  /** Reports that are only compared with, of whomever and of whatever year. */
  readonly before: readonly HandedReport[];
  /** Whether a list says who has to hand in. */
  readonly hasList: boolean;
}

/** How many are about as many as the most: one agency more or less that has not handed in does not decide the year. */
const ABOUT_AS_MANY = 0.75;

/** What most of them are, or something greater that so great a share of as many are. */
function most<T extends string | number>(items: readonly T[], share: number): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const least = share * Math.max(...counts.values());
  return [...counts]
    .flatMap(([item, count]) => (count >= least ? [item] : []))
    .reduce<T | undefined>(
      (greatest, item) => (greatest === undefined || item > greatest ? item : greatest),
      undefined,
    );
}

const noYear = (unread: readonly UnreadReport[]): ReportError =>
  new ReportError([
    ...unread.flatMap(({ problems }) => problems),
    diagnostic('usage/argument', { cause: 'rollup-year' }),
  ]);

function noForm(forms: readonly Form[], found: string): ReportError {
  return new ReportError([
    diagnostic('usage/argument', {
      cause: 'rollup-form',
      noun: nounOf(forms),
      given: found,
      known: forms.map(({ id }) => id),
    }),
  ]);
}

const noneInForce = (forms: readonly Form[], year: number): ReportError =>
  new ReportError([
    diagnostic('usage/argument', { cause: 'edition-of-year', given: String(year), known: forms.map(({ id }) => id) }),
  ]);

function formFor(year: number, reports: readonly HandedReport[], options: RollUpOptions): Form {
  const forms = formsOf(options);
  const inForce = forms.findLast(({ years: [from, to] }) => year >= from && (to === undefined || year <= to));
  const id =
    options.edition ??
    most(
      reports.map(({ report }) => report.edition),
      1,
    ) ??
    inForce?.id;
  if (id === undefined) throw noneInForce(forms, year);
  const form = forms.find((one) => one.id === id);
  if (form === undefined) throw noForm(forms, id);
  return form;
}

const orderOf = ({ file = '', report }: HandedReport): string => `${file}\0${JSON.stringify(report)}`;

const inOrder = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => {
  const keys = new Map(items.map((item) => [item, keyOf(item)]));
  return items.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
};

/** What one agency handed in, and its reports of earlier years that are only compared with. */
interface Own {
  readonly handed: readonly HandedReport[];
  readonly before: readonly HandedReport[];
}

function childOf(agency: string, { handed, before }: Own, form: Form, year: number): Child {
  const isMeant = ({ report }: HandedReport) => report.year === year && report.edition === form.id;
  const reports = handed.filter(isMeant);
  const seen = new Set<string>();
  const versions = reports.filter(({ report }) => seen.size < seen.add(figuresKey(form, report)).size);
  const last = [...handed, ...before].find(({ report }) => report.year === year - 1)?.report;
  return { agency, reports, versions, others: handed.filter((one) => !isMeant(one)), ...(last && { last }) };
}

interface Related {
  readonly handed: HandedReport;
  readonly relation: Relation;
}

/** The reports among the inputs, in order, with what their agencies are to the whole. */
function relatedIn(inputs: readonly RollUpInput[], { relationOf }: Relations): readonly Related[] {
  const handed = inputs.flatMap((input) => (isUnread(input) ? [] : [asHanded(input)]));
  return inOrder(handed, orderOf).map((one) => ({ handed: one, relation: relationOf(one.report.agency.name) }));
}

type ByChild = ReadonlyMap<string, readonly HandedReport[]>;

/** What each child handed in, by the key of its name: those of the list first and in its order, others in the order of their names. */
function handedByChild(related: readonly Related[], { keyOf, children }: Relations): ByChild {
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
  const year =
    options.year ??
    most(
      own.map(({ report }) => report.year),
      ABOUT_AS_MANY,
    );
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
  const related = relatedIn(inputs, relations);
  const [byChild, before] = [related, relatedIn(options.before ?? [], relations)].map((all) =>
    handedByChild(all, relations),
  ) as [ByChild, ByChild];
  const { year, form } = measureOf([...byChild.values()].flat(), unread, options);
  const names = new Map(relations.children?.map((name) => [relations.keyOf(name), name]));
  const children = [...byChild].map(([key, handed]) => {
    const agency = names.get(key) ?? handed[0]?.report.agency.name ?? key;
    return childOf(agency, { handed, before: before.get(key) ?? [] }, form, year);
  });
  const strangers = related.flatMap(({ handed: one, relation }): readonly LeftOut[] =>
    relation.is === 'child' ? [] : [{ handed: one, why: relation }],
  );
  const leftOut = [...strangers, ...ofOtherYears(children, year)];
  const compared = (options.before ?? []).flatMap((one) => (isUnread(one) ? [] : [asHanded(one)]));
  return { form, year, children, leftOut, unread, before: compared, hasList: relations.children !== undefined };
}
