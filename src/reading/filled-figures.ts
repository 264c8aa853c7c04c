import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type FigureText, readFigure } from '../readers/match/figure-text.js';
import { excerpt, loss } from '../readers/neutral/loss.js';
import { numberAsWritten } from '../readers/source.js';
import type { SeenCell } from '../readers/xlsx/seen-cell.js';
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

const KINDS: { readonly [kind in CellKind]: string } = {
  count: '不小于 0 的整数',
  signed: '整数，减少时为负',
  amount: '金额的数字，如 3168.0656',
};

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
  const found = excerpt(cell.text);
  if (read.certainty === 'none') {
    const expected = KINDS[kind];
    return loss('unplaced', file, {
      message: '这一格不是数，没有读入',
      found,
      expected,
      at,
      hint: '改成数字，单位和说明去掉',
    });
  }
  if (read.certainty === 'exact') return undefined;
  const isDoubt = read.certainty === 'doubtful';
  const message = isDoubt ? '这一格读得不一定对' : '这一格按数字读入';
  const as = read.value === null ? '读作空白' : `读作 ${printedCell(figureOf(read))}`;
  return loss(isDoubt ? 'doubtful' : 'interpreted', file, { message, found, expected: as, at, hint: '请核对' });
}

/** The figure of a cell; nothing for a blank one. */
export function figureIn(cell: SeenCell, source: FigureSource): ReadFigure {
  const { file, at } = source;
  if (cell.fault !== undefined) {
    const hint = '在 Excel 或 WPS 里打开，改正公式或直接填数，保存后再读';
    const message = '公式没有算出数来，按空白读入';
    return { value: null, told: loss('doubtful', file, { message, found: cell.fault, at, hint }) };
  }
  const plain = plainFigure(cell, source);
  if (plain !== undefined) return { value: plain };
  const read = readFigure(cell.text, source.kind);
  const told = tell(cell, read, source);
  return { value: figureOf(read), ...(told && { told }) };
}
