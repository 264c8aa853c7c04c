import { memoOf } from '../../memo/memo.js';
import type { ParagraphStyle, ParagraphStyleId, Theme, WordFont } from '../../theme/theme.js';
import { twips } from '../../theme/twips.js';
import { cellStyles } from './cell-styles.js';
import type { NamedTheme } from './faces.js';
import { evenNumberStyle, headerStyle, placed, signoffDateStyle, tableGapStyle } from './further-styles.js';
import { condensation, pitch } from './section.js';
import type { SignoffPlace } from './signoff-place.js';
import { LEAD_STYLE_ID, SIGNOFF_DATE_STYLE_ID, STYLE_IDS } from './style-ids.js';
import { exactly, JUSTIFICATION, rFonts, size } from './style-xml.js';
import { tableStyle } from './table-style.js';
import { part, w } from './word-xml.js';

/**
 * Styles built into word processors keep their built-in names, which are shown in the language of the program (Normal as 正文, Title as
 * 标题), and by which navigation, tables of contents and converters find them.
 */
const BUILT_IN: { readonly [S in ParagraphStyleId]?: { readonly name: string; readonly alias?: true } } = {
  title: { name: 'Title' },
  body: { name: 'Normal' },
  heading1: { name: 'heading 1', alias: true },
  heading2: { name: 'heading 2', alias: true },
  caption: { name: 'caption', alias: true },
  pageNumber: { name: 'footer', alias: true },
};

/** The style of the next paragraph typed, if not the body text. */
const NEXT: { readonly [S in ParagraphStyleId]?: string } = {
  signoff: SIGNOFF_DATE_STYLE_ID,
  pageNumber: STYLE_IDS.pageNumber,
};

/** Space around paragraphs: a blank line after the title, a gap between a table and its title. */
function spacing(id: ParagraphStyleId, { page, table, styles }: Theme, signoff: SignoffPlace): string {
  if (id === 'signoff') return exactly(pitch(page), signoff.before);
  if (id === 'pageNumber') return exactly(twips(styles.pageNumber.size * 1.25));
  const after = id === 'title' ? pitch(page) : id === 'caption' ? twips(table.gap) : 0;
  return exactly(pitch(page), id === 'caption' ? twips(table.gap) : 0, after);
}

function condense(style: ParagraphStyle, theme: Theme): string {
  const excess = condensation(style, theme);
  return excess === 0 ? '' : w('spacing', { val: -excess });
}

/** Indents in characters, which Word and WPS adapt to a new font size, and in twips, for LibreOffice, which reads no others. */
function place(id: ParagraphStyleId, style: ParagraphStyle, { name }: SignoffPlace): string {
  if (id === 'signoff') return placed(name);
  if (id === 'pageNumber') return placed({ align: 'right', right: twips(style.size) });
  const indent = { firstLine: twips(style.indent * style.size), firstLineChars: style.indent * 100 };
  return (style.indent === 0 ? '' : w('ind', indent)) + w('jc', { val: JUSTIFICATION[style.align] });
}

/** GB/T 9704-2012, 7.5: page numbers in half-width figures of the Song face itself. */
function fontOf(id: ParagraphStyleId, theme: Theme): WordFont {
  const font = theme.word[theme.styles[id].face];
  return id === 'pageNumber' ? { ...font, latin: font.eastAsia } : font;
}

function paragraphStyle(id: ParagraphStyleId, theme: Theme, signoff: SignoffPlace): string {
  const style = theme.styles[id];
  const builtIn = BUILT_IN[id];
  const level = id === 'heading1' ? 0 : id === 'heading2' ? 1 : undefined;
  return w(
    'style',
    {
      type: 'paragraph',
      styleId: STYLE_IDS[id],
      ...(id === 'body' ? { default: 1 } : builtIn ? {} : { customStyle: 1 }),
    },
    w('name', { val: builtIn?.name ?? style.name }),
    builtIn?.alias ? w('aliases', { val: style.name }) : '',
    w('next', { val: NEXT[id] ?? STYLE_IDS.body }),
    w('qFormat'),
    w(
      'pPr',
      {},
      style.keepWithNext || id === 'signoff' ? w('keepNext') + w('keepLines') : '',
      spacing(id, theme, signoff),
      place(id, style, signoff),
      level === undefined ? '' : w('outlineLvl', { val: level }),
    ),
    w('rPr', {}, rFonts(fontOf(id, theme)), condense(style, theme), size(style.size)),
  );
}

