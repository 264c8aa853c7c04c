import {
  type AnyReport,
  type Code,
  type editions,
  parseReport,
  type Report,
  type Report2019,
  type Report2021,
  type ReportInput,
  type ReportInputOf,
  type ReportOf,
  type RuleCode,
  type RuleSettings,
  type SectionKey,
  safeParseReport,
  toPdf,
} from 'nianbao';

// The declarations that are printed say what the definitions of the editions say.

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isSame = <A, B>(same: Same<A, B>) => same;

/** A type with nothing left but what it holds. */
type Plain<T> = T extends string | number | boolean | null | undefined ? T : { [K in keyof T]: Plain<T[K]> };
type Whole<T> = T extends unknown ? Plain<Omit<T, 'previous' | '$schema'>> : never;

type Editions = typeof editions;
isSame<Whole<ReportOf<Editions['2021']>>, Whole<Report2021>>(true);
isSame<Whole<ReportOf<Editions['2019']>>, Whole<Report2019>>(true);

/** Facts that are left blank are for editors, and no form has them of its own. */
type Given<T> = T extends unknown ? Plain<Omit<T, 'previous' | '$schema' | 'facts'>> : never;
isSame<Given<ReportInputOf<Editions[keyof Editions]>>, Given<ReportInput>>(true);

/** Nothing can be written to anywhere. */
type Written<T> = T extends string | number | boolean | null | undefined
  ? never
  : { [K in keyof T]-?: Same<Pick<T, K>, Readonly<Pick<T, K>>> extends true ? Written<T[K]> : K }[keyof T];
type Own<T> = T extends unknown ? Omit<T, 'previous'> : never;
isSame<Exclude<Written<Own<Report2021>>, undefined>, never>(true);
type Mutable = { readonly list: { of: string }[] };
isSame<Exclude<Written<Mutable>, undefined>, never>(false);

isSame<SectionKey, 'overview' | 'disclosure' | 'requests' | 'review' | 'problems' | 'other'>(true);
export const isCode = (rule: RuleCode): Code => rule;

export const settings: RuleSettings = { 'text/unbound': 'off', 'sum/H1': 'error', 'years/mine': 'note' };
// @ts-expect-error a rule that there is not
export const mistyped: RuleSettings = { 'text/figur': 'off' };

export const pdf = () => toPdf(parseReport({}));
export const any = (report: Report): AnyReport => report;
const parsed = safeParseReport({});
export const told = parsed.ok ? parsed.report.agency.name : parsed.diagnostics.map(({ message }) => message);
// @ts-expect-error no report where it could not be parsed
parsed.report;
