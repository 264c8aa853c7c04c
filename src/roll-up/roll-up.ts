import { type Diagnostic, stops } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { capped } from '../limits/capped.js';
import { limitsOf } from '../limits/limits-of.js';
import { provePlainData } from '../report/plain-data.js';
import type { AnyReport } from '../report/report.js';
import { dataCells } from '../table/cells.js';
import { nest } from '../table/complete.js';
import { addUp, type RolledCell } from './add-up.js';
import { lostNotes, openCells, unsummable } from './cell-faults.js';
import { type Child, type Chosen, chooseReports, type LeftOut } from './choose-reports.js';
import { type ComparedCell, compareTotal, isOtherTotal } from './compare-total.js';
import { leftOutFaults, missingFaults, repeatedFaults, unusedBefore } from './handed-faults.js';
import { wrongRolls, wrongSums } from './own-faults.js';
import { provenInputs, type RollUpInput, type RollUpOptions, type UnreadReport } from './roll-input.js';
import { brokenRolls, differences, notCompared, otherPublisher } from './whole-faults.js';

/** The reports of the agencies directly below another, added up. */
export interface RollUp {
  /** The report of the whole: tables only, and its texts are for its agency to write. A cell without a sum is null. */
  readonly report: AnyReport;
  /** The form of the whole. */
  readonly form: Form;
  /** Whether nothing is missing: every cell has a sum, and every file could be read. */
  readonly isComplete: boolean;
  /** The agencies that add up to the whole, in the order of the list or else of their names. */
  readonly children: readonly Child[];
  /** What was handed in and does not count. */
  readonly leftOut: readonly LeftOut[];
  /** What was handed in and could not be read. */
  readonly unread: readonly UnreadReport[];
  /** Every cell of the whole with what each agency gives to it. */
  readonly cells: readonly RolledCell[];
  /** Every cell beside the published total, if that is given. */
  readonly compared: readonly ComparedCell[];
  /** What is missing, does not count, or does not agree; errors are what keeps the whole from being one that can be published. */
  readonly findings: readonly Diagnostic[];
}

function reportOf(
  { form, year }: Chosen,
  cells: readonly RolledCell[],
  { agency, previous }: RollUpOptions,
): AnyReport {
  const values = new Map(cells.map(({ path, value }) => [path.join('.'), value]));
  const tables = Object.entries(form.tables).map(([key, spec]) => [
    key,
    nest(dataCells(spec), ({ path }) => values.get([key, ...path].join('.')) ?? null),
  ]);
  const isLast = previous !== undefined && previous.year === year - 1;
  return {
    edition: form.id,
    year,
    agency: { name: agency },
    ...Object.fromEntries(tables),
    ...(isLast && { previous }),
  };
}

/**
 * Adds up the reports of the agencies directly below another, cell by cell and exactly, into a report of the whole. Amounts are turned
 * into one unit. What is missing is never zero: a cell without all of its contributions is null, and its contributions say who is missing. A
 * report that is handed in twice, of another year or form, or of an agency that is not directly below the whole does not count, and is
 * told.
 *
 * @param inputs parsed reports, what `read` gives, or files that could not be read; their order makes no difference
 * @throws ReportError `usage/argument` if the whole has no name, the list has nobody below it, the form is not loaded, or nothing tells the year,
 *   or if the published total or last year's is larger than the limits
 */
export function rollUp(inputs: readonly RollUpInput[], options: RollUpOptions): RollUp {
  const { blankAsZero = false, against, previous, before = [] } = options;
  for (const whole of [against, previous]) if (whole !== undefined) provePlainData(whole, limitsOf(options));
  const chosen = chooseReports(provenInputs(inputs, options), { ...options, before: provenInputs(before, options) });
  const { form, children, leftOut, unread } = chosen;
  const cells = addUp(chosen, blankAsZero);
  const report = reportOf(chosen, cells, options);
  const compared = against === undefined ? [] : compareTotal(cells, against, chosen);
  const findings = [
    ...unread.flatMap(({ problems }) => problems),
    ...missingFaults(chosen),
    ...repeatedFaults(chosen, cells),
    ...openCells(cells, form, blankAsZero),
    ...unsummable(cells),
    ...differences(compared),
    ...brokenRolls(report, form, previous),
    ...leftOutFaults(chosen),
    ...otherPublisher(report, against),
    ...notCompared(compared, against !== undefined && isOtherTotal(against, chosen)),
    ...wrongSums(chosen),
    ...wrongRolls(chosen),
    ...unusedBefore(chosen),
    ...lostNotes(cells),
  ];
  const isComplete = unread.length === 0 && cells.every(({ value }) => value !== null);
  return {
    report,
    form,
    isComplete,
    children,
    leftOut,
    unread,
    cells,
    compared,
    findings: capped([...findings.filter(stops), ...findings.filter((one) => !stops(one))], limitsOf(options)),
  };
}
