import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nameOfForm, nounOf } from '../../editions/editions.js';
import { isReportYear } from '../../report/report-years.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { AbsentSection, FoundParts } from './found-parts.js';

/** The parts of the form that the source lacks. */
function tellMissing(
  { file, form, parts, tables }: FoundParts,
  absent: readonly AbsentSection[],
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

/** What says whose report it is, and of which year, if it was not found; a form that did not hold in that year. */
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
    ...(isReportYear(year)
      ? []
      : [loss('missing', file, { message: '没有读到报告年度', path: ['year'], hint: '填写 year' })]),
    ...(isOther
      ? [
          loss('form', file, {
            message: `${year} 年度的报告用的是${nameOfForm(form)}的表格`,
            path: ['edition'],
            found: nameOfForm(form),
            expected: `施行年度内的${nounOf([form])}`,
            hint: '核对年度和表格；重新编制时改用本年度的格式',
          }),
        ]
      : []),
  ];
}

/** What the source lacks, and what was understood in it, apart from the figures of its tables. */
export function partLosses(
  found: FoundParts,
  absent: readonly AbsentSection[],
  agency: string | undefined,
  year: number | undefined,
): readonly Diagnostic[] {
  return [...tellIdentity(found, agency, year), ...tellMissing(found, absent), ...tellOrder(found)];
}
