import { printed } from '../characters/scan.js';
import { trimmed } from '../characters/white-space.js';
import type { Form } from '../form/form.js';
import { PREAMBLE } from '../form/preamble.js';
import { printedDay } from '../model/day.js';
import type { Block, Document, Signoff, Title } from '../model/document.js';
import type { Narrated } from '../narrative/narrate.js';
import { toBlocks } from '../narrative/to-blocks.js';
import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';
import { furtherTable } from '../table/further.js';
import { statutoryTable } from '../table/statutory.js';
import { metaOf } from './meta.js';

/** Conventional title: the agency's full name, then year and kind. */
function titleWords({ title, agency, year }: AnyReport, { name }: Form): readonly string[] {
  if (title === undefined) return [agency.name, `${year}年${name}`];
  const rest = title.startsWith(agency.name) ? title.slice(agency.name.length) : '';
  return rest === '' ? [title] : [agency.name, rest];
}

function signoffOf({ signoff, agency }: AnyReport): readonly Signoff[] {
  if (signoff === undefined) return [];
  const date = printedDay(signoff.date);
  return [{ kind: 'signoff', agency: signoff.agency ?? agency.name, date, path: ['signoff'] }];
}

/** The text of a part of the report; nothing if the form has no such text. */
function textOf(part: string, { parts }: Narrated): readonly Block[] {
  const written = parts[part];
  return written ? toBlocks(printed(written.text), ['narrative', part]) : [];
}

/** A section: its heading, its text, its statutory table, the agency's further tables. */
function sectionBlocks(
  { key, heading }: Form['sections'][number],
  report: AnyReport,
  { tables }: Form,
  narrated: Narrated,
): readonly Block[] {
  const spec = tables[key];
  return [
    { kind: 'heading', level: 1, text: report.headings?.[key] ?? heading, path: ['headings', key] },
    ...textOf(key, narrated),
    ...(spec ? [statutoryTable(spec, valueAt(report, [key]), key)] : []),
    ...(report.tables?.[key] ?? []).map((table, i) => furtherTable(table, ['tables', key, i])),
  ];
}

/** The data of a report with every text as it is printed. */
function asPrinted<T>(value: T): T {
  if (typeof value === 'string') return trimmed(printed(value)) as T;
  if (Array.isArray(value)) return value.map(asPrinted) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asPrinted(inner)])) as T;
}

/** Makes the document that all formats are rendered from, of a report whose texts have been written. */
export function compose(raw: AnyReport, form: Form, narrated: Narrated): Document {
  const { previous: _, narrative: __, ...data } = raw;
  const report = asPrinted(data);
  const title: Title = { kind: 'title', words: titleWords(report, form), path: ['title'] };
  return {
    meta: metaOf(report, {
      title: title.words.join(''),
      subject: form.name,
      keywords: [form.topic, '年度报告', `${report.year}年`, report.agency.name],
    }),
    blocks: [
      title,
      ...textOf(PREAMBLE, narrated),
      ...form.sections.flatMap((section) => sectionBlocks(section, report, form, narrated)),
      ...signoffOf(report),
    ],
  };
}
