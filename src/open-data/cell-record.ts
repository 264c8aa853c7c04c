import type { Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { FormOptions } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { limitsOf } from '../limits/limits-of.js';
import { cellHeads } from '../model/cell-heads.js';
import { isAbsent } from '../report/absent.js';
import { provePlainData } from '../report/plain-data.js';
import { parsedForm } from '../report/prove-parsed.js';
import type { AnyReport } from '../report/report.js';
import { dataCells, valueAt } from '../table/cells.js';
import { checkFurtherTable, type FurtherTable, furtherTable } from '../table/further.js';
import { bareFigure, noteOf } from '../table/noted.js';
import { figureOf } from '../table/printed-figure.js';
import { statedUnit, unitOf } from '../table/stated-unit.js';

/** A cell of a table as open data. */
export interface CellRecord {
  /** The full name of the agency. */
  readonly agency: string;
  /** The report year. */
  readonly year: number;
  /** The id of the form: `2021`, `2019`. */
  readonly edition: string;
  /** Where the report has the cell: `requests.received.total`. The same cell of the form has the same path in every report. */
  readonly path: string;
  /** The cell in the form's own words. */
  readonly label: string;
  /** A number; an amount as its decimal in a text, so that no digit is lost; a text of a further table; `null` for a blank cell. */
  readonly value: number | string | null;
  /** The unit that the figure or its column states, such as `万元`; empty if there is none. */
  readonly unit: string;
  /** The note behind the figure; empty if there is none. */
  readonly note: string;
  /** Agency, year and path: one cell of all reports. */
  readonly id: string;
}

type Facts = Pick<CellRecord, 'label' | 'unit'> & { readonly path: Path; readonly value: unknown };

function recordOf({ agency: { name }, year, edition }: AnyReport, { path, label, value, unit }: Facts): CellRecord {
  const at = formatPath(path);
  const bare = bareFigure(value);
  const figure = figureOf(value);
  const plain = typeof bare === 'number' || typeof bare === 'string' ? bare : (figure?.value ?? null);
  return {
    agency: name,
    year,
    edition,
    path: at,
    label,
    value: plain,
    unit: figure === undefined ? '' : (figure.unit ?? unit),
    note: noteOf(value) ?? '',
    id: `${name}/${year}/${at}`,
  };
}

/** The records of a table, and what the table is called. */
export interface TableRecords {
  /** What a file of it is named, without what stands behind the dot: `requests`, `tables-other-1`. */
  readonly name: string;
  readonly description: string;
  readonly records: readonly CellRecord[];
}

/** Characters of a label: each cell has it whole, so that a caption of pages would be as many pages as there are cells. */
const LABEL = 500;

const shortened = (text: string): string => (text.length > LABEL ? `${text.slice(0, LABEL)}……` : text);

/** A table of the agency's own, each cell named by caption, rows and columns; none if it is not known which column its cells are of. */
function furtherRecords(report: AnyReport, table: FurtherTable, key: string, index: number): readonly TableRecords[] {
  const path = ['tables', key, index];
  if (checkFurtherTable(table, path).length > 0) return [];
  const composed = furtherTable(table, path);
  const { cells, caption = '', description } = composed;
  const headsOfCells = cellHeads(composed);
  const records = cells.flatMap((cell, i): readonly CellRecord[] => {
    if (cell.role !== 'text') return [];
    const { beside = [], over = [] } = headsOfCells[i] ?? {};
    const heads = [...beside, ...over].map(({ text }) => text.replaceAll('\n', ''));
    const label = [caption, ...heads]
      .filter((text) => text !== '')
      .map(shortened)
      .join(' · ')
      .slice(0, LABEL);
    const value = valueAt(report, cell.path);
    return [recordOf(report, { path: cell.path, label, value, unit: statedUnit(heads) })];
  });
  return [{ name: `tables-${key}-${index + 1}`, description: caption === '' ? description : caption, records }];
}

/** The tables of a report: those of the form in its order, then the agency's further ones. Sections that are declared absent have none. */
export function tableRecords(report: AnyReport, { tables }: Form): readonly TableRecords[] {
  const statutory = Object.entries(tables)
    .filter(([key]) => !isAbsent(report, key))
    .map(([key, spec]) => {
      const records = dataCells(spec).map((cell) => {
        const path = [key, ...cell.path];
        return recordOf(report, { path, label: cell.label, value: valueAt(report, path), unit: unitOf(cell) });
      });
      return { name: key, description: spec.description, records };
    });
  const further = Object.entries(report.tables ?? {}).flatMap(([key, own = []]) =>
    isAbsent(report, key) ? [] : own.flatMap((table, i) => furtherRecords(report, table, key, i)),
  );
  return [...statutory, ...further];
}

/**
 * The cells of all tables of a report, one record each: those of the form in its order, then those of the agency's further tables.
 * Sections that the report declares absent have none, nor have further tables with rows that are longer or shorter than the others.
 *
 * @throws ReportError `shape/value`, `shape/too-large`, `usage/argument` if it is not a report as `parseReport` gives it
 */
export function cellRecords(report: AnyReport, options: FormOptions = {}): readonly CellRecord[] {
  provePlainData(report, limitsOf(options));
  return tableRecords(report, parsedForm(report, options)).flatMap(({ records }) => records);
}
