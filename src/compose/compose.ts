import { printed } from '../characters/scan.js';
import { trimmed } from '../characters/white-space.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { Form } from '../form/form.js';
import { PREAMBLE } from '../form/preamble.js';
import { titleText } from '../model/block-texts.js';
import { printedDay } from '../model/day.js';
import type { Block, Document, Signoff, TableNote, Title } from '../model/document.js';
import type { Narrated } from '../narrative/narrate.js';
import { printedText } from '../narrative/printed-text.js';
import { paragraphsOf, toBlocks } from '../narrative/to-blocks.js';
import { isAbsent } from '../report/absent.js';
import type { AnyReport } from '../report/report.js';
import { signersOf } from '../report/signers.js';
import { valueAt } from '../table/cells.js';
import { furtherTable } from '../table/further.js';
import { statutoryTable } from '../table/statutory.js';
import { metaOf } from './meta.js';
import { titleLinesOf, wordEndsOf } from './title-phrases.js';

function addresseeOf({ addressee }: AnyReport): readonly Block[] {
  return addressee === undefined ? [] : [{ kind: 'addressee', text: addressee, path: ['addressee'] }];
}

function signoffOf(report: AnyReport): readonly Signoff[] {
  const { signoff } = report;
  if (signoff === undefined) return [];
  const agencies = signersOf(report);
  const wordEnds = agencies.map(wordEndsOf);
  return [{ kind: 'signoff', agencies, wordEnds, date: printedDay(signoff.date), path: ['signoff'] }];
}

/** The text at a place of a part of the report, which may stand before a table; nothing if there is none. */
function textOf(part: string, place: 'before' | 'after', { texts }: Narrated, isBeforeTable = false): readonly Block[] {
  const written = texts.find((one) => one.part === part && one.place === place);
  return written ? toBlocks(printedText(written), written.path, isBeforeTable) : [];
}

/** The note below a table, by the path of its text. */
function noteAt(path: Path, { texts }: Narrated): TableNote | undefined {
  const written = texts.find((one) => one.place === 'note' && formatPath(one.path) === formatPath(path));
  const lines = written ? paragraphsOf(printedText(written)) : [];
  if (lines.length === 0) return undefined;
  const figures = lines.some((line) => line.figures.length > 0) && { figures: lines.map((line) => line.figures) };
  return { paragraphs: lines.map(({ text }) => text), path, ...figures };
}

/** A section: its heading, its text, its statutory table with the note and the text after it, the agency's further tables. */
function sectionBlocks(
  { key, heading }: Form['sections'][number],
  report: AnyReport,
  { tables }: Form,
  narrated: Narrated,
): readonly Block[] {
  const spec = tables[key];
  const further = report.tables?.[key] ?? [];
  return [
    { kind: 'heading', level: 1, text: report.headings?.[key] ?? heading, path: ['headings', key] },
    ...textOf(key, 'before', narrated, spec !== undefined || further.length > 0),
    ...(spec ? [statutoryTable(spec, valueAt(report, [key]), key, noteAt(['notes', key], narrated))] : []),
    ...textOf(key, 'after', narrated, further.length > 0),
    ...further.map((table, i) => {
      const path = ['tables', key, i];
      return furtherTable(table, path, noteAt([...path, 'note'], narrated));
    }),
  ];
}

/** The data of a report with every text as it is printed: most are, and what has no others is left as it is. */
function asPrinted<T>(value: T): T {
  if (typeof value === 'string') return trimmed(printed(value)) as T;
  if (typeof value !== 'object' || value === null) return value;
  let copy: T | undefined;
  for (const key in value) {
    const inner = value[key];
    const made = typeof inner === 'number' ? inner : asPrinted(inner);
    if (made === inner) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as T;
    copy[key] = made;
  }
  return copy ?? value;
}

/** Makes the document that all formats are rendered from, of a report whose texts have been written. */
export function compose(raw: AnyReport, form: Form, narrated: Narrated): Document {
  const { previous: _, narrative: __, ...data } = raw;
  const report = asPrinted(data);
  const title: Title = { kind: 'title', lines: titleLinesOf(report, form), path: ['title'] };
  const sections = form.sections.filter(({ key }) => !isAbsent(report, key));
  return {
    meta: metaOf(report, {
      title: titleText(title),
      subject: form.name,
      column: form.column,
      keywords: [form.topic, '年度报告', `${report.year}年`, report.agency.name],
    }),
    blocks: [
      title,
      ...addresseeOf(report),
      ...textOf(PREAMBLE, 'before', narrated),
      ...sections.flatMap((section) => sectionBlocks(section, report, form, narrated)),
      ...signoffOf(report),
    ],
  };
}
