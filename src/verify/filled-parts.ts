import { compose } from '../compose/compose.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { formOf } from '../editions/editions.js';
import { narrate } from '../narrative/narrate.js';
import type { FilledWorkbook } from '../readers/neutral/filled-workbook.js';
import type { Reading } from '../readers/neutral/reading.js';
import { readDocument } from '../reading/read-document.js';
import type { Read } from '../reading/read-result.js';
import type { TextSources } from '../rules/text-sources.js';
import { shownLabels } from './filled-labels.js';
import { type ShownCell, type ShownPart, shownPart } from './shown-part.js';
import { signedParts } from './signed-parts.js';

/** Where the workbook has what a cell of the document shows. */
function placed(cell: ShownCell, { locate }: Read): ShownCell {
  if (cell.at !== undefined) return cell;
  const [{ place = undefined } = {}] = locate([
    diagnostic('verify/changed', { given: '', wanted: '' }, { path: cell.path ?? [] }),
  ]);
  return { ...cell, at: place && 'at' in place ? place.at : undefined };
}

/**
 * What a workbook of ours shows: it has no paragraphs of a document, so the document of what its cells show is made, whatever rules it
 * may break, with the labels that stand around the figures.
 */
export function filledParts(
  reading: Reading & { readonly filled: FilledWorkbook },
  name: string,
  sources: TextSources,
): readonly ShownPart[] {
  const read = readDocument(reading, name, sources);
  const form = formOf(read.report, sources);
  const document = compose(read.report, form, narrate(read.report, form, sources));
  return signedParts(document, form, shownLabels(document, form, reading.filled)).map(({ kind, rows }) =>
    shownPart(
      kind,
      rows.map((row) => row.map((cell) => placed(cell, read))),
    ),
  );
}
