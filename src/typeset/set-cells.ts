import type { Fonts } from '../fonts/fonts.js';
import { memoOf } from '../memo/memo.js';
import type { Cell, CellRole } from '../model/document.js';
import { splitEnumerator } from '../model/enumerator.js';
import type { FaceRole, TableTheme } from '../theme/theme.js';
import type { StyledText } from './glyphs.js';
import { type Setting, setBalanced, setParagraph } from './paragraph.js';
import type { SetLine } from './set-line.js';

/** A cell with its lines; lengths in points. */
export interface SetCell {
  readonly cell: Cell;
  readonly size: number;
  readonly lines: readonly SetLine[];
}

/** The columns of a table, with its theme and fonts. */
export interface TableArea {
  readonly columns: readonly number[];
  readonly theme: TableTheme;
  readonly fonts: Fonts;
}

const isHead = ({ role }: Cell): boolean => role === 'head' || role === 'stubhead' || role === 'note';

/** A head must not have a line of one character, unless that is all it has. */
const isStacked = (lines: readonly SetLine[]): boolean =>
  lines.length > 1 && lines.some(({ runs }) => [...runs.map((run) => run.text).join('')].length === 1);

/** Puts the enumerator of a row head on its own line if the rest then fits on the next: （三） above 不予公开. */
function setStub(texts: readonly StyledText[], setting: Setting, fonts: Fonts): ReturnType<typeof setParagraph> {
  const whole = setParagraph(texts, setting, fonts);
  const [only] = texts;
  const label = only && whole.lines.length > 1 ? splitEnumerator(only.text) : undefined;
  if (only === undefined || label === undefined) return whole;
  const words = setParagraph([{ ...only, text: label.words }], setting, fonts);
  if (words.lines.length > 1) return whole;
  const enumerator = setParagraph([{ ...only, text: label.enumerator }], setting, fonts);
  return { lines: [...enumerator.lines, ...words.lines], torn: words.torn };
}

const SETTERS: { readonly [R in CellRole]: typeof setParagraph } = {
  band: setParagraph,
  stubhead: setBalanced,
  note: setBalanced,
  head: setBalanced,
  stub: setStub,
  figure: setParagraph,
  text: setParagraph,
};

/** Texts set before: every report has the same labels, and often the same small figures. */
const known = memoOf<Fonts, ReturnType<typeof setParagraph>>(4096);
/** Longer texts are unlikely to recur. */
const LONGEST_KNOWN = 60;

function setText({ role, text }: Cell, face: FaceRole, size: number, width: number, fonts: Fonts) {
  const set = () => SETTERS[role]([{ text, role: face }], { size, width, indent: 0, justify: false }, fonts);
  return text.length > LONGEST_KNOWN ? set() : known(fonts)(`${role} ${face} ${size} ${width} ${text}`, set);
}

/** Sets one cell; undefined if a word or a figure does not fit in its width. */
function setCell(cell: Cell, size: number, { columns, theme, fonts }: TableArea): SetCell | undefined {
  const { face } = theme.cells[cell.role];
  const room = (columns[cell.column + cell.colSpan] as number) - (columns[cell.column] as number) - 2 * theme.padding.x;
  const { lines, torn } = setText(cell, face, size, room, fonts);
  if (torn || (cell.role === 'figure' && lines.length > 1) || (isHead(cell) && isStacked(lines))) return undefined;
  return { cell, size, lines };
}

/** Sets all these cells in one size; undefined if one of them does not fit. */
export function setCells(cells: readonly Cell[], size: number, area: TableArea): readonly SetCell[] | undefined {
  const set: SetCell[] = [];
  for (const cell of cells) {
    const one = setCell(cell, size, area);
    if (one === undefined) return undefined;
    set.push(one);
  }
  return set;
}

/** Sets the cells in the largest of these sizes in which all fit. */
export function largest(
  cells: readonly Cell[],
  sizes: readonly number[],
  area: TableArea,
): readonly SetCell[] | undefined {
  for (const size of sizes) {
    const set = setCells(cells, size, area);
    if (set) return set;
  }
  return undefined;
}
