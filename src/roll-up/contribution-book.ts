import { headingOf } from '../form/form.js';
import { PROGRAM } from '../model/program.js';
import { BODY_FACE } from '../workbook/cell-looks.js';
import type { LoadWorkbookEngine, WrittenBook } from '../workbook/engine.js';
import { tableNames } from '../workbook/sheet-names.js';
import { childrenSheet } from './children-sheet.js';
import { contributionSheet } from './contribution-sheet.js';
import type { RollUp } from './roll-up.js';

const CHILDREN = '汇总';

function bookOf(rolled: RollUp): WrittenBook {
  const { report, form, cells, compared } = rolled;
  const tables = [...tableNames(form, [CHILDREN])].map(([table, name]) => {
    const isOf = ({ path }: { readonly path: readonly string[] }) => path[0] === table;
    const heading = headingOf(form, table);
    return contributionSheet({ name, heading, cells: cells.filter(isOf), compared: compared.filter(isOf) });
  });
  const date = new Date(Date.UTC(report.year + 1, 0, 1));
  return {
    sheets: [childrenSheet(CHILDREN, rolled), ...tables],
    namedRanges: [],
    properties: {
      title: `${form.name}汇总`,
      creator: PROGRAM,
      lastModifiedBy: PROGRAM,
      created: date,
      modified: date,
    },
    defaultFont: BODY_FACE,
  };
}

/**
 * A workbook (.xlsx) of a roll-up: what each agency gives to each cell, with formulas that add it up. Same reports, same bytes.
 *
 * @throws ReportError `package/missing`
 */
export async function contributionBook(rolled: RollUp, loadEngine: LoadWorkbookEngine): Promise<Uint8Array> {
  return (await loadEngine()).write(bookOf(rolled));
}
