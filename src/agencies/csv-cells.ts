/** A cell of comma-separated values, with the place at which it begins. */
export interface CsvCell {
  readonly value: string;
  /** Line and column, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** The cells as far as they can be told apart, and where a quotation mark spoils the rest. */
export interface CsvCells {
  readonly rows: readonly (readonly CsvCell[])[];
  readonly unclosed?: CsvCell;
}

/** What separates cells: the first of these in the first line. Excel writes semicolons and tabs too, people type commas of full width. */
const SEPARATORS = [',', '\t', ';', '，', '；'] as const;

const separatorOf = (text: string): string => {
  const head = /^.*/.exec(text)?.[0] ?? '';
  return SEPARATORS.find((separator) => head.includes(separator)) ?? ',';
};

/** The place after a piece of text that begins at a place. */
function placeAfter({ line, column }: { readonly line: number; readonly column: number }, text: string) {
  const lines = text.split(/\r\n|\r|\n/u);
  const last = [...(lines.at(-1) ?? '')].length;
  return lines.length === 1 ? { line, column: column + last } : { line: line + lines.length - 1, column: last + 1 };
}

/**
 * Takes comma-separated values (RFC 4180) apart. Packages that do so give no columns, or ask for Node, for workers or for code made of
 * text, which pages forbid; one expression is the whole grammar.
 */
export function csvCells(text: string): CsvCells {
  const separator = separatorOf(text);
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"[ \\t]*|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r\\n|\\r|\\n|$)`,
    'uy',
  );
  const rows: CsvCell[][] = [[]];
  let place = { line: 1, column: 1 };
  while (cell.lastIndex < text.length) {
    const rest = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) return { rows, unclosed: { value: text.slice(rest, rest + 20), ...place } };
    const [whole, quoted, plain, end] = found;
    rows.at(-1)?.push({ value: quoted?.replaceAll('""', '"') ?? plain ?? '', ...place });
    place = placeAfter(place, whole);
    if (end === '') break;
    if (end !== separator) rows.push([]);
  }
  return { rows: rows.filter((row) => row.length > 0) };
}
