import { spaceless } from '../../characters/spaceless.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Form } from '../../form/form.js';
import { PREAMBLE } from '../../form/preamble.js';
import { isReportYear } from '../../report/report-years.js';
import { dataCells } from '../../table/cells.js';
import { nest } from '../../table/complete.js';
import type { SourceParagraph } from '../neutral/reading.js';
import type { AbsentSection, FoundParts } from './found-parts.js';
import { partLosses } from './part-losses.js';
import type { SectionParts } from './section-parts.js';
import { yearsIn } from './source-day.js';

/** A report object as it was matched, with the place of each part in the source, and what was lost on the way. */
export interface MatchedReport {
  readonly report: object;
  /** By dotted paths of the report, in words. */
  readonly places: ReadonlyMap<string, string>;
  readonly losses: readonly Diagnostic[];
  /** Tells a finding in the words of the source, where these are not those of data. */
  readonly tell?: (problem: Diagnostic) => Diagnostic;
}

/** Braces would be taken for a template's. */
const literal = (text: string): string => text.trim().replaceAll('{{', '\\{{');

const texts = (paragraphs: readonly SourceParagraph[]): readonly string[] =>
  paragraphs.map(({ text }) => literal(text));

const named = <T>(entries: readonly (readonly [string, T])[]): object | undefined =>
  entries.length === 0 ? undefined : Object.fromEntries(entries);

const without = (record: { readonly [key: string]: unknown }): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** The text of a section: of one with a table, what stands before it, and what stands after it. */
function narrativeOf({ key, before, after }: SectionParts, { tables }: Form): unknown {
  const [first, last] = [texts(before), texts(after)];
  if (!Object.hasOwn(tables, key)) return [...first, ...last];
  if (last.length === 0) return first;
  return { ...(first.length > 0 && { before: first }), after: last };
}

const isEmpty = ({ before, after }: SectionParts): boolean => before.length + after.length === 0;

/** Sections of which the source has nothing: declared absent, so that no template writes what was never said. */
function absentSections({ form, parts, tables }: FoundParts): readonly AbsentSection[] {
  return form.sections.filter(({ key }) => {
    const part = parts.find((one) => one.key === key);
    if (Object.hasOwn(form.tables, key)) return part === undefined && !tables.some((table) => table.key === key);
    return part === undefined || (isEmpty(part) && part.tables.length === 0);
  });
}

const whyAbsent = (part: SectionParts | undefined): string =>
  part?.heading === undefined ? '原件没有这一部分' : '原件这一部分只有标题，没有内容';

function agencyOf({ opening, closing }: FoundParts): string | undefined {
  const said = opening.preamble.map(
    ({ text }) => /由([\p{Script=Han}]{2,30}?)(?:根据|依据|按照|编制)/u.exec(text)?.[1],
  );
  return opening.title?.agency ?? closing.signoff?.agencies[0] ?? said.find((one) => one !== undefined);
}

/**
 * The year of the report: as the title has it, or the period of the preamble, or the year before the sign-off. Where these two agree on
 * another year than the title, the slip is the title's.
 */
function yearOf({ opening, closing }: FoundParts): number | undefined {
  const stated = opening.preamble.flatMap(({ text }) => yearsIn(/.{0,12}1月1日.{0,20}/u.exec(text)?.[0] ?? ''));
  const signed = closing.signoff && Number(closing.signoff.day.slice(0, 4)) - 1;
  const period = stated[0]?.year;
  const isOutvoted = period !== undefined && period === signed;
  return (isOutvoted ? period : opening.title?.year) ?? period ?? signed;
}

/** The title if it is not the usual one, line by line unless it is parted where the usual one is. */
function titleOf(
  { opening: { title }, form }: FoundParts,
  agency: string,
  year: number,
): string | readonly string[] | undefined {
  const lines = title?.lines ?? [];
  const whole = lines.join('');
  if (whole === '' || whole === `${agency}${year}年${form.name}`) return undefined;
  return lines.length === 1 || (lines.length === 2 && lines[0] === agency) ? whole : lines;
}

