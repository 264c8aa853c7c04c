import { FORBIDDEN } from '../../characters/kinds.js';
import { type Diagnostic, diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import type { Form } from '../../form/form.js';
import { greatest, least } from '../../limits/extremes.js';
import { gatheredLosses } from '../neutral/gathered-losses.js';
import { excerpt, loss } from '../neutral/loss.js';
import { type Reading, type SourceBlock, type SourceTable, textOf } from '../neutral/reading.js';
import { withinBounds } from '../neutral/within-bounds.js';
import { assemble, type MatchedReport } from './assemble.js';
import { isBandLine } from './band-lines.js';
import { chooseForm, type FormMatch } from './choose-form.js';
import { readClosing } from './closing.js';
import { type FoundTable, rowReader, tablesOf } from './find-tables.js';
import { isFurniture } from './furniture.js';
import { unframed } from './layout.js';
import { readOpening, tellLeft } from './opening.js';
import { partTables } from './part-tables.js';
import { readTable, strayRows } from './place-figures.js';
import { sectionParts } from './section-parts.js';
import { type SourceSection, sectionsOf } from './sections.js';
import { titleIn } from './source-title.js';
import { withUnheaded } from './unheaded.js';

function noReport(blocks: readonly SourceBlock[], file: string): Diagnostic {
  const [first] = blocks.filter((block) => block.kind === 'paragraph');
  const tables = blocks.filter(({ kind }) => kind === 'table').length;
  return diagnostic('read/no-report', { file, begins: first && excerpt(first.text), count: tables });
}

/** Where a second report begins: at its title, or its first heading, after a table of the first. */
function secondReport({ form, again, tables }: FormMatch, blocks: readonly SourceBlock[]): number {
  const starts = (found: FoundTable): number => blocks.indexOf(found.tables[0] as SourceTable);
  const second = least(again.map(starts).filter((at) => at >= 0));
  const first = greatest(
    tables.map(starts).filter((at) => at < second),
    -1,
  );
  const between = blocks.slice(first + 1, second);
  const title = titleIn(between, form);
  if (title !== undefined) return first + 1 + title.from;
  const heading = sectionsOf(between, form).sections.find(({ key }) => key === form.sections[0]?.key);
  return heading ? blocks.indexOf(heading.from) : blocks.length;
}

function several(count: number, at: string | undefined, file: string): Diagnostic {
  return loss('several', { cause: 'more-tables', count }, { file, at });
}

/** The first report of a file that holds more than one. */
function firstReport(
  match: FormMatch,
  blocks: readonly SourceBlock[],
  rowsOf: ReturnType<typeof rowReader>,
  file: string,
) {
  if (match.again.length === 0) return { match, blocks, losses: [] };
  const end = secondReport(match, blocks);
  const first = blocks.slice(0, end);
  const told = several(match.again.length, blocks[end]?.at ?? match.again[0]?.tables[0]?.at, file);
  return { match: { ...match, ...tablesOf(match.form, first, rowsOf) }, blocks: first, losses: [told] };
}

/** What no output can carry, and marks that are not seen. */
const UNCARRIED = new RegExp(`${FORBIDDEN.pattern}|[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]`, 'gu');

/** Items in which something may have changed; the list itself if nothing has. */
function changed<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const all = items.map(change);
  return all.every((one, i) => one === items[i]) ? items : all;
}

function cleanBlock(block: SourceBlock): SourceBlock {
  if (block.kind === 'paragraph') {
    const text = block.text.replace(UNCARRIED, '');
    return text === block.text ? block : { ...block, text };
  }
  const cells = changed(block.cells, (cell) => {
    const blocks = clean(cell.blocks);
    return blocks === cell.blocks ? cell : { ...cell, blocks };
  });
  return cells === block.cells ? block : { ...block, cells };
}

/** Blocks of a source with nothing that no output can carry: most have nothing of the kind and stay as they are. */
const clean = (blocks: readonly SourceBlock[]): readonly SourceBlock[] => changed(blocks, cleanBlock);

/** The last section, from which the end of the report is taken off. */
function withClosing(
  sections: readonly SourceSection[],
  before: readonly SourceBlock[],
  agency: string | undefined,
  isOfForm: (table: SourceTable) => boolean,
  file: string,
) {
  const last = sections.at(-1);
  const closing = readClosing(last?.blocks ?? before, agency, isOfForm, file);
  if (last === undefined) return { closing, sections, before: closing.blocks };
  return { closing, sections: [...sections.slice(0, -1), { ...last, blocks: closing.blocks }], before };
}

/**
 * Turns what a reader gives into a report object of the form that it fits.
 *
 * @throws ReportError `read/no-report`
 */
export function matchReport(reading: Reading, file: string, forms: readonly Form[]): MatchedReport {
  const bounded = withinBounds(unframed(clean(reading.blocks)), file);
  const all = bounded.blocks;
  const kept = partTables(
    all.filter((block) => !isFurniture(block)),
    forms,
  );
  const rowsOf = rowReader();
  const chosen = chooseForm(forms, kept, rowsOf);
  if (chosen === undefined) throw new ReportError([noReport(kept, file), ...bounded.losses]);
  const { match, blocks: own, losses } = firstReport(chosen, kept, rowsOf, file);
  const { form } = match;
  const blocks = own.filter((block) => !isBandLine(block, form));
  const keys = new Map(match.tables.flatMap(({ key, tables }) => tables.map((table) => [table, key] as const)));
  const keyOf = (table: SourceTable) => keys.get(table);
  const parted = withUnheaded(sectionsOf(blocks, form), { form, file, keyOf });
  const agency = titleIn(parted.before, form)?.agency;
  const ends = withClosing(parted.sections, parted.before, agency, (table) => keys.has(table), file);
  const opening = readOpening(ends.before, reading.title, form, file);
  const { parts, losses: told } = sectionParts(ends.sections, { form, file, keyOf });
  const tables = match.tables.map((found) => ({ key: found.key, ...readTable(found, found.placed.spec, file) }));
  const left = [...all.filter(isFurniture), ...parted.contents, ...opening.left, ...ends.closing.left].filter(
    (block) => textOf([block]).trim() !== '',
  );
  const assembled = assemble({ form, file, opening, closing: ends.closing, parts, tables });
  return {
    report: assembled.report,
    places: assembled.places,
    losses: gatheredLosses([
      ...reading.losses,
      ...bounded.losses,
      ...losses,
      ...opening.losses,
      ...parted.losses,
      ...told,
      ...tables.flatMap((table) => table.losses),
      ...strayRows(match.tables, rowsOf, file),
      ...assembled.losses,
      ...ends.closing.losses,
      ...tellLeft(left, file),
    ]),
  };
}
