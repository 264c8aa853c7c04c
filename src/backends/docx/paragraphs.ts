import { ExternalHyperlink, type ImageRun, type ISpacingProperties, Paragraph, type ParagraphChild } from 'docx';
import type { Block, Heading, Inline, Signoff, Paragraph as TextParagraph, Title } from '../../model/document.js';
import type { ParagraphStyleId } from '../../theme/theme.js';
import type { NamedFont, NamedTheme } from './faces.js';
import { ems, twips } from './measure.js';
import { measure } from './page.js';
import { lineRuns, textRuns } from './runs.js';
import { LEAD_STYLE_ID, SIGNOFF_DATE_STYLE_ID, STYLE_IDS, TABLE_GAP_STYLE_ID } from './style-ids.js';

/** What stands before and after a block. Word has no space around tables: the paragraphs beside them make it. */
export interface Neighbours {
  readonly previous: Block | undefined;
  readonly next: Block | undefined;
}

function fontOf(id: ParagraphStyleId, { styles, word }: NamedTheme): NamedFont {
  return word[styles[id].face];
}

function spaceBeside({ previous, next }: Neighbours, { table }: NamedTheme): { spacing?: ISpacingProperties } {
  const before = previous?.kind === 'table' ? { before: twips(table.gap) } : {};
  const after = next?.kind === 'table' && next.caption === undefined ? { after: twips(table.gap) } : {};
  const spacing = { ...before, ...after };
  return Object.keys(spacing).length === 0 ? {} : { spacing };
}

/** Joins words into lines as long as the width allows. */
function fill(words: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const joined = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && ems(joined) <= room) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** The title, broken between words only where it is too long for one line. */
export function titleParagraph({ words }: Title, theme: NamedTheme): Paragraph {
  const room = measure(theme.page) / twips(theme.styles.title.size);
  return new Paragraph({ style: STYLE_IDS.title, children: lineRuns(fill(words, room), fontOf('title', theme)) });
}

/** The head of a section or of one of its parts. */
export function headingParagraph({ level, text }: Heading, beside: Neighbours, theme: NamedTheme): Paragraph {
  const id = level === 1 ? 'heading1' : 'heading2';
  return new Paragraph({
    style: STYLE_IDS[id],
    ...spaceBeside(beside, theme),
    children: textRuns(text, fontOf(id, theme)),
  });
}

/** Where a link may lead from an official document; nothing that runs or reads the reader's disk. */
function linkTarget(href: string): string | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}

function inlineChildren(inline: Inline, theme: NamedTheme): readonly ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return textRuns(inline.text, fontOf('body', theme));
    case 'lead':
      return textRuns(inline.text, fontOf('heading2', theme), { style: LEAD_STYLE_ID });
    case 'link': {
      const children = textRuns(inline.text, fontOf('body', theme));
      const link = linkTarget(inline.href);
      return link === undefined ? children : [new ExternalHyperlink({ link, children })];
    }
  }
}

/** A paragraph of the text. The last one keeps to the sign-off, which must not stand alone on a page. */
export function textParagraph({ inlines }: TextParagraph, beside: Neighbours, theme: NamedTheme): Paragraph {
  return new Paragraph({
    style: STYLE_IDS.body,
    ...spaceBeside(beside, theme),
    ...(beside.next?.kind === 'signoff' && { keepNext: true }),
    children: inlines.flatMap((inline) => inlineChildren(inline, theme)),
  });
}

/** The table's own title over it. */
export function captionParagraph(caption: string, theme: NamedTheme): Paragraph {
  return new Paragraph({ style: STYLE_IDS.caption, children: textRuns(caption, fontOf('caption', theme)) });
}

/** Name, then date, below the text (GB/T 9704-2012, 7.3.5); the seal goes with the date. */
export function signoffParagraphs(
  { agency, date }: Signoff,
  theme: NamedTheme,
  seal: ImageRun | undefined,
): readonly Paragraph[] {
  const font = fontOf('signoff', theme);
  return [
    new Paragraph({ style: STYLE_IDS.signoff, children: textRuns(agency, font) }),
    new Paragraph({ style: SIGNOFF_DATE_STYLE_ID, children: [...(seal ? [seal] : []), ...textRuns(date, font)] }),
  ];
}

/** Keeps two tables from growing together, and a table from ending the document, which Word does not allow. */
export function spacer(): Paragraph {
  return new Paragraph({ style: TABLE_GAP_STYLE_ID });
}
