// pdfmake as it comes: its front door, its own line breaking, its own tables.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import pdfmake from 'pdfmake';
import { columnWidths, headingStyle, inlineStyle, rowsOf, tableSize } from '../look.mjs';

const ALIGNMENT = { start: 'left', centre: 'center', end: 'right', justify: 'justify' };

function styleOf({ face, size, align }, { faces, pitch }) {
  const natural = faces[face].metrics.reduce((a, b) => a + b, 0) / 1000;
  return { font: face, fontSize: size, alignment: ALIGNMENT[align], lineHeight: pitch / size / natural };
}

/**
 * A cell where it begins; the slots that it covers besides are empty objects. Cells over several rows stay at the top: centred,
 * pdfmake draws them too low, and off the page.
 */
function bodyOf(table, { table: theme, faces }) {
  const size = tableSize(table);
  const body = Array.from({ length: table.rows }, () => table.widths.map(() => ({})));
  for (const { row, column, rowSpan, colSpan, role, text } of rowsOf(table).flat()) {
    const { face, align, shaded } = theme.cells[role];
    const natural = faces[face].metrics.reduce((a, b) => a + b, 0) / 1000;
    body[row][column] = {
      text,
      ...(rowSpan > 1 && { rowSpan }),
      ...(colSpan > 1 && { colSpan }),
      ...(shaded && { fillColor: `#${theme.shade}` }),
      font: face,
      fontSize: size,
      lineHeight: theme.leading / natural,
      alignment: ALIGNMENT[align],
      ...(rowSpan === 1 && { verticalAlignment: 'middle' }),
    };
  }
  return body;
}

function tableNode(table, look) {
  const { table: theme, width } = look;
  const { x, y } = theme.padding;
  return {
    table: {
      headerRows: table.headRows,
      dontBreakRows: true,
      widths: columnWidths(table, width).map((one) => one - 2 * x - theme.rule),
      heights: theme.rowHeight - 2 * y,
      body: bodyOf(table, look),
    },
    layout: {
      hLineWidth: () => theme.rule,
      vLineWidth: () => theme.rule,
      paddingLeft: () => x,
      paddingRight: () => x,
      paddingTop: () => y,
      paddingBottom: () => y,
    },
    margin: [0, theme.gap, 0, theme.gap],
  };
}

function inlineNode(inline, { styles }) {
  const { text, href } = inline;
  return { text, font: styles[inlineStyle(inline)].face, ...(href && { link: href }) };
}

function node(block, look) {
  const { styles } = look;
  switch (block.kind) {
    case 'title':
      return {
        text: block.lines
          .flat()
          .map((words) => words.join(''))
          .join('\n'),
        style: 'title',
        margin: [0, 0, 0, look.pitch],
      };
    case 'heading':
      return { text: block.text, style: headingStyle(block), leadingIndent: 2 * styles.heading1.size };
    case 'paragraph':
      return {
        text: block.inlines.map((inline) => inlineNode(inline, look)),
        style: 'body',
        leadingIndent: 2 * styles.body.size,
      };
    case 'table':
      return block.caption === undefined
        ? tableNode(block, look)
        : { stack: [{ text: block.caption, style: 'caption' }, tableNode(block, look)] };
    case 'signoff':
      return { stack: [...block.agencies, block.date], style: 'signoff', margin: [0, look.pitch, 0, 0] };
  }
}

/** A heading stays with the table below it: the two are one block that goes on one page. */
function content(blocks, look) {
  const nodes = [];
  for (const [i, block] of blocks.entries()) {
    const heading = blocks[i - 1];
    if (block.kind === 'table' && block.rows < 30 && heading?.kind === 'heading')
      nodes.push({ stack: [nodes.pop(), node(block, look)], unbreakable: true });
    else nodes.push(node(block, look));
  }
  return nodes;
}

function definition({ meta, blocks }, look) {
  const { page, styles } = look;
  const { left, top, right, bottom } = page.margin;
  return {
    pageSize: { width: page.width, height: page.height },
    pageMargins: [left, top, right, bottom],
    info: { title: meta.title, author: meta.author, subject: meta.subject, keywords: meta.keywords.join(' ') },
    defaultStyle: { font: 'body' },
    styles: Object.fromEntries(Object.entries(styles).map(([id, style]) => [id, styleOf(style, look)])),
    content: content(blocks, look),
    footer: (number) => ({
      text: `— ${number} —`,
      style: 'pageNumber',
      alignment: number % 2 === 1 ? 'right' : 'left',
      margin: [left + styles.pageNumber.size, 10, right + styles.pageNumber.size, 0],
    }),
  };
}

/** With its fonts by path, as its documentation has it; or with `inMemory` read once into its virtual file system. */
export async function open({ faces, inMemory = false }) {
  const files = Object.entries(faces).map(([role, { file }]) => [role, inMemory ? basename(file) : file]);
  if (inMemory)
    for (const { file } of Object.values(faces)) pdfmake.virtualfs.writeFileSync(basename(file), readFileSync(file));
  pdfmake.setFonts(Object.fromEntries(files.map(([role, normal]) => [role, { normal }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return ({ document }, look) => pdfmake.createPdf(definition(document, look)).getBuffer();
}
