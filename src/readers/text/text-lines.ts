/** A line of a text, and its fields if it is a row of a table. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
  /** Whether it is set in from the left. */
  readonly isIndented: boolean;
  readonly fields: readonly string[] | undefined;
}

/** A rule drawn with characters between rows: `+---+---+`, `|---|---|`, `-----  -----`. */
const isRule = (line: string): boolean => !/[^\s+|:=\-─━┼├┤┬┴┌┐└┘│—]/u.test(line) && /[-=─━]{2}/u.test(line);

const BARS = /[|│｜]/u;

const FIGURE = /^[-+−]?[\d０-９]/u;
const NOT_OF_FIGURES = /[^\d０-９,，.．]/u;

/** As long as a head or a label in a table typed with gaps. */
const LABEL = 40;

/** Looks for what is amiss: a pattern of the whole would keep every character of a line of millions in mind, more than it has room for. */
const isFigure = (part: string): boolean => FIGURE.test(part) && !NOT_OF_FIGURES.test(part.slice(1));

/** Fields parted by wide gaps, if most of them are figures. */
function byGaps(line: string): readonly string[] | undefined {
  const parts = line.trim().split(/[ \u3000]{2,}/u);
  const figures = parts.filter(isFigure).length;
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 2) return !isFigure(first) && [...first].length <= LABEL && isFigure(last) ? parts : undefined;
  if (parts.length >= 3 && figures >= parts.length - 2) return parts;
  const numbers = line.trim().split(/\s+/u);
  return numbers.length >= 5 && numbers.every(isFigure) ? numbers : undefined;
}

function fieldsOf(line: string): readonly string[] | undefined {
  if (isRule(line)) return [];
  if (BARS.test(line)) {
    const inner = line
      .trim()
      .replace(/^[|│｜]/u, '')
      .replace(/[|│｜]$/u, '');
    return inner.split(/[|│｜\t]/u).map((part) => part.trim());
  }
  if (line.trim().includes('\t')) return line.split('\t').map((part) => part.trim());
  return byGaps(line);
}

/** The lines of a text; of blank ones that follow each other, the first. */
export function* linesIn(text: string): Generator<TextLine> {
  let isBlank = false;
  let number = 0;
  for (const line of text.split(/\r\n|\n|\r|\u2028|\u2029|\f/u)) {
    number += 1;
    const trimmed = line.trim();
    if (trimmed === '' && isBlank) continue;
    isBlank = trimmed === '';
    yield { number, text: trimmed, isIndented: /^(?: {2}|\t|\u3000)/u.test(line), fields: fieldsOf(line) };
  }
}
