/** A cell of comma-separated values, with the place at which it begins. */
export interface CsvCell {
  readonly value: string;
  /** Line and column, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** The cells as far as they can be told apart, and where a quotation mark spoils the rest. */
export interface CsvCells {
  /** Those that are not blank. */
  readonly rows: readonly (readonly CsvCell[])[];
  readonly unclosed?: CsvCell;
  /** Of what there is more than was wanted: then it was read no further. */
  readonly beyond?: keyof MostCells;
}

/** How much is taken of a list. */
interface MostCells {
  /** Blank ones are not counted, nor are blank columns at the end: sheets are saved with as many of them as they ever had. */
  readonly listRows: number;
  readonly listColumns: number;
}

/** What separates cells: the first of these in the first line. Excel writes semicolons and tabs too, people type commas of full width. */
const SEPARATORS = [',', '\t', ';', '，', '；'] as const;

const separatorOf = (text: string): string => {
  const head = /^.*/.exec(text)?.[0] ?? '';
  return SEPARATORS.find((separator) => head.includes(separator)) ?? ',';
};

/** How many characters a text has, those of two units counted once. */
const charactersIn = (text: string): number =>
  text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) ?? []).length;

interface Place {
  readonly line: number;
  readonly column: number;
}

// One by one: a run of very many in one match would need room for each of them.
/** A text without white space. */
export const bare = (text: string): string => (text === '' ? text : text.replace(/[\s\u3000\ufeff]/gu, ''));

const isBlank = (row: readonly CsvCell[]): boolean => row.every(({ value }) => bare(value) === '');

/** The place after a piece of text that begins at a place. */
function placeAfter({ line, column }: Place, text: string): Place {
  const lines = text.split(/\r\n|\r|\n/u);
  const last = charactersIn(lines.at(-1) ?? '');
  return lines.length === 1 ? { line, column: column + last } : { line: line + lines.length - 1, column: last + 1 };
}

const nextLine = ({ line }: Place): Place => ({ line: line + 1, column: 1 });

/** Where a quoted cell is closed, which begins at a place; -1 if it is not. Two marks in a row are one that is meant. */
function closeOf(text: string, at: number): number {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  return close;
}

/**
 * Takes comma-separated values (RFC 4180) apart. Packages that do so give no columns, or ask for Node, for workers or for code made of
 * text, which pages forbid. An expression for a whole cell would need room for each of its characters.
 */
export function csvCells(text: string, most: MostCells): CsvCells {
  const separator = separatorOf(text);
  const ends = new RegExp(`${separator}|\\r\\n|\\r|\\n|$`, 'gu');
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let place: Place = { line: 1, column: 1 };
  for (let at = 0; at < text.length; at = ends.lastIndex) {
    const isQuoted = text.charAt(at) === '"';
    const close = isQuoted ? closeOf(text, at) : at;
    ends.lastIndex = isQuoted ? close + 1 : at;
    const { 0: end = '', index = at } = ends.exec(text) ?? {};
    const isOpen = close < 0 || (isQuoted && /[^ \t]/u.test(text.slice(close + 1, index)));
    if (isOpen) return { rows, unclosed: { value: text.slice(at, at + 20), ...place } };
    const value = isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, index);
    if (row.length < most.listColumns) row.push({ value, ...place });
    else if (bare(value) !== '') return { rows, beyond: 'listColumns' };
    place = end === separator || isQuoted ? placeAfter(place, text.slice(at, index + end.length)) : nextLine(place);
    if (end === separator) continue;
    if (!isBlank(row)) rows.push(row);
    row = [];
    if (rows.length > most.listRows) return { rows, beyond: 'listRows' };
    if (end === '') break;
  }
  return { rows: isBlank(row) ? rows : [...rows, row] };
}
