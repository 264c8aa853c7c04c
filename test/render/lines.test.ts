import { gapFaults } from '../readers/figure-gaps.mjs';
import { lineFaults } from '../readers/line-rules.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { readWithPdfjs } from '../readers/pdf-js.mjs';
import { rendered, reports } from './reports.js';

// The lines of every page: marks at their edges, figures and units, widows, headings, the text area and the grid. What counts
// as a fault is written, and tried out, in readers/line-rules.

test.each(reports)('every line of $name keeps the rules', async (report) => {
  const bytes = await rendered(report, 'pdf');
  const { pages } = await readWithPdfjs(bytes);
  const drawn = readPdf(bytes).pages;
  const both = pages.map((page, i) => ({ ...page, rules: drawn[i]?.rules ?? [] }));
  expect([...lineFaults(both, report.document), ...gapFaults(drawn)]).toEqual([]);
});
