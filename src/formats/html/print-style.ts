import { DRAFT } from '../../theme/draft-mark.js';
import type { FaceRole, ParagraphStyle, TableStyleId, Theme } from '../../theme/theme.js';
import { linePitch, textWidth } from '../../theme/theme.js';

const rounded = (points: number): string => `${Math.round(points * 100) / 100}pt`;

/** The name under which a page knows the Latin font of a theme, for Western letters and figures alone: quotation marks are Chinese. */
const LATIN = 'latin';

/** The fonts of a role, which are looked for on the reader's machine. */
function familyOf(role: FaceRole, { word }: Theme): string {
  const { eastAsia, beyondGb2312, latin, alternatives } = word[role];
  const chinese = [eastAsia, ...(beyondGb2312 === undefined ? [] : [beyondGb2312]), ...alternatives];
  const names = [...(latin === eastAsia ? [] : [LATIN]), ...[...new Set(chinese)].map((name) => `"${name}"`)];
  return [...names, role === 'heading' ? 'sans-serif' : 'serif'].join(',');
}

const latinFace = ({ word }: Theme): string =>
  `@font-face{font-family:${LATIN};src:local("${word.body.latin}");unicode-range:U+20-7E}\n`;

const ALIGN = { start: 'left', centre: 'center', end: 'right', justify: 'justify' } as const;

function paragraph(selector: string, style: ParagraphStyle, theme: Theme): string {
  const facts = `font:${style.size}pt/${rounded(linePitch(theme.page))} ${familyOf(style.face, theme)}`;
  return `${selector}{${facts};text-align:${ALIGN[style.align]};text-indent:${style.indent}em;margin:0}`;
}

/** The page number stands in the margin below the text, at the outer edge, one character in (GB/T 9704-2012, 7.5). */
function pages(theme: Theme): string {
  const { page, styles } = theme;
  const { top, right, bottom, left } = page.margin;
  const { size } = styles.pageNumber;
  const number = `content:"— " counter(page) " —";font:${size}pt/1 ${familyOf('table', theme)};vertical-align:top;padding-top:${rounded(page.pageNumberDrop - size)}`;
  return `@page{size:${rounded(page.width)} ${rounded(page.height)};margin:${[top, right, bottom, left].map(rounded).join(' ')}}
@page :right{@bottom-right{${number};padding-right:${size}pt}}
@page :left{@bottom-left{${number};padding-left:${size}pt}}
`;
}

/** How many points to condense each character by, so that as many stand on a line as the theme asks. */
const condensed = ({ page, styles }: Theme): string =>
  rounded(Math.min(0, textWidth(page) / page.characters - styles.body.size - 0.005));

function texts(theme: Theme): string {
  const { styles, page } = theme;
  const pitch = rounded(linePitch(page));
  return [
    paragraph('h1', styles.title, theme),
    `h1{margin-bottom:${pitch}}h1,h2,h3{font-weight:400;break-after:avoid}`,
    paragraph('h2', styles.heading1, theme),
    paragraph('h3', styles.heading2, theme),
    paragraph('p', styles.body, theme),
    `h2,h3,p{letter-spacing:${condensed(theme)}}`,
    paragraph('.addressee', styles.addressee, theme),
    `b{font:inherit;font-family:${familyOf(styles.heading2.face, theme)}}`,
    'p{orphans:2;widows:2}a{color:inherit;text-decoration:none;word-break:break-all}',
    `.signoff{margin:${pitch} 2em 0 0;font-size:${styles.signoff.size}pt;break-inside:avoid;break-before:avoid}`,
  ].join('\n');
}

function cellRule(selector: string, role: TableStyleId, theme: Theme): string {
  const { face, align, shaded } = theme.table.cells[role];
  const fill = shaded ? `;background:#${theme.table.shade}` : '';
  return `${selector}{font-family:${familyOf(face, theme)};text-align:${ALIGN[align]}${fill}}`;
}

/** A table stays whole on a page if it fits; its head is repeated if it does not, and no row is torn. */
function tables(theme: Theme): string {
  const { table, styles } = theme;
  const rule = `${table.rule}pt solid #000`;
  return [
    `.scroll{margin:${table.gap}pt 0;font-size:${table.sizes[0]}pt;line-height:${table.leading}}`,
    'table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:var(--print);break-inside:avoid}thead{display:table-header-group}',
    'tr{break-inside:avoid;height:var(--row)}data{font-size:var(--figures)}',
    `th,td{padding:${table.padding.y}pt ${table.padding.x}pt;border:${rule};font-weight:400;vertical-align:middle}`,
    cellRule('td,th', 'figure', theme),
    cellRule('th[scope=row]', 'stub', theme),
    cellRule('th.serial', 'serial', theme),
    cellRule('.note', 'note', theme),
    cellRule('.band', 'band', theme),
    paragraph('caption', styles.caption, theme),
    `.below{font:${table.sizes[0]}pt/${table.leading} ${familyOf(table.cells.tableNote.face, theme)};text-indent:0;letter-spacing:0;margin:0 0 ${table.gap}pt;break-before:avoid}`,
  ].join('\n');
}

/** The style of the page on paper: GB/T 9704-2012, as the theme has it. */
export function printStyle(theme: Theme): string {
  const { face, colour, share } = { face: familyOf(DRAFT.role, theme), ...DRAFT };
  const mark = `.draft::before{color:#${colour};font:${rounded(share * theme.page.width)}/1 ${face}}`;
  return `${latinFace(theme)}@media print{:root{color-scheme:light;--ink:#000;--paper:#fff}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:#000;line-break:strict;overflow-wrap:anywhere}
.skip,nav,footer{display:none}
${texts(theme)}
${tables(theme)}
${mark}
}
${pages(theme)}`;
}
