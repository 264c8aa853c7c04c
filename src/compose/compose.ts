import { throwIfStopped } from '../diagnostics/diagnostic.js';
import { editions } from '../editions/editions.js';
import type { Edition, SectionKey } from '../form/form.js';
import { printedDay } from '../model/day.js';
import type { Block, Document, Signoff, Title } from '../model/document.js';
import { unifyRadicals } from '../model/radicals.js';
import { type Narrated, narrate } from '../narrative/narrate.js';
import { toBlocks } from '../narrative/to-blocks.js';
import type { Report } from '../report/report-schema.js';
import { assessNarrated, type TextOptions } from '../rules/assess.js';
import { valueAt } from '../table/cells.js';
import { furtherTable } from '../table/further.js';
import { statutoryTable } from '../table/statutory.js';
import { metaOf } from './meta.js';

/** Conventional title: the agency's full name, then year and kind. */
function titleWords({ title, agency, year }: Report): readonly string[] {
  if (title === undefined) return [agency.name, `${year}年政府信息公开工作年度报告`];
  const rest = title.startsWith(agency.name) ? title.slice(agency.name.length) : '';
  return rest === '' ? [title] : [agency.name, rest];
}

function signoffOf({ signoff, agency }: Report): readonly Signoff[] {
  if (signoff === undefined) return [];
  const date = printedDay(signoff.date);
  return [{ kind: 'signoff', agency: signoff.agency ?? agency.name, date, path: ['signoff'] }];
}

function contentOf(key: SectionKey, report: Report, narrated: Narrated): readonly Block[] {
  const { tables }: Edition = editions[report.edition];
  if (key === 'disclosure' || key === 'requests' || key === 'review') {
    return [statutoryTable(tables[key], valueAt(report, [key]), key)];
  }
  return toBlocks(narrated.parts[key].text, ['narrative', key]);
}

function sectionBlocks(report: Report, narrated: Narrated): readonly Block[] {
  const { sections }: Edition = editions[report.edition];
  return sections.flatMap(({ key, heading }): readonly Block[] => [
    { kind: 'heading', level: 1, text: report.headings?.[key] ?? heading, path: ['headings', key] },
    ...contentOf(key, report, narrated),
    ...(report.tables?.[key] ?? []).map((table, i) => furtherTable(table, ['tables', key, i])),
  ]);
}

/**
 * Makes the document that all formats are rendered from.
 *
 * @throws ReportError with every finding, if one of them is an error that the report does not waive
 */
export function composeReport(report: Report, options: TextOptions = {}): Document {
  const narrated = narrate(report, options.templates);
  throwIfStopped(assessNarrated(report, narrated, options).findings);
  const { agency, year } = report;
  const title: Title = { kind: 'title', words: titleWords(report), path: ['title'] };
  return unifyRadicals({
    meta: metaOf(report, {
      title: title.words.join(''),
      subject: '政府信息公开工作年度报告',
      keywords: ['政府信息公开', '年度报告', `${year}年`, agency.name],
    }),
    blocks: [
      title,
      ...toBlocks(narrated.parts.preamble.text, ['narrative', 'preamble']),
      ...sectionBlocks(report, narrated),
      ...signoffOf(report),
    ],
  });
}
