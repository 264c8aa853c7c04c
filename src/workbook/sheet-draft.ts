import { heightOf, type StyleName, styles, WRONG } from './cell-looks.js';
import type { CellStyle, Condition, Merge, Validation, WrittenCell, WrittenSheet } from './engine.js';
import { breaksBefore } from './page-breaks.js';
import { fixedName, type Slot } from './references.js';

/** A value with the format that shows it, if it is not that of its style. */
export interface Content {
  readonly value: string | number | null;
  readonly numFmt?: string;
}

export interface Span {
  readonly rows?: number;
  readonly columns?: number;
}

type Setting = Pick<Validation, 'type' | 'operator' | 'formula1' | 'formula2' | 'values'>;

/** What a cell takes, and what is said where it gets something else. */
export interface Entry extends Setting {
  readonly title: string;
  readonly message: string;
}

/** A sheet as it grows. */
export interface SheetDraft {
  readonly name: string;
  readonly widths: readonly number[];
  /** Puts a value into a slot, or into the merged block that begins there. Its row becomes as high as a text needs. */
  readonly put: (slot: Slot, content: Content | string | number | null, style: StyleName, span?: Span) => void;
  /** Puts a formula, with what it gives now. */
  readonly work: (slot: Slot, formula: string, result: string | number, style: StyleName, numFmt?: string) => void;
  /** Lets slots take only this. */
  readonly take: (slots: readonly string[], entry: Entry) => void;
  /** Colours a slot where a formula holds. */
  readonly warn: (range: string, formula: string) => void;
  /** The width of some columns together. */
  readonly widthOf: (column: number, columns: number) => number;
  readonly finish: (settings: SheetSettings) => WrittenSheet;
}

export interface SheetSettings {
  readonly isWide?: boolean;
  readonly isHidden?: boolean;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Rows repeated on every page: `$1:$3`. */
  readonly titles?: string;
  readonly tab?: string;
  /** Nothing is to be filled in, so nothing is locked. */
  readonly isOpen?: true;
  /** The cells that can be filtered by their heads. */
  readonly filter?: string;
}

/** The characters that Excel takes in one cell. */
export const LONGEST = 32_767;

/** What a spreadsheet takes for a character by its number is written so that it stays as it is. */
export const escapeText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** The text that was written so. */
export const unescapeText = (text: string): string => text.replaceAll('_x005F_', '_');

const covered = ({ row, column }: Slot, { rows = 1, columns = 1 }: Span): readonly Slot[] =>
  Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));

/** Everyone may widen rows and columns and select cells; nothing else of a locked cell changes. No password. */
const PROTECTION = { sheet: true, objects: true, scenarios: true, formatColumns: true, formatRows: true };

function pageSetup({ isWide = false, isHidden = false, titles }: SheetSettings, area: string) {
  return {
    paperSize: 'a4',
    orientation: isWide ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    horizontalCentered: true,
    ...(!isHidden && { printArea: area }),
    ...(titles !== undefined && { printTitlesRow: titles }),
  };
}

function contentOf(content: Content | string | number | null): Content {
  return typeof content === 'object' && content !== null ? content : { value: content };
}

function styleOf(style: StyleName, numFmt: string | undefined): CellStyle {
  return numFmt === undefined ? styles[style] : { ...styles[style], numFmt };
}

/**
 * Whether a cell takes texts as long as its row becomes: spreadsheets fit a row to what is typed into it unless its height is given, and
 * never to a merged cell.
 */
function growsWithText(style: StyleName, { rows = 1, columns = 1 }: Span): boolean {
  const { alignment, protection }: CellStyle = styles[style];
  return protection?.locked === false && alignment?.wrapText === true && rows * columns === 1;
}

/** Begins a sheet with columns of these widths, in characters. */
export function draftSheet(name: string, widths: readonly number[]): SheetDraft {
  const cells = new Map<string, WrittenCell>();
  const merges: Merge[] = [];
  const validations: Validation[] = [];
  const conditions: Condition[] = [];
  const heights = new Map<number, { height: number }>();
  const parts: number[] = [];
  const growing = new Set<number>();
  let bottom = 0;
  const set = ({ row, column }: Slot, cell: WrittenCell): void => {
    bottom = Math.max(bottom, row);
    cells.set(`${row},${column}`, cell);
  };
  const widthOf = (column: number, columns: number): number =>
    widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  const raise = ({ row, column }: Slot, text: string, style: StyleName, { rows = 1, columns = 1 }: Span): void => {
    if (rows > 1) return;
    const { font, alignment }: CellStyle = styles[style];
    const width = alignment?.wrapText ? widthOf(column, columns) : Number.POSITIVE_INFINITY;
    const height = Math.max(heights.get(row)?.height ?? 19, heightOf(text, width, font?.size));
    heights.set(row, { height });
  };
  const put: SheetDraft['put'] = (slot, given, style, span = {}) => {
    const { value, numFmt } = contentOf(given);
    const look = styleOf(style, numFmt);
    for (const one of covered(slot, span)) set(one, { value: null, type: 'empty', style: look });
    const { rows = 1, columns = 1 } = span;
    const { row, column } = slot;
    if (style === 'part') parts.push(row);
    if (growsWithText(style, span)) growing.add(row);
    if (rows * columns > 1)
      merges.push({ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 });
    raise(slot, String(value ?? ''), style, span);
    if (value === null || value === '') return;
    const isText = typeof value === 'string';
    set(slot, { value: isText ? escapeText(value) : value, type: isText ? 'string' : 'number', style: look });
  };
  return {
    name,
    widths,
    put,
    work: (slot, formula, result, style, numFmt) => {
      raise(slot, String(result), style, {});
      set(slot, {
        value: result,
        type: 'formula',
        formula,
        formulaResult: result,
        style: styleOf(style, numFmt),
      });
    },
    take: (slots, { title, message, ...setting }) => {
      if (slots.length === 0) return;
      const said = { errorTitle: title, errorMessage: message, inputTitle: title, inputMessage: message };
      const shows = { allowBlank: true, showErrorMessage: true, showInputMessage: true } as const;
      validations.push({ ...setting, ...said, ...shows, errorStyle: 'stop', range: slots.join(' ') });
    },
    warn: (range, formula) => {
      conditions.push({ type: 'expression', priority: conditions.length + 1, formula, range, style: WRONG });
    },
    widthOf,
    finish: (settings) => ({
      name,
      ...(settings.isHidden && { hidden: true }),
      cells,
      merges,
      columns: widths.map((width) => ({ width })),
      rowDefs: heights,
      growingRows: growing,
      rowBreaks: breaksBefore(parts, heights, bottom, widths),
      dataValidations: validations,
      conditionalRules: conditions,
      ...(settings.freeze && { freezePane: settings.freeze }),
      ...(!settings.isOpen && { protection: PROTECTION }),
      ...(settings.filter !== undefined && { autoFilter: { range: settings.filter } }),
      pageSetup: pageSetup(settings, `$A$1:${fixedName({ row: bottom, column: widths.length - 1 })}`),
      headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
      view: { showGridLines: false, ...(settings.tab !== undefined && { tabColor: { rgb: settings.tab } }) },
    }),
  };
}
