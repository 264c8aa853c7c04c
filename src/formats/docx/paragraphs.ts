import { type ISpacingProperties, Paragraph } from 'docx';
import { type BlockText, blockTexts, headingStyle } from '../../model/block-texts.js';
import type {
  Addressee,
  Block,
  Heading,
  Signoff,
  TableNote,
  Paragraph as TextParagraph,
  Title,
} from '../../model/document.js';
import { faceOf, textWidth } from '../../theme/theme.js';
import { titleLines } from '../../theme/title-lines.js';
import { twips } from '../../theme/twips.js';
import type { NamedFont, NamedTheme } from './faces.js';
import { hyperlink } from './hyperlinks.js';
import { lineRuns, textRuns } from './runs.js';
import { toldLines } from './signoff-place.js';
import { skeleton } from './skeleton.js';
import { cellStyleId, LEAD_STYLE_ID, SIGNOFF_DATE_STYLE_ID, STYLE_IDS, TABLE_GAP_STYLE_ID } from './style-ids.js';

/** The blocks before and after a block. Word has no space around tables, so the paragraphs next to them have it. */
export interface Neighbours {
  readonly previous: Block | undefined;
  readonly next: Block | undefined;
}

/** Space before and after a paragraph in addition to its style, in twips. */
type Apart = Pick<ISpacingProperties, 'before' | 'after'>;

/** What a paragraph has beside its style. */
interface Beside {
  readonly apart?: Apart;
  readonly keepNext?: true;
  readonly alignment?: 'left';
}

const paragraph = skeleton('</w:p>', (style: string, { apart, keepNext, alignment }: Beside = {}) => {
  return new Paragraph({
    style,
    ...(apart && { spacing: apart }),
    ...(keepNext && { keepNext }),
    ...(alignment && { alignment }),
  });
});

function fontOf(style: BlockText['style'], theme: NamedTheme): NamedFont {
  return theme.word[faceOf(style, theme)];
}

function spaceBeside({ previous, next }: Neighbours, { table }: NamedTheme): { apart?: Apart } {
  const gap = twips(table.gap);
  const isBelow = previous?.kind === 'table' && previous.note === undefined;
  const isAbove = next?.kind === 'table' && next.caption === undefined;
  if (isBelow && isAbove) return { apart: { before: gap, after: gap } };
  if (isBelow) return { apart: { before: gap } };
  return isAbove ? { apart: { after: gap } } : {};
}

/** The title, in the lines that it has in all formats. */
export function titleParagraph(title: Title, theme: NamedTheme): string {
  const lines = titleLines(title, textWidth(theme.page) / theme.styles.title.size);
  return paragraph(STYLE_IDS.title)(lineRuns(lines, fontOf('title', theme)));
}

/** To whom the report is addressed. */
export function addresseeParagraph({ text }: Addressee, theme: NamedTheme): string {
  return paragraph(STYLE_IDS.addressee)(textRuns(text, fontOf('addressee', theme)));
}

/** The heading of a section or of a part of one. */
export function headingParagraph({ level, text }: Heading, beside: Neighbours, theme: NamedTheme): string {
  const id = headingStyle(level);
  return paragraph(STYLE_IDS[id], spaceBeside(beside, theme))(textRuns(text, fontOf(id, theme)));
}

const LEAD = { style: LEAD_STYLE_ID };

function inlineRuns({ text, style, href }: BlockText, theme: NamedTheme, nextLink: () => number): string {
  const runs = textRuns(text, fontOf(style, theme), style === 'lead' ? LEAD : undefined);
  return href === undefined ? runs : hyperlink(href, runs, nextLink);
}

/** An address, which Word does not break: justified, the line before it would be stretched by as much as eight characters, the width of this. */
const LONG_ADDRESS = /[!-~]{16}/;

/** A paragraph of text. A head stays with what follows, and the last one with the sign-off, which must not be alone on a page. */
export function textParagraph(
  block: TextParagraph,
  beside: Neighbours,
  theme: NamedTheme,
  nextLink: () => number,
): string {
  const isKept = block.keepsNext || beside.next?.kind === 'signoff';
  const texts = blockTexts(block);
  const look = {
    ...spaceBeside(beside, theme),
    ...(isKept && { keepNext: true as const }),
    ...(LONG_ADDRESS.test(texts.map(({ text }) => text).join('')) && { alignment: 'left' as const }),
  };
  return paragraph(STYLE_IDS.body, look)(texts.map((one) => inlineRuns(one, theme, nextLink)).join(''));
}

/** The caption above a table. */
export function captionParagraph(caption: string, theme: NamedTheme): string {
  return paragraph(STYLE_IDS.caption)(textRuns(caption, fontOf('caption', theme)));
}

/** The note below a table: on the page with its end, and each paragraph with the next. */
export function noteParagraphs(
  { paragraphs }: TableNote,
  size: number,
  { next }: Neighbours,
  theme: NamedTheme,
): string {
  const { table } = theme;
  const last = paragraphs.length - 1;
  return paragraphs
    .map((text, i) => {
      const before = i === 0 ? { before: twips(table.padding.y) } : {};
      const after = i === last && next !== undefined ? { after: twips(table.gap) } : {};
      const isKept = i < last || next?.kind === 'signoff';
      const look = { apart: { ...before, ...after }, ...(isKept && { keepNext: true as const }) };
      return paragraph(cellStyleId('tableNote', size, table), look)(textRuns(text, fontOf('tableNote', theme)));
    })
    .join('');
}

/** The names, then the date (GB/T 9704-2012, 7.3.5). The seal is attached to the date. */
export function signoffParagraphs(signoff: Signoff, theme: NamedTheme, seal: string): string {
  const font = fontOf('signoff', theme);
  const names = toldLines(signoff, theme).map((lines, i) =>
    paragraph(STYLE_IDS.signoff, i === 0 ? {} : { apart: { before: 0 } })(lineRuns(lines, font)),
  );
  return names.join('') + paragraph(SIGNOFF_DATE_STYLE_ID)(seal + textRuns(signoff.date, font));
}

/** An empty paragraph. Without it Word joins two tables in a row, and a document must not end with a table. */
export function spacer(): string {
  return paragraph(TABLE_GAP_STYLE_ID)();
}
