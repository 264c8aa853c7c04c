import { ASCENT } from '../fonts/em-box.js';
import type { Fonts } from '../fonts/fonts.js';
import { keep } from '../memo/memo.js';
import { once } from '../memo/once.js';
import type { Cell, CellRole } from '../model/document.js';
import { hungLabel } from '../model/enumerator.js';
import { splitNote } from '../model/noted-text.js';
import { labelLines } from '../theme/label-lines.js';
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
  /** Space to leave beside texts. */
  readonly beside: number;
  readonly theme: TableTheme;
  readonly fonts: Fonts;
}

const isHead = ({ role }: Cell): boolean => role === 'head' || role === 'stubhead' || role === 'note';

/** A head must not have a line of one character, unless that is all it has or its lines are given. */
const isStacked = ({ text }: Cell, lines: readonly SetLine[]): boolean =>
  lines.length > 1 &&
  !text.includes('\n') &&
  lines.some(({ runs }) => [...runs.map((run) => run.text).join('')].length === 1);

/** Puts the enumerator of a row head on its own line if the rest then fits on the next: （三） above 不予公开. */
function setStub(texts: readonly StyledText[], setting: Setting, fonts: Fonts): ReturnType<typeof setParagraph> {
  const whole = setParagraph(texts, setting, fonts);
  const [only] = texts;
  const label = only && whole.lines.length > 1 ? hungLabel(only.text) : undefined;
  if (only === undefined || label === undefined) return whole;
  const words = setParagraph([{ ...only, text: label.words }], setting, fonts);
  if (words.lines.length > 1) return whole;
  const enumerator = setParagraph([{ ...only, text: label.enumerator }], setting, fonts);
  return { lines: [...enumerator.lines, ...words.lines], torn: words.torn };
}

/** A figure with a note in one line or, if they do not fit, the figure above the note: 22 above （其中修订16件）. */
function setNoted(texts: readonly StyledText[], setting: Setting, fonts: Fonts): ReturnType<typeof setParagraph> {
  const whole = setParagraph(texts, setting, fonts);
  const [only] = texts;
  if (only === undefined || whole.lines.length === 1) return whole;
  const { figure, note } = splitNote(only.text);
  const set = [
    setParagraph([{ ...only, text: figure }], setting, fonts),
    setBalanced([{ ...only, text: note }], setting, fonts),
  ];
  return { lines: set.flatMap(({ lines }) => lines), torn: set.some(({ torn }) => torn) };
}

const SETTERS: { readonly [R in CellRole]: typeof setParagraph } = {
  band: setParagraph,
  stubhead: setBalanced,
  note: setBalanced,
  head: setBalanced,
  stub: setStub,
  serial: setParagraph,
  figure: setParagraph,
  noted: setNoted,
  text: setParagraph,
};

type SetText = ReturnType<typeof setParagraph>;

/** A text as it was set in one way. */
interface KnownText {
  readonly role: CellRole;
  readonly face: FaceRole;
  readonly size: number;
  readonly width: number;
  readonly breaks: string;
  readonly set: SetText;
}

/** Texts set before: every report has the same labels, and often the same small figures. Each was set in a few ways. */
const knownTexts = once((_: Fonts) => new Map<string, KnownText[]>());
const MOST_TEXTS = 1024;
const MOST_WAYS = 32;
/** Longer texts are unlikely to recur. */
const LONGEST_KNOWN = 60;

/** The ways in which a text was set; there is room for one more. */
function waysOf(text: string, fonts: Fonts): KnownText[] {
  const known = knownTexts(fonts);
  const ways = known.get(text);
  return ways && ways.length < MOST_WAYS ? ways : keep(known, MOST_TEXTS, text, []);
}

const EMPTY: SetLine = { runs: [], width: 0 };

function setAnew(cell: Cell, face: FaceRole, size: number, width: number, fonts: Fonts): SetText {
  const { role, text } = cell;
  const setLine = (line: string) =>
    SETTERS[role]([{ text: line, role: face }], { size, width, indent: 0, justify: false }, fonts);
  const given = labelLines(cell, width / size) ?? text.split('\n');
  if (given.length === 1) return setLine(text);
  const all = given.map(setLine);
  return {
    lines: all.flatMap(({ lines }) => (lines.length === 0 ? [EMPTY] : lines)),
    torn: all.some(({ torn }) => torn),
  };
}

function setText(cell: Cell, face: FaceRole, size: number, width: number, fonts: Fonts): SetText {
  const { role, text } = cell;
  if (text.length > LONGEST_KNOWN) return setAnew(cell, face, size, width, fonts);
  const breaks = cell.breaks === undefined ? '' : String(cell.breaks);
  const ways = waysOf(text, fonts);
  for (const way of ways) {
    if (way.width !== width || way.size !== size || way.face !== face) continue;
    if (way.role === role && way.breaks === breaks) return way.set;
  }
  const set = setAnew(cell, face, size, width, fonts);
  ways.push({ role, face, size, width, breaks, set });
  return set;
}

/** Sets one cell; undefined if a word or a figure does not fit in its width. */
function setCell(cell: Cell, size: number, { columns, beside, theme, fonts }: TableArea): SetCell | undefined {
  const { face } = theme.cells[cell.role];
  const room = (columns[cell.column + cell.colSpan] as number) - (columns[cell.column] as number) - 2 * beside;
  const { lines, torn } = setText(cell, face, size, room, fonts);
  if (torn || (cell.role === 'figure' && lines.length > 1) || (isHead(cell) && isStacked(cell, lines)))
    return undefined;
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

/** The first baseline of a text in this size, from the top of its first line. */
export const firstBaseline = (size: number, { leading }: TableTheme): number =>
  (size * leading - size) / 2 + ASCENT * size;