function signoffOf({ closing: { signoff } }: FoundParts, agency: string): object | undefined {
  if (signoff === undefined) return undefined;
  const { agencies, day } = signoff;
  const [only] = agencies;
  if (agencies.length > 1) return { agency: agencies, date: day };
  return { ...(only !== undefined && only !== agency && { agency: only }), date: day };
}

function placesOf({ opening, closing, parts, tables }: FoundParts): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const add = (path: string, at: string | undefined) => {
    if (at !== undefined) places.set(path, at);
  };
  const addAll = (path: string, paragraphs: readonly SourceParagraph[]) => {
    add(path, paragraphs[0]?.at);
    for (const [i, { at }] of paragraphs.entries()) add(`${path}.${i}`, at);
  };
  add('title', opening.titleAt);
  add('agency', opening.titleAt);
  add('year', opening.titleAt);
  add('edition', opening.titleAt);
  add('addressee', opening.addressee?.at);
  addAll(`narrative.${PREAMBLE}`, opening.preamble);
  for (const part of parts) {
    add(`headings.${part.key}`, part.at);
    addAll(`narrative.${part.key}`, part.before);
    addAll(`narrative.${part.key}.before`, part.before);
    addAll(`narrative.${part.key}.after`, part.after);
    addAll(`notes.${part.key}`, part.notes);
    for (const [i, { at }] of part.tables.entries()) add(`tables.${part.key}.${i}`, at);
  }
  add('signoff', closing.signoff?.at);
  return new Map([...places, ...tables.flatMap((table) => [...table.places])]);
}

/** Makes the report object of the parts that were found. */
export function assemble(found: FoundParts): MatchedReport {
  const { form, opening, parts, tables } = found;
  const [agency, year] = [agencyOf(found), yearOf(found)];
  const name = agency ?? '（机关名称没有读到）';
  const ofYear = isReportYear(year) ? year : form.years[0];
  const absent = absentSections(found);
  const isAbsent = (key: string) => absent.some((one) => one.key === key);
  const narrated = parts.filter((part) => !isEmpty(part));
  const preamble = texts(opening.preamble);
  const narrative = [
    ...(preamble.length > 0 ? [[PREAMBLE, preamble] as const] : []),
    ...narrated.map((part) => [part.key, narrativeOf(part, form)] as const),
  ];
  const headings = parts.flatMap(({ key, heading }) => {
    const own = form.sections.find((one) => one.key === key)?.heading ?? '';
    return heading === undefined || isAbsent(key) || spaceless(heading) === spaceless(own)
      ? []
      : [[key, heading] as const];
  });
  const data = Object.entries(form.tables).flatMap(([key, spec]) => {
    if (isAbsent(key)) return [];
    return [[key, tables.find((table) => table.key === key)?.data ?? nest(dataCells(spec), () => null)] as const];
  });
  const report = without({
    edition: form.id,
    year: ofYear,
    agency: { name },
    title: titleOf(found, name, ofYear),
    addressee: opening.addressee?.text.trim(),
    headings: named(headings),
    narrative: named(narrative),
    notes: named(parts.filter(({ notes }) => notes.length > 0).map(({ key, notes }) => [key, texts(notes)] as const)),
    absent: named(absent.map(({ key }) => [key, whyAbsent(parts.find((part) => part.key === key))] as const)),
    tables: named(
      parts
        .filter((part) => part.tables.length > 0)
        .map(
          (part) =>
            [
              part.key,
              part.tables.map(({ table, note }) => ({ ...table, ...(note.length > 0 && { note: texts(note) }) })),
            ] as const,
        ),
    ),
    signoff: signoffOf(found, name),
    ...Object.fromEntries(data),
  });
  return {
    report,
    places: placesOf(found),
    losses: partLosses(found, absent, agency, year),
  };
}
