import type { Cell } from '../../model/document.js';
import { hungLabel } from '../../model/enumerator.js';
import { splitNote } from '../../model/noted-text.js';
import { ems, lineEms } from '../../theme/ems.js';
import { labelLines } from '../../theme/label-lines.js';
import { charactersPerLine, type TableFit } from '../../theme/table-fit.js';
import { twips } from '../../theme/twips.js';
import type { NamedFont, NamedTheme } from './faces.js';
import { lineRuns, textRuns } from './runs.js';

/** The lines of a row head: an enumerator on its own line if the rest then fits on the next, as （三） above 不予公开; else between words. */
function stubLines(cell: Cell, perLine: number): readonly string[] | undefined {
  const label = hungLabel(cell.text);
  if (label && ems(cell.text) > perLine && ems(label.words) <= perLine) return [label.enumerator, label.words];
  return labelLines(cell, perLine);
}

/** Puts a figure on its own line if its note does not fit beside it. */
function apart(text: string, perLine: number): readonly string[] {
  const { figure, note } = splitNote(text);
  return lineEms(text) > perLine ? [figure, note] : [text];
}

function linesOf({ role, text }: Cell, perLine: number): readonly string[] {
  const lines = text.split('\n');
  return role === 'noted' ? lines.flatMap((line) => apart(line, perLine)) : lines;
}

/**
 * A row head that a word processor is to break as it is broken elsewhere. A break in the text would do that, too, but whoever searches for the label would not
 * find it; so the last character of a line gets as much space behind it as keeps the next one from fitting.
 */
function spacedRuns(lines: readonly string[], perLine: number, size: number, font: NamedFont): string {
  return lines
    .map((line, i) => {
      const rest = perLine - ems(line);
      if (i === lines.length - 1 || rest < 0.6) return textRuns(line, font);
      const last = Array.from(line).at(-1) ?? '';
      const behind = Math.round(twips(size) * (rest - 0.3));
      return textRuns(line.slice(0, -last.length), font) + textRuns(last, font, { behind });
    })
    .join('');
}

/** The runs of a cell that is not a row head, or of one that is not broken. */
export function figureRuns(cell: Cell, perLine: number, font: NamedFont): string {
  if (cell.role !== 'noted' && !cell.text.includes('\n')) return textRuns(cell.text, font);
  return lineRuns(linesOf(cell, perLine), font);
}

/** The runs of a cell. */
export function cellRuns(cell: Cell, size: number, fit: TableFit, theme: NamedTheme): string {
  const perLine = charactersPerLine(cell, fit.columns, size, theme);
  const font = theme.word[theme.table.cells[cell.role].face];
  const words = cell.role === 'stub' && !cell.text.includes('\n') ? stubLines(cell, perLine) : undefined;
  return words ? spacedRuns(words, perLine, size, font) : figureRuns(cell, perLine, font);
}
