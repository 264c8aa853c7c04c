import type { Fonts } from '../fonts/fonts.js';
import { blockTexts, headingStyle } from '../model/block-texts.js';
import { type ByKind, byKind } from '../model/by-kind.js';
import type { Addressee, Block, Document, Heading, Paragraph, Signoff, Table, Title } from '../model/document.js';
import { nameLines } from '../theme/name-lines.js';
import { blankLinesAbove } from '../theme/signoff-geometry.js';
import { faceOf, linePitch, type ParagraphStyle, type Theme, textWidth } from '../theme/theme.js';
import { titleLines } from '../theme/title-lines.js';
import { type Slice, uncut } from './cut-table.js';
import type { StyledText } from './glyphs.js';
import type { TextItem, TextRole } from './page.js';
import { setBalanced, setParagraph } from './paragraph.js';
import { linesUnder, type PlacedSeal, placeSealed, placeUnsealed, type SetSeal } from './place-signoff.js';
import type { SetLine } from './set-line.js';

/** The contents of pages before they are cut: lines of text, blank lines and tables, one below the other. */
export type Box = LineBox | BlankBox | TableBox;

interface Glued {
  /** Must be on the same page as the next box. */
  readonly glued: boolean;
}

export interface LineBox extends Glued {
  readonly kind: 'line';
  readonly line: SetLine;
  /** From the left edge of the text area, in points. */
  readonly x: number;
  readonly size: number;
  readonly block: number;
  readonly part?: NonNullable<Extract<TextRole, { kind: 'block' }>['part']>;
  readonly bookmark?: TextItem['bookmark'] | undefined;
  /** May be parted from the next box if it fills its page: the first line of a paragraph of three lines or more. */
  readonly mayPart?: boolean;
  /** The seal, if this is the last line of a sealed sign-off. */
  readonly seal?: PlacedSeal;
}

/** A blank line. It is dropped at the top of a page. */
export interface BlankBox extends Glued {
  readonly kind: 'blank';
}

export interface TableBox extends Glued {
  readonly kind: 'table';
  readonly slice: Slice;
  readonly block: number;
}

interface TextArea {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly width: number;
  readonly seal: SetSeal | undefined;
  /** Whether paragraphs are set in as few lines as they can be, with their characters a little closer together. */
  readonly closer: boolean;
}

const BLANK: BlankBox = { kind: 'blank', glued: true };

/**
 * Lines of running text. The last two lines of a paragraph stay together, and the first two if that leaves no line of the page empty. The bookmark goes
 * with the first line.
 */
function textBoxes(
  texts: readonly StyledText[],
  style: ParagraphStyle,
  block: number,
  area: TextArea,
  bookmark?: LineBox['bookmark'],
): readonly LineBox[] {
  const { theme, fonts, width, closer } = area;
  const { size } = style;
  const indent = style.indent * size;
  const justify = style.align === 'justify';
  const pitch = justify ? width / theme.page.characters : size;
  const { lines } = setParagraph(texts, { size, width, indent, justify, pitch, closer }, fonts);
  return lines.map((line, i) => ({
    kind: 'line',
    line,
    x: style.align === 'centre' ? (width - line.width) / 2 : i === 0 ? indent : 0,
    size,
    block,
    glued: style.keepWithNext === true || (lines.length > 1 && (i === 0 || i === lines.length - 2)),
    bookmark: i === 0 ? bookmark : undefined,
    mayPart: i === 0 && lines.length > 2 && style.keepWithNext !== true,
  }));
}

function titleBoxes(title: Title, block: number, area: TextArea): readonly Box[] {
  const { theme, fonts, width } = area;
  const { face, size } = theme.styles.title;
  const setting = { size, width, indent: 0, justify: false };
  const lines = titleLines(title, width / size).flatMap(
    (text) => setBalanced([{ text, role: face }], setting, fonts).lines,
  );
  return [
    ...lines.map((line): LineBox => ({ kind: 'line', line, x: (width - line.width) / 2, size, block, glued: true })),
    BLANK,
  ];
}

function addresseeBoxes({ text }: Addressee, block: number, area: TextArea): readonly Box[] {
  const style = area.theme.styles.addressee;
  return textBoxes([{ text, role: style.face }], style, block, area);
}

function headingBoxes({ level, text }: Heading, block: number, area: TextArea): readonly Box[] {
  const style = area.theme.styles[headingStyle(level)];
  return textBoxes([{ text, role: style.face }], style, block, area, { level, text });
}

