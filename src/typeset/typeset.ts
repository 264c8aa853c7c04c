import { ASCENT } from '../fonts/em-box.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Document } from '../model/document.js';
import { linePitch, type Theme, textWidth } from '../theme/theme.js';
import { toBoxes } from './boxes.js';
import { draftMark } from './draft.js';
import { drawTable } from './draw-table.js';
import type { Page, PageItem, TextItem, TextRole } from './page.js';
import { type Placed, paginate } from './paginate.js';
import { setParagraph } from './paragraph.js';
import type { SetSeal } from './place-signoff.js';
import { sum } from './row-heights.js';
import { drawNote } from './table-note.js';

/** What goes on the pages besides the document. */
export interface Extras {
  /** 草稿 across every page, behind the text. */
  readonly draft?: boolean;
  readonly seal?: SetSeal;
}

type PlacedTable = Extract<Placed, { kind: 'table' }>;
type PlacedLine = Extract<Placed, { kind: 'line' }>;

/** The roles of the cells of a slice. A cell that was cut counts where it first appears; its label on the next page is a repeat. */
function rolesOf({ slice, block }: PlacedTable, drawn: Set<string>): (index: number) => TextRole {
  const roles = slice.origins.map((cell): TextRole => {
    if (cell === undefined || drawn.has(`${block} ${cell}`)) return { kind: 'artifact', of: 'repeat' };
    drawn.add(`${block} ${cell}`);
    return { kind: 'cell', block, cell };
  });
  return (index) => roles[index] as TextRole;
}

function drawLine({ at, box }: PlacedLine, { page }: Theme): readonly PageItem[] {
  const { line, x, size, block, part, bookmark, seal } = box;
  const pitch = linePitch(page);
  const top = page.margin.top + at * pitch;
  const baseline = top + (pitch - size) / 2 + ASCENT * size;
  const role: TextRole = { kind: 'block', block, ...(part !== undefined && { part }) };
  const { left } = page.margin;
  return [
    { kind: 'text', x: left + x, baseline, runs: line.runs, role, ...(bookmark && { bookmark }) },
    ...(seal ? [{ ...seal, kind: 'image' as const, x: left + seal.x, y: top + seal.y }] : []),
  ];
}

function drawPlaced(placed: Placed, theme: Theme, drawn: Set<string>): readonly PageItem[] {
  if (placed.kind === 'line') return drawLine(placed, theme);
  const { margin } = theme.page;
  const y = margin.top + placed.at * linePitch(theme.page) + theme.table.gap;
  const foot = y + sum(placed.set.heights);
  return [
    ...drawTable(placed.set, { x: margin.left, y }, theme.table, rolesOf(placed, drawn)),
    ...drawNote(placed.set.note, { x: margin.left, y: foot }, theme.table, placed.block),
  ];
}

/** `— 1 —`, one character in from the edge: on the right of odd pages, on the left of even ones (GB/T 9704-2012, 7.5). */
function pageNumber(number: number, theme: Theme, fonts: Fonts): TextItem {
  const { face, size } = theme.styles.pageNumber;
  const { height, margin, pageNumberDrop } = theme.page;
  const width = textWidth(theme.page);
  const setting = { size, width, indent: 0, justify: false };
  const { lines } = setParagraph([{ text: `— ${number} —`, role: face }], setting, fonts);
  const [line] = lines;
  const x = margin.left + (number % 2 === 1 ? width - (line?.width ?? 0) - size : size);
  const baseline = height - margin.bottom + pageNumberDrop;
  return { kind: 'text', x, baseline, runs: line?.runs ?? [], role: { kind: 'artifact', of: 'pageNumber' } };
}

/**
 * Sets a document on pages. Every line, its position and its spacing are decided here, from the advances of the fonts.
 * Characters that no face has are left out; `undrawable` reports them first.
 *
 * @throws ReportError `layout/too-large` if something fits no page
 */
export function typeset(document: Document, theme: Theme, fonts: Fonts, extras: Extras = {}): readonly Page[] {
  const pages = paginate(toBoxes(document, theme, fonts, extras.seal), theme, fonts);
  const behind = extras.draft ? [draftMark(theme.page, fonts)] : [];
  const drawn = new Set<string>();
  return pages.map((placed, i) => ({
    items: [...behind, ...placed.flatMap((item) => drawPlaced(item, theme, drawn)), pageNumber(i + 1, theme, fonts)],
  }));
}