function leadStyle({ styles, word }: Theme): string {
  const { name, face } = styles.heading2;
  return w(
    'style',
    { type: 'character', customStyle: 1, styleId: LEAD_STYLE_ID },
    w('name', { val: `${name}字符` }),
    w('basedOn', { val: 'DefaultParagraphFont' }),
    w('qFormat'),
    w('rPr', {}, rFonts(word[face])),
  );
}

const COMPATIBILITY =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

/**
 * No hanging punctuation. LibreOffice inverts the setting, and loses some marks when they hang. It does not know `w15`, which Word has
 * known since 2013, so it reads the fallback.
 */
const HANGING_OFF =
  `<mc:AlternateContent ${COMPATIBILITY}>` +
  `<mc:Choice Requires="w15">${w('overflowPunct', { val: 0 })}</mc:Choice>` +
  `<mc:Fallback>${w('overflowPunct', { val: 1 })}</mc:Fallback>` +
  '</mc:AlternateContent>';

/** Defaults of all styles: Chinese line breaking without hanging punctuation, and space between Chinese and Latin text. */
function defaults({ styles, word }: Theme): string {
  const breaking = [w('widowControl'), w('kinsoku'), HANGING_OFF, w('autoSpaceDE'), w('autoSpaceDN')];
  const language = w('lang', { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' });
  return w(
    'docDefaults',
    {},
    w('rPrDefault', {}, w('rPr', {}, rFonts(word[styles.body.face]), size(styles.body.size), language)),
    w('pPrDefault', {}, w('pPr', {}, ...breaking)),
  );
}

/** Styles that Word expects in every file. */
const BARE =
  w(
    'style',
    { type: 'character', default: 1, styleId: 'DefaultParagraphFont' },
    w('name', { val: 'Default Paragraph Font' }),
    w('semiHidden'),
  ) +
  w(
    'style',
    { type: 'table', default: 1, styleId: 'TableNormal' },
    w('name', { val: 'Normal Table' }),
    w('semiHidden'),
  );

/** What the styles of a document depend on besides the theme. */
export interface StyleFacts {
  /** The font sizes of tables. */
  readonly sizes: readonly number[];
  readonly signoff: SignoffPlace;
  readonly draft: boolean;
}

/** Parts to keep for a theme: one for each length of the name that signs, and a few for table sizes. Each takes 30 kB. */
const LOOKS = 50;
const known = memoOf<NamedTheme, string>(LOOKS);

function madeStyles(theme: Theme, { sizes, signoff, draft }: StyleFacts): string {
  const ids = Object.keys(theme.styles) as ParagraphStyleId[];
  return part(
    'styles',
    defaults(theme),
    w('latentStyles', { defUIPriority: 99, defSemiHidden: 1, defUnhideWhenUsed: 1, defQFormat: 0 }),
    ...ids.map((id) => paragraphStyle(id, theme, signoff)),
    signoffDateStyle(signoff),
    evenNumberStyle(theme),
    draft ? headerStyle() : '',
    leadStyle(theme),
    cellStyles(theme, sizes),
    tableGapStyle(theme),
    BARE,
    tableStyle(theme),
  );
}

/** `word/styles.xml`: every style that a paragraph, run, cell or table can name, derived from the theme. */
export const stylesPart = (theme: NamedTheme, facts: StyleFacts): string =>
  known(theme)(JSON.stringify(facts), () => madeStyles(theme, facts));