function paragraphBoxes(paragraph: Paragraph, block: number, area: TextArea): readonly Box[] {
  const style = area.theme.styles.body;
  const [first] = paragraph.inlines;
  const texts = blockTexts(paragraph).map(({ text, style, href }, i): StyledText => {
    return { text, role: faceOf(style, area.theme), href, isHead: i === 0 && first?.kind === 'lead' };
  });
  const lead = first?.kind === 'lead' ? first.text.replace(/。$/, '') : undefined;
  const boxes = textBoxes(texts, style, block, area, lead === undefined ? undefined : { level: 2, text: lead });
  return paragraph.keepsNext ? boxes.map((box) => ({ ...box, glued: true, mayPart: false })) : boxes;
}

/**
 * Names and date by GB/T 9704-2012, with a seal (7.3.5.1) or without (7.3.5.2). The seal lies over the last name and the date, and its
 * top may be lower than one line below the text if there are other names above.
 */
function signoffBoxes({ agencies, wordEnds, date }: Signoff, block: number, area: TextArea): readonly Box[] {
  const { theme, fonts, width, seal } = area;
  const { face, size } = theme.styles.signoff;
  const setting = { size, width: width - 2 * size, indent: 0, justify: false };
  const set = (text: string) => setParagraph([{ text, role: face }], setting, fonts).lines;
  const linesOf = (name: string, i: number) => nameLines(name, wordEnds?.[i], setting.width / size).flatMap(set);
  const texts = { names: agencies.map(linesOf), dates: set(date) };
  const places = seal ? placeSealed(texts, size, width, seal) : placeUnsealed(texts, size, width);
  const lines = [...texts.names, texts.dates].flatMap((set, part) =>
    set.map((line, i): LineBox => {
      return { kind: 'line', line, x: places.starts[part]?.[i] as number, size, block, part, glued: true };
    }),
  );
  // Between lines that are closer together the seal still keeps off the ink of the text.
  const pitch = linePitch(theme.page);
  const under = linesUnder(texts);
  const blanks = seal ? blankLinesAbove({ under, above: lines.length - under }, pitch, seal.height) : 1;
  const last = { glued: false, ...(places.seal && { seal: places.seal }) };
  return [
    ...new Array<BlankBox>(blanks).fill(BLANK),
    ...lines.map((line, i) => (i < lines.length - 1 ? line : { ...line, ...last })),
  ];
}

function tableBoxes(table: Table, block: number, area: TextArea): readonly Box[] {
  const { caption } = table;
  const style = area.theme.styles.caption;
  const above = caption === undefined ? [] : textBoxes([{ text: caption, role: style.face }], style, block, area);
  return [...above, { kind: 'table', slice: uncut(table), block, glued: false }];
}

const BOXES: ByKind<Block, [block: number, area: TextArea], readonly Box[]> = {
  title: titleBoxes,
  addressee: addresseeBoxes,
  heading: headingBoxes,
  paragraph: paragraphBoxes,
  table: tableBoxes,
  signoff: signoffBoxes,
};

/** A sign-off never stands on a page of its own: it keeps the last lines of text, or the table before it, on its page. */
function gluedToSignoff(boxes: readonly Box[], next: Block | undefined): readonly Box[] {
  if (next?.kind !== 'signoff') return boxes;
  return boxes.map((box, i) => (i === boxes.length - 1 ? { ...box, glued: true } : box));
}

/** The boxes of a block, counted from 0; `closer` says that its characters may be a little closer together if that saves a line. */
export type MakeBoxes = (block: number, closer: boolean) => readonly Box[];

/** Turns the blocks of a document into boxes. All text is set here except that of tables, whose room depends on the page. */
export function boxMaker({ blocks }: Document, theme: Theme, fonts: Fonts, seal?: SetSeal): MakeBoxes {
  const area = { theme, fonts, width: textWidth(theme.page), seal };
  return (i, closer) => {
    const boxes = byKind(BOXES, blocks[i] as Block, i, { ...area, closer });
    return gluedToSignoff(boxes, blocks[i + 1]);
  };
}

/** The height left for a table on a page that also holds some lines. */
export function roomBeside(linesBeside: number, { page, table }: Theme): number {
  return (page.lines - linesBeside) * linePitch(page) - 2 * table.gap;
}
