/** A line of a report to be filled in. */
export interface Line {
  /** Levels of indentation. */
  readonly level: number;
  readonly text: string;
  /** What stands behind it, as a comment. */
  readonly note?: string | undefined;
  /** What the comment also says, unless a line before it has said the same. */
  readonly more?: string | undefined;
  /** An example that somebody has to uncomment: the sign for comments stands right before it. */
  readonly isOff?: true;
}

/** A comment that stands by itself. */
export const remark = (level: number, text: string): Line => ({ level, text: `# ${text}` });

const INDENT = '  ';
/** Lines that are longer than this do not move the comments of others. */
const WIDEST = 34;
/** Room between a key and its comment, in which a figure is typed. */
const ROOM = 6;

/** The width of a text in columns of a terminal. */
export const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2E7F' ? 2 : 1), 0);

const bare = ({ level, text, isOff }: Line): string => `${INDENT.repeat(level)}${isOff ? '#' : ''}${text}`;

/** The comment behind a line; undefined if there is none. */
function commentOf({ note, more }: Line, before: readonly Line[]): string | undefined {
  const isTold = before.some((line) => line.more === more);
  const parts = [note, isTold ? undefined : more].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('；');
}

/** Lines as text, with the comments behind them one below the other. */
export function printed(lines: readonly Line[]): string {
  const all = lines.map((line, i) => ({ text: bare(line), comment: commentOf(line, lines.slice(0, i)) }));
  const widths = all.filter(({ comment }) => comment !== undefined).map(({ text }) => widthOf(text));
  const column = Math.max(0, ...widths.filter((width) => width <= WIDEST)) + ROOM;
  const texts = all.map(({ text, comment }) =>
    comment === undefined ? text : `${text}${' '.repeat(Math.max(3, column - widthOf(text)))}# ${comment}`,
  );
  return texts.map((text) => `${text}\n`).join('');
}
