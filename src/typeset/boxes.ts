import type { Fonts } from '../fonts/fonts.js';
import { blockTexts, headingStyle } from '../model/block-texts.js';
import { type ByKind, byKind } from '../model/by-kind.js';
import type { Block, Document, Heading, Paragraph, Signoff, Table, Title } from '../model/document.js';
import { blankLinesAbove } from '../theme/signoff-geometry.js';
import { faceOf, linePitch, type ParagraphStyle, type Theme, textWidth } from '../theme/theme.js';
import { type Piece, wholePiece } from './cut-table.js';
import type { StyledText } from './glyphs.js';
import type { TextItem, TextRole } from './page.js';
import { setBalanced, setParagraph } from './paragraph.js';
import { type PlacedSeal, placeSealed, placeUnsealed, type SetSeal } from './place-signoff.js';
import type { SetLine } from './set-line.js';

/** What pages are cut from: lines of text, blank lines and tables, one below the other. */
export type Box = LineBox | BlankBox | TableBox;

interface Glued {
  /** Must stand on the same page as the next box. */
  readonly glued: boolean;
}

export interface LineBox extends Glued {
  readonly kind: 'line';
  readonly line: SetLine;
  /** From the left of the text area. */
  readonly x: number;
  readonly size: number;
  readonly block: number;
  readonly part?: NonNullable<Extract<TextRole, { kind: 'block' }>['part']>;
  readonly bookmark?: TextItem['bookmark'] | undefined;
  /** The seal over the sign-off whose last line this is. */
  readonly seal?: PlacedSeal;
}

/** Left out at the top of a page. */
export interface BlankBox extends Glued {
  readonly kind: 'blank';
}

export interface TableBox extends Glued {
  readonly kind: 'table';
  readonly piece: Piece;
  readonly block: number;
}

interface Context {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly width: number;
  readonly seal?: SetSeal;
}

const BLANK: BlankBox = { kind: 'blank', glued: true };

/**
 * Lines of running text. The first two and the last two of a paragraph stay together: no widows, no orphans. A bookmark leads to the
 * first.
 */
function textBoxes(
  texts: readonly StyledText[],
  style: ParagraphStyle,
  block: number,
  context: Context,
  bookmark?: LineBox['bookmark'],
): readonly LineBox[] {
  const { theme, fonts, width } = context;
  const { size } = style;
  const indent = style.indent * size;
  const justify = style.align === 'justify';
  const pitch = justify ? width / theme.page.characters : size;
  const { lines } = setParagraph(texts, { size, width, indent, justify, pitch }, fonts);
  return lines.map((line, i) => ({
    kind: 'line',
    line,
    x: style.align === 'centre' ? (width - line.width) / 2 : i === 0 ? indent : 0,
    size,
    block,
    glued: style.keepWithNext === true || (lines.length > 1 && (i === 0 || i === lines.length - 2)),
    bookmark: i === 0 ? bookmark : undefined,
  }));
}

/** On one line if it fits; else broken between its words, and a word that is still too long into even lines. */
function titleBoxes({ words }: Title, block: number, context: Context): readonly Box[] {
  const { theme, fonts, width } = context;
  const { face, size } = theme.styles.title;
  const set = (text: string) =>
    setBalanced([{ text, role: face }], { size, width, indent: 0, justify: false }, fonts).lines;
  const whole = set(words.join(''));
  const lines = whole.length === 1 ? whole : words.flatMap(set);
  return [
    ...lines.map((line): LineBox => ({ kind: 'line', line, x: (width - line.width) / 2, size, block, glued: true })),
    BLANK,
  ];
}

function headingBoxes({ level, text }: Heading, block: number, context: Context): readonly Box[] {
  const style = context.theme.styles[headingStyle(level)];
  return textBoxes([{ text, role: style.face }], style, block, context, { level, text });
}

function paragraphBoxes(paragraph: Paragraph, block: number, context: Context): readonly Box[] {
  const style = context.theme.styles.body;
  const texts = blockTexts(paragraph).map(({ text, style, href }): StyledText => {
    const role = faceOf(style, context.theme);
    return href === undefined ? { text, role } : { text, role, href };
  });
  const [first] = paragraph.inlines;
  const lead = first?.kind === 'lead' ? first.text.replace(/。$/, '') : undefined;
  return textBoxes(texts, style, block, context, lead === undefined ? undefined : { level: 2, text: lead });
}

/** Name and date where GB/T 9704-2012 has them, with a seal (7.3.5.1) or without (7.3.5.2). */
function signoffBoxes({ agency, date }: Signoff, block: number, context: Context): readonly Box[] {
  const { theme, fonts, width, seal } = context;
  const { face, size } = theme.styles.signoff;
  const setting = { size, width: width - 2 * size, indent: 0, justify: false };
  const set = (text: string) => setParagraph([{ text, role: face }], setting, fonts).lines;
  const texts = { names: set(agency), dates: set(date) };
  const places = seal ? placeSealed(texts, size, width, seal) : placeUnsealed(texts, size, width);
  const box = (line: SetLine, x: number, part: 'agency' | 'date'): LineBox => {
    return { kind: 'line', line, x, size, block, part, glued: true };
  };
  const lines = [
    ...texts.names.map((line, i) => box(line, places.names[i] as number, 'agency')),
    ...texts.dates.map((line, i) => box(line, places.dates[i] as number, 'date')),
  ];
  const blanks = seal ? blankLinesAbove(lines.length, linePitch(theme.page), seal.height) : 1;
  const last = { glued: false, ...(places.seal && { seal: places.seal(lines.length, linePitch(theme.page)) }) };
  return [
    ...new Array<BlankBox>(blanks).fill(BLANK),
    ...lines.map((line, i) => (i < lines.length - 1 ? line : { ...line, ...last })),
  ];
}

function tableBoxes(table: Table, block: number, context: Context): readonly Box[] {
  const { caption } = table;
  const style = context.theme.styles.caption;
  const above = caption === undefined ? [] : textBoxes([{ text: caption, role: style.face }], style, block, context);
  return [...above, { kind: 'table', piece: wholePiece(table), block, glued: false }];
}

const BOXES: ByKind<Block, [block: number, context: Context], readonly Box[]> = {
  title: titleBoxes,
  heading: headingBoxes,
  paragraph: paragraphBoxes,
  table: tableBoxes,
  signoff: signoffBoxes,
};

/** A signature never stands on a page of its own: the last lines of the text, or the table before it, go with it. */
function gluedToSignoff(boxes: readonly Box[], next: Block | undefined): readonly Box[] {
  if (next?.kind !== 'signoff') return boxes;
  return boxes.map((box, i) => (i === boxes.length - 1 ? { ...box, glued: true } : box));
}

/** Takes a document apart into boxes. Every text is set here but that of tables, whose room depends on the page. */
export function toBoxes(document: Document, theme: Theme, fonts: Fonts, seal?: SetSeal): readonly Box[] {
  const context = { theme, fonts, width: textWidth(theme.page), ...(seal && { seal }) };
  return document.blocks.flatMap((block, i) =>
    gluedToSignoff(byKind(BOXES, block, i, context), document.blocks[i + 1]),
  );
}

/** The height that a page's text area leaves to a table that stays on it with some lines. */
export function roomBeside(linesBeside: number, { page, table }: Theme): number {
  return (page.lines - linesBeside) * linePitch(page) - 2 * table.gap;
}
