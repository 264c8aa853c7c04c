import type { Fonts } from '../fonts/fonts.js';
import type { TableNote } from '../model/document.js';
import type { TableTheme } from '../theme/theme.js';
import type { TextItem } from './page.js';
import { setParagraph } from './paragraph.js';
import { firstBaseline } from './set-cells.js';
import type { SetLine } from './set-line.js';

/** The note below a table, set in the size of the table. Lengths in points. */
export interface SetNote {
  readonly size: number;
  /** The lines of each paragraph. */
  readonly paragraphs: readonly (readonly SetLine[])[];
  /** The room it takes, with the space above it. */
  readonly height: number;
}

const NONE: SetNote = { size: 0, paragraphs: [], height: 0 };

export function setNote(
  note: TableNote | undefined,
  { size, width }: { readonly size: number; readonly width: number },
  theme: TableTheme,
  fonts: Fonts,
): SetNote {
  if (note === undefined) return NONE;
  const { face } = theme.cells.tableNote;
  const setting = { size, width, indent: 0, justify: false };
  const paragraphs = note.paragraphs.map((text) => setParagraph([{ text, role: face }], setting, fonts).lines);
  return { size, paragraphs, height: theme.padding.y + paragraphs.flat().length * size * theme.leading };
}

/** What is drawn of a note. @param at the lower left corner of its table */
export function drawNote(
  { size, paragraphs }: SetNote,
  at: { readonly x: number; readonly y: number },
  theme: TableTheme,
  block: number,
): readonly TextItem[] {
  const pitch = size * theme.leading;
  const first = at.y + theme.padding.y + firstBaseline(size, theme);
  const lines = paragraphs.flatMap((set, paragraph) => set.map(({ runs }) => ({ runs, paragraph })));
  return lines.map(({ runs, paragraph }, i) => {
    return { kind: 'text', x: at.x, baseline: first + i * pitch, runs, role: { kind: 'note', block, paragraph } };
  });
}
