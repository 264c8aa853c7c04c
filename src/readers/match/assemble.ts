import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nounOf } from '../../editions/editions.js';
import type { Form } from '../../form/form.js';
import { PREAMBLE } from '../../form/preamble.js';
import { dataCells } from '../../table/cells.js';
import { nest } from '../../table/complete.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { SourceParagraph } from '../neutral/reading.js';
import type { Closing } from './closing.js';
import type { Opening } from './opening.js';
import type { ReadTable } from './place-figures.js';
import type { SectionParts } from './section-parts.js';
import { yearsIn } from './source-day.js';

/** A report object as it was matched, with the place of each part in the source, and what was lost on the way. */
export interface MatchedReport {
  readonly report: object;
  /** By dotted paths of the report, in words. */
  readonly places: ReadonlyMap<string, string>;
  readonly losses: readonly Diagnostic[];
}

/** The parts of a report as they were found. */
export interface FoundParts {
  readonly form: Form;
  readonly file: string;
  readonly opening: Opening;
  readonly closing: Closing;
  readonly parts: readonly SectionParts[];
  readonly tables: readonly (ReadTable & { readonly key: string })[];
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

const spaceless = (text: string): string => text.replace(/[\s\u3000]+/gu, '');

/** Sections of which the source has nothing: declared absent, so that no template writes what was never said. */
function absentSections({
  form,
  parts,
  tables,
}: FoundParts): readonly { readonly key: string; readonly heading: string }[] {
  return form.sections.filter(({ key }) => {
    const part = parts.find((one) => one.key === key);
    if (Object.hasOwn(form.tables, key)) return part === undefined && !tables.some((table) => table.key === key);
    return part === undefined || (isEmpty(part) && part.tables.length === 0);
  });
}

function agencyOf({ opening, closing }: FoundParts): string | undefined {
  const said = opening.preamble.map(
    ({ text }) => /由([\p{Script=Han}]{2,30}?)(?:根据|依据|按照|编制)/u.exec(text)?.[1],
  );
  return opening.title?.agency ?? closing.signoff?.agencies[0] ?? said.find((one) => one !== undefined);
}

/** The year of the report: as the title has it, or the period of the preamble, or the year before the sign-off. */
function yearOf({ opening, closing }: FoundParts): number | undefined {
  const stated = opening.preamble.flatMap(({ text }) => yearsIn(/.{0,12}1月1日.{0,20}/u.exec(text)?.[0] ?? ''));
  const signed = closing.signoff && Number(closing.signoff.day.slice(0, 4)) - 1;
  return opening.title?.year ?? stated[0]?.year ?? signed;
}

const inRange = (year: number | undefined): year is number => year !== undefined && year >= 1949 && year <= 9999;

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

function tellMissing(
  { file, form, parts, tables }: FoundParts,
  absent: readonly { readonly key: string; readonly heading: string }[],
): readonly Diagnostic[] {
  const isGone = (key: string) => absent.some((one) => one.key === key);
  const noTable = Object.keys(form.tables).filter((key) => !isGone(key) && !tables.some((table) => table.key === key));
  const noHeading = parts.filter(({ key, heading }) => heading === undefined && !isGone(key));
  const headingOf = (key: string) => form.sections.find((one) => one.key === key)?.heading;
  return [
    ...absent.map(({ heading, key }) =>
      loss('missing', file, {
        message: `没有“${heading}”这一部分`,
        path: [key],
        hint: '原件确实没有的，不必处理；有的，请补进报告',
      }),
    ),
    ...noTable.map((key) =>
      loss('missing', file, {
        message: `“${headingOf(key)}”里没有规定的表格`,
        path: [key],
        at: parts.find((one) => one.key === key)?.at,
        hint: '表格按空白读入；表格是图片的，请按原件填写',
      }),
    ),
    ...noHeading.map(({ key, at }) =>
      loss('missing', file, {
        message: `没有“${headingOf(key)}”这个标题`,
        path: ['headings', key],
        at,
        hint: '按规定的格式补上标题',
      }),
    ),
  ];
}

/** The sections stand in another order than the form's. */
function tellOrder({ file, form, parts }: FoundParts): readonly Diagnostic[] {
  const order = form.sections.map(({ key }) => key);
  const at = parts.filter(({ heading }) => heading !== undefined).map(({ key }) => order.indexOf(key));
  const out = at.findIndex((place, i) => i > 0 && place < (at[i - 1] ?? 0));
  if (out < 0) return [];
  const found = parts.map(({ heading = '' }) => excerpt(heading)).join('、');
  return [
    loss('interpreted', file, {
      message: '各部分的顺序与规定不同，按规定的顺序读入',
      at: parts[out]?.at,
      found,
      hint: '按规定的格式安排各部分',
    }),
  ];
}

function tellIdentity(found: FoundParts, agency: string | undefined, year: number | undefined): readonly Diagnostic[] {
  const { file, form, opening } = found;
  const [first, last = Number.POSITIVE_INFINITY] = form.years;
  const isOther = year !== undefined && (year < first || year > last);
  return [
    ...(opening.titleAt === undefined
      ? [loss('missing', file, { message: '没有找到标题', path: ['title'], hint: '核对机关名称和年度' })]
      : []),
    ...(agency === undefined
      ? [
          loss('missing', file, {
            message: '没有读到机关名称',
            path: ['agency', 'name'],
            expected: '机关全称',
            hint: '填写 agency.name',
          }),
        ]
      : []),
    ...(inRange(year)
      ? []
      : [loss('missing', file, { message: '没有读到报告年度', path: ['year'], hint: '填写 year' })]),
    ...(isOther
      ? [
          loss('form', file, {
            message: `${year} 年度的报告用的是 ${form.id} ${nounOf([form])}的表格`,
            path: ['edition'],
            found: `${form.id} ${nounOf([form])}`,
            expected: `施行年度内的${nounOf([form])}`,
            hint: '核对年度和表格；重新编制时改用本年度的版式',
          }),
        ]
      : []),
  ];
}

/** Makes the report object of the parts that were found. */
export function assemble(found: FoundParts): MatchedReport {
  const { form, opening, parts, tables } = found;
  const [agency, year] = [agencyOf(found), yearOf(found)];
  const name = agency ?? '（机关名称没有读到）';
  const ofYear = inRange(year) ? year : form.years[0];
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
    return heading === undefined || spaceless(heading) === spaceless(own) ? [] : [[key, heading] as const];
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
    absent: named(absent.map(({ key }) => [key, '原件没有这一部分'] as const)),
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
    losses: [...tellIdentity(found, agency, year), ...tellMissing(found, absent), ...tellOrder(found)],
  };
}
