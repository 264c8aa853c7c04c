import { isVisible } from '../characters/white-space.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { Form } from '../form/form.js';
import type { MatchedReport } from '../readers/match/assemble.js';
import type { FilledField, FilledWorkbook } from '../readers/neutral/filled-workbook.js';
import { loss } from '../readers/neutral/loss.js';
import { valueAt } from '../table/cells.js';
import { partTitles, titleOf } from '../workbook/part-titles.js';
import { addedTable } from './added-table.js';
import { valueIn } from './filled-lists.js';
import { tableIn } from './filled-tables.js';
import { put } from './filled-values.js';
import { toldInSheets } from './told-in-sheets.js';

const FIGURES: readonly string[] = ['count', 'signed', 'amount', 'blanks'];

/** Whether a field is of a statutory table. Without the form nothing is known of its tables, and figures stand as they are. */
const isOfTable = ({ path, kind }: FilledField, form: Form | undefined): boolean =>
  FIGURES.includes(kind) && typeof path[0] === 'string' && Object.hasOwn(form?.tables ?? {}, path[0]);

/** What a workbook holds, as it grows. */
interface Growing {
  readonly report: Record<string, unknown>;
  readonly places: Map<string, string>;
  readonly losses: Diagnostic[];
  readonly file: string;
}

function putTables(
  { report, places, losses, file }: Growing,
  form: Form | undefined,
  fields: readonly FilledField[],
): void {
  for (const [key, spec] of Object.entries(form?.tables ?? {})) {
    const own = fields.filter((field) => field.path[0] === key && isOfTable(field, form));
    if (own.length === 0) continue;
    const { data, isBlank, losses: told } = tableIn({ key, spec, fields: own, file });
    if (isBlank && valueAt(report, ['absent', key]) !== undefined) continue;
    report[key] = data;
    for (const one of told) losses.push(one);
    for (const { path, at } of own) {
      const place = at(0, 0);
      if (place !== undefined) places.set(path.join('.'), place);
    }
  }
}

/** Sections with a table have their text as one, or as what stands before and after the table. */
function putNarrative({ report }: Growing, form: Form | undefined, fields: readonly FilledField[]): void {
  for (const key of Object.keys(form?.tables ?? {})) {
    const text = valueAt(report, ['narrative', key]);
    if (typeof text !== 'object' || text === null || Array.isArray(text)) continue;
    const before = fields.find(({ path }) => path.join('.') === `narrative.${key}.before`);
    const isAround = 'after' in text || before?.shapes.includes('around');
    if (!isAround && 'before' in text) put(report, ['narrative', key], text.before);
  }
}

function lostFields(fields: readonly FilledField[], form: Form | undefined, file: string): readonly Diagnostic[] {
  const gone = fields.filter(({ cells, kind }) => cells.length === 0 && kind !== 'hidden');
  if (gone.length === 0) return [];
  const titles = form && partTitles(form);
  const all = gone.slice(0, 5).map(({ path }) => (titles && titleOf(path, titles)) ?? formatPath(path));
  return [loss('missing', { cause: 'filled-cells', count: gone.length, all }, { file })];
}

/** Notes where a field stands; what it is a part of stands where the first of its fields does. */
function placeField({ path, at }: FilledField, places: Map<string, string>): void {
  const place = at(0, 0);
  if (place === undefined) return;
  for (let length = 2; length < path.length; length++) {
    const around = path.slice(0, length).join('.');
    if (!places.has(around)) places.set(around, place);
  }
  places.set(path.join('.'), place);
}

function putOthers(growing: Growing, form: Form | undefined, { fields }: FilledWorkbook): void {
  const { report, places, losses, file } = growing;
  const context = { file, tell: (told: Diagnostic) => losses.push(told) };
  for (const field of fields) {
    if (isOfTable(field, form)) continue;
    if (field.kind === 'table') {
      addedTable(field, form, report, places, context);
      continue;
    }
    placeField(field, places);
    const value = valueIn(field, context, places);
    // A blank name is told as the name that is missing, with its cell.
    if (field.path[0] === 'agency' && field.path.length > 1) report.agency ??= {};
    if (value !== undefined) put(report, field.path, value);
    if (Array.isArray(value) && field.kind !== 'records') {
      const filled = field.cells.flatMap((row, i) => (isVisible(row[0]?.text ?? '') ? [i] : []));
      for (const [i, row] of filled.entries()) places.set([...field.path, i].join('.'), field.at(row, 0) ?? '');
    }
  }
}

const cellOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s$']/gu, '')
    .toUpperCase();

/** A waiver may name its place as findings do, by the cell: `三!D7`. */
function putWaivers({ report, places }: Growing): void {
  const { waivers } = report;
  if (!Array.isArray(waivers)) return;
  for (const waiver of waivers as (Record<string, unknown> | null)[]) {
    const path = waiver?.path;
    if (!waiver || typeof path !== 'string') continue;
    const found = [...places].find(([, at]) => cellOf(at) === cellOf(path));
    if (found) waiver.path = found[0];
  }
}

/** The report that a workbook of ours holds: each cell is what its map says, and what is seen in it is what is read. */
export function filledReport(
  filled: FilledWorkbook,
  seen: readonly Diagnostic[],
  file: string,
  forms: readonly Form[],
): MatchedReport {
  const growing: Growing = { report: {}, places: new Map(), losses: [...seen], file };
  if (filled.isNewer) {
    growing.losses.push(loss('doubtful', { cause: 'newer-workbook' }, { file }));
  }
  const form = forms.find(({ id }) => id === filled.edition);
  for (const one of lostFields(filled.fields, form, file)) growing.losses.push(one);
  putOthers(growing, form, filled);
  putNarrative(growing, form, filled.fields);
  putTables(growing, form, filled.fields);
  const { report, places, losses } = growing;
  putWaivers(growing);
  const tell = form && toldInSheets(form, places);
  return { report: { edition: filled.edition, ...report }, places, losses, ...(tell && { tell }) };
}
