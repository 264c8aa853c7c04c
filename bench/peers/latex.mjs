// The document for XeLaTeX with xeCJK. Cells over several rows need the multirow package; widths are exact columns.
import { basename, dirname } from 'node:path';
import { columnWidths, headingStyle, tableSize } from '../look.mjs';

const SPECIAL = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const escaped = (text) => text.replaceAll(/[\\~^#$%&_{}]/g, (character) => SPECIAL[character] ?? `\\${character}`);

const ALIGNMENT = {
  start: '\\raggedright',
  centre: '\\centering',
  end: '\\raggedleft',
  justify: '',
};

function preamble({ page, styles, faces, pitch }) {
  const { top, right, bottom, left } = page.margin;
  const faceLines = Object.entries(faces).map(([face, { file }]) => {
    const where = `[Path=${dirname(file)}/,Extension=.ttf]{${basename(file, '.ttf')}}`;
    return `\\newCJKfontfamily\\cjk${face}${where}\\newfontfamily\\latin${face}${where}`;
  });
  const styleLines = Object.entries(styles).map(
    ([id, { face, size, align, indent }]) =>
      `\\newcommand\\style${id.replace(/\d/, (n) => 'ab'[n - 1])}{\\cjk${face}\\latin${face}\\fontsize{${size}bp}{${pitch}bp}\\selectfont` +
      `${ALIGNMENT[align]}\\parindent=${indent * size}bp}`,
  );
  const { file } = faces.body;
  return [
    '\\documentclass[twoside]{article}',
    '\\usepackage[table]{xcolor}',
    '\\usepackage{fontspec,xeCJK,multirow,array,fancyhdr}',
    `\\usepackage[paperwidth=${page.width}bp,paperheight=${page.height}bp,top=${top}bp,bottom=${bottom}bp,left=${left}bp,right=${right}bp,footskip=36bp,headheight=12bp,asymmetric]{geometry}`,
    `\\setCJKmainfont[Path=${dirname(file)}/,Extension=.ttf]{${basename(file, '.ttf')}}`,
    ...faceLines,
    ...styleLines,
    '\\pagestyle{fancy}\\fancyhf{}\\renewcommand\\headrulewidth{0pt}',
    `\\fancyfoot[RO,LE]{\\cjktable\\latintable\\fontsize{${styles.pageNumber.size}bp}{${pitch}bp}\\selectfont — \\thepage\\ —}`,
    '\\frenchspacing\\sloppy\\raggedbottom\\parskip=0pt\\tabcolsep=2bp\\arrayrulewidth=0.5bp',
  ];
}

const styleName = (id) => id.replace(/\d/, (n) => 'ab'[n - 1]);

/** One cell where it begins, or the empty rest of one that began above; `rule` is whether a line is drawn below. */
function cellTex({ row, colSpan, rowSpan, column, role, text }, at, widths, { table }) {
  const { face, align, shaded } = table.cells[role];
  const width = widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0) - 2 * table.padding.x;
  const fill = shaded ? `\\cellcolor[HTML]{${table.shade}}` : '';
  const set = `\\cjk${face}\\latin${face}${ALIGNMENT[align]}`;
  const own = row === at ? `${set} ${escaped(text)}` : '';
  const content = rowSpan > 1 && row === at ? `\\multirow{${rowSpan}}{${width}bp}{${own}}` : own;
  const left = column === 0 ? '|' : '';
  return `\\multicolumn{${colSpan}}{${left}m{${width}bp}|}{${fill}${content}}`;
}

function rule(table, row) {
  const open = table.cells.filter((cell) => cell.row <= row && row + 1 < cell.row + cell.rowSpan);
  const isOpen = (column) => open.some((cell) => cell.column <= column && column < cell.column + cell.colSpan);
  return table.widths.flatMap((_, column) => (isOpen(column) ? [] : [`\\cline{${column + 1}-${column + 1}}`])).join('');
}

function tableTex(table, look) {
  const size = tableSize(table);
  const widths = columnWidths(table, look.width);
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const cells = table.cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .toSorted((a, b) => a.column - b.column);
    return `${cells.map((cell) => cellTex(cell, row, widths, look)).join(' & ')} \\\\${rule(table, row)}`;
  });
  const columns = widths.map((width) => `m{${width - 2 * look.table.padding.x}bp}`).join('');
  return [
    `{\\parindent=0bp\\fontsize{${size}bp}{${size * look.table.leading}bp}\\selectfont\\renewcommand\\arraystretch{1.3}`,
    `\\noindent\\begin{tabular}{${columns}}\\hline`,
    ...rows,
    '\\end{tabular}\\par}',
  ].join('\n');
}

function inlineTex({ kind, text }, { styles }) {
  const { face } = styles.heading2;
  return kind === 'lead' ? `{\\cjk${face}\\latin${face} ${escaped(text)}}` : escaped(text);
}

const styled = (id, text) => `{\\style${styleName(id)} ${text}\\par}`;

function blockTex(block, look) {
  switch (block.kind) {
    case 'title':
      return styled(
        'title',
        `${block.lines
          .flat()
          .map((words) => escaped(words.join('')))
          .join('\\\\')}\\\\[${look.pitch}bp]`,
      );
    case 'heading':
      return `${styled(headingStyle(block), escaped(block.text))}\\nopagebreak`;
    case 'paragraph':
      return styled('body', block.inlines.map((it) => inlineTex(it, look)).join(''));
    case 'table':
      return (block.caption === undefined ? '' : styled('caption', escaped(block.caption))) + tableTex(block, look);
    case 'signoff':
      return `\\vspace{${look.pitch}bp}${styled('signoff', `${block.agencies.map(escaped).join('\\\\')}\\\\${escaped(block.date)}`)}`;
  }
}

/** The source of the document. */
export function latex(document, look) {
  const body = document.blocks.map((block) => blockTex(block, look));
  return [...preamble(look), '\\begin{document}', ...body, '\\end{document}', ''].join('\n');
}
