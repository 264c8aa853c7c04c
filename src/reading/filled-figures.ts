import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type FigureText, readFigure } from '../readers/match/figure-text.js';
import { excerpt, loss } from '../readers/neutral/loss.js';
import { numberAsWritten } from '../readers/source.js';
import { faultTold, type SeenCell } from '../readers/xlsx/seen-cell.js';
import type { CellValue } from '../table/data.js';
import { printedCell } from '../table/printed-figure.js';
import type { CellKind } from '../table/spec.js';
import type { Shape } from '../workbook/fields.js';

/** A figure that was read, and what is to be told of it. */
interface ReadFigure {
  readonly value: CellValue;
  readonly told?: Diagnostic;
}

interface FigureSource {
  readonly kind: CellKind;
  readonly shapes: readonly Shape[];
  readonly file: string;
  readonly at: string | undefined;
}

const IN_BRACKETS = /^（([^（）]*(?:（[^（）]*）[^（）]*)*)）/u;

/** A number in the way the report had it. */
const asGiven = (digits: string, kind: CellKind, shapes: readonly Shape[]): number | string => {
  if (kind !== 'amount') return Number(digits);
  return shapes.includes('string') ? digits : numberAsWritten(digits);
};

/** What the cell says behind its figure: the unit and the note that the report gave with it. */
function withSuffix(digits: string, suffix: string, { kind, shapes }: FigureSource): CellValue | undefined {
  const value = asGiven(digits, kind, shapes);
  const unit = shapes.includes('unit') ? IN_BRACKETS.exec(suffix) : null;
  const rest = suffix.slice(unit?.[0].length ?? 0);
  const note = IN_BRACKETS.exec(rest);
  const printed = note?.[0] === rest && !shapes.includes('bracketed') ? note[1] : rest;
  const isWhole = shapes.includes('note') ? rest !== '' : rest === '';
  if (!isWhole || (unit === null && shapes.includes('unit'))) return undefined;
  return {
    value,
    ...(unit && { unit: unit[1] }),
    ...(rest !== '' && { note: printed }),
  } as CellValue;
}

const FIGURE = /^(-?\d+(?:\.\d+)?)(（.*|\(.*|〔.*|\[.*)?$/su;

function fits(digits: string, kind: CellKind): boolean {
  return kind === 'amount' || (/^-?\d{1,15}$/.test(digits) && (kind === 'signed' || !digits.startsWith('-')));
}

/** A figure that stands as this program writes it. */
function plainFigure({ text }: SeenCell, source: FigureSource): CellValue | undefined {
  const [, digits, suffix = ''] = FIGURE.exec(text) ?? [];
  if (digits === undefined || !fits(digits, source.kind)) return undefined;
  if (suffix === '') return asGiven(digits, source.kind, source.shapes);
  return withSuffix(digits, suffix, source);
}

function figureOf({ value, note }: FigureText): CellValue {
  if (note === undefined || value === null) return value;
  return (typeof value === 'object' ? { ...value, note } : { value, note }) as CellValue;
}

function tell(cell: SeenCell, read: FigureText, { kind, file, at }: FigureSource): Diagnostic | undefined {
  const given = excerpt(cell.text);
  if (read.certainty === 'exact') return undefined;
  if (read.certainty === 'none')
    return loss('unplaced', { cause: 'filled-no-figure', given, takes: kind }, { file, at });
  const as = read.value === null ? '' : printedCell(figureOf(read));
  return read.certainty === 'doubtful'
    ? loss('doubtful', { cause: 'filled-doubtful', given, as }, { file, at })
    : loss('interpreted', { cause: 'filled-as-figure', given, as }, { file, at });
}

/** The figure of a cell; nothing for a blank one. */
export function figureIn(cell: SeenCell, source: FigureSource): ReadFigure {
  const { file, at } = source;
  const fault = faultTold(cell, file, at);
  if (fault) return { value: null, told: fault };
  const plain = plainFigure(cell, source);
  if (plain !== undefined) return { value: plain };
  const read = readFigure(cell.text, source.kind);
  const told = tell(cell, read, source);
  return { value: figureOf(read), ...(told && { told }) };
}
