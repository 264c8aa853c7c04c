import { type FormOptions, formsOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { limitsOf } from '../limits/limits-of.js';
import { NO_DAY, startOfDay } from '../model/day.js';
import { PROGRAM } from '../model/program.js';
import { provePlainData } from '../report/plain-data.js';
import { givenForm } from '../report/prove-parsed.js';
import { valueAt } from '../table/cells.js';
import { completeTable } from '../table/complete.js';
import { BASICS, basicsSheet } from './basics-sheet.js';
import { BODY_FACE } from './cell-looks.js';
import type { LoadWorkbookEngine, WrittenBook } from './engine.js';
import { MAP_SHEET } from './fields.js';
import { FURTHER, furtherSheet } from './further-sheet.js';
import { withGrowingRows } from './growing-rows.js';
import { GUIDE, guideSheet } from './guide-sheet.js';
import { refuseLongTexts } from './long-texts.js';
import { mapSheet } from './map-sheet.js';
import { PREVIOUS, previousSheet } from './previous-sheet.js';
import { tableNames } from './sheet-names.js';
import { type FilledSheet, tableSheet } from './table-sheet.js';
import { TEXTS, textsSheet } from './texts-sheet.js';

/** The tables of a report, each with all of its cells, in the order of their sections. */
function tableSheets(form: Form, report: unknown, previous: unknown): readonly FilledSheet[] {
  return [...tableNames(form, [GUIDE, BASICS, TEXTS, FURTHER, PREVIOUS, MAP_SHEET])].flatMap(([key, name]) => {
    const spec = form.tables[key];
    if (spec === undefined) return [];
    const { data } = completeTable(spec, valueAt(report, [key]), key);
    return [tableSheet({ form, key, name, data, previous })];
  });
}

/** The date in the file's properties: that of the report, if it has one, so that the same report gives the same bytes. */
function dateOf(report: unknown): Date {
  const day = valueAt(report, ['signoff', 'date']);
  const stated = typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : undefined;
  if (stated && !Number.isNaN(stated.getTime())) return stated;
  return new Date(startOfDay(NO_DAY));
}

/** What a workbook is made with besides the report. */
export interface WorkbookOptions extends FormOptions {
  /** To whom the clerk gives the workbook back, as its first sheet says. */
  readonly returnTo?: string;
}

function bookOf(report: object, options: WorkbookOptions): WrittenBook {
  const form = givenForm(report, options);
  const previous = valueAt(report, ['previous']);
  const basics = basicsSheet(form, report, BASICS);
  const tables = tableSheets(form, report, previous);
  const texts = textsSheet(form, report, TEXTS);
  const further = furtherSheet(form, report, FURTHER);
  const last = previous === undefined ? [] : [previousSheet(formsOf(options), previous, PREVIOUS)];
  const filled = [basics, ...tables, texts, further, ...last];
  const names = { basics: BASICS, texts: TEXTS, further: FURTHER };
  const guide = guideSheet({ form, report, tables, names, returnTo: options.returnTo }, GUIDE);
  const map = mapSheet(form.id, filled);
  refuseLongTexts(filled, form);
  const date = dateOf(report);
  return {
    sheets: [guide, ...filled.map(({ sheet }) => sheet), map.sheet],
    namedRanges: map.names,
    properties: {
      title: `${form.name}填报表`,
      creator: PROGRAM,
      lastModifiedBy: PROGRAM,
      created: date,
      modified: date,
    },
    defaultFont: BODY_FACE,
  };
}

/**
 * Makes a workbook of a report: filled in, or blank to be filled in.
 *
 * @param report a parsed report, or one from `blankReport`
 * @throws ReportError `usage/argument` if it is neither; `layout/too-large` if a text fits no cell; `package/missing`
 */
export async function makeWorkbook(
  report: object,
  options: WorkbookOptions,
  loadEngine: LoadWorkbookEngine,
): Promise<Uint8Array> {
  provePlainData(report, limitsOf(options));
  const book = bookOf(report, options);
  const engine = await loadEngine();
  return withGrowingRows(await engine.write(book), book.sheets);
}
