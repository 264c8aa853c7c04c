// react-pdf. It has no tables: cells are boxes placed by the rows' heights and the columns' widths.
import { Document, Font, Link, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { columnWidths, headingStyle, inlineStyle, rowHeights, tableSize } from '../look.mjs';

const ALIGNMENT = { start: 'left', centre: 'center', end: 'right', justify: 'justify' };
const PLACE = { start: 'flex-start', centre: 'center' };
const UNBROKEN = /[（《〈“]*(?:[!-~]+|.)[，。、；：）》〉”%]*/gu;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

function styleOf(id, { styles, pitch }) {
  const { face, size, align, indent } = styles[id];
  const lineHeight = pitch / size;
  return { fontFamily: face, fontSize: size, lineHeight, textAlign: ALIGNMENT[align], textIndent: indent * size };
}

function cell(it, key, { x, y, width, height }, size, { table }) {
  const { face, align, shaded } = table.cells[it.role];
  const style = {
    position: 'absolute',
    left: x,
    top: y,
    width: width + table.rule,
    height: height + table.rule,
    border: `${table.rule} solid black`,
    paddingHorizontal: table.padding.x,
    justifyContent: 'center',
    alignItems: PLACE[align],
    ...(shaded && { backgroundColor: `#${table.shade}` }),
  };
  const text = { fontFamily: face, fontSize: size, lineHeight: table.leading, textAlign: ALIGNMENT[align] };
  return createElement(View, { key, style }, createElement(Text, { style: text }, it.text));
}

function tableNode(table, key, look) {
  const size = tableSize(table);
  const widths = columnWidths(table, look.width);
  const heights = rowHeights(table, look);
  const place = ({ row, column, rowSpan, colSpan }) => ({
    x: sum(widths.slice(0, column)),
    y: sum(heights.slice(0, row)),
    width: sum(widths.slice(column, column + colSpan)),
    height: sum(heights.slice(row, row + rowSpan)),
  });
  const style = { height: sum(heights), marginVertical: look.table.gap };
  const cells = table.cells.map((it, i) => cell(it, i, place(it), size, look));
  return createElement(View, { key, style, wrap: false }, cells);
}

function inline(it, key, { styles }) {
  const { size, indent } = styles.body;
  const style = { fontFamily: styles[inlineStyle(it)].face, textIndent: indent * size };
  return it.kind === 'link'
    ? createElement(Link, { key, src: it.href, style: { color: 'black', textDecoration: 'none' } }, it.text)
    : createElement(Text, { key, style }, it.text);
}

const text = (id, key, look, ...children) => createElement(Text, { key, style: styleOf(id, look) }, ...children);

function node(block, key, look) {
  switch (block.kind) {
    case 'title':
      return createElement(View, { key, style: { marginBottom: look.pitch } }, [
        ...block.lines.flat().map((words, i) => text('title', i, look, words.join(''))),
      ]);
    case 'heading':
      return text(headingStyle(block), key, look, block.text);
    case 'paragraph':
      return text('body', key, look, ...block.inlines.map((it, i) => inline(it, i, look)));
    case 'table':
      return createElement(View, { key }, [
        ...(block.caption === undefined ? [] : [text('caption', 'caption', look, block.caption)]),
        tableNode(block, 'table', look),
      ]);
    case 'signoff':
      return createElement(View, { key, style: { marginTop: look.pitch } }, [
        text('signoff', 'agency', look, block.agencies.join('、')),
        text('signoff', 'date', look, block.date),
      ]);
  }
}

/** A heading stays with the table below it: the two are one box that goes on one page. */
function content(blocks, look) {
  const nodes = [];
  for (const [i, block] of blocks.entries()) {
    const own = node(block, i, look);
    if (block.kind === 'table' && blocks[i - 1]?.kind === 'heading')
      nodes.push(createElement(View, { key: `${i} whole`, wrap: false }, [nodes.pop(), own]));
    else nodes.push(own);
  }
  return nodes;
}

function footer({ styles, page }) {
  const { face, size } = styles.pageNumber;
  const at = {
    position: 'absolute',
    bottom: page.margin.bottom - 40,
    left: page.margin.left,
    right: page.margin.right,
  };
  const style = (number) => ({ textAlign: number % 2 === 1 ? 'right' : 'left' });
  const render = ({ pageNumber }) =>
    createElement(Text, { style: { fontFamily: face, fontSize: size, ...style(pageNumber) } }, `— ${pageNumber} —`);
  return createElement(View, { key: 'footer', fixed: true, style: { ...at, paddingHorizontal: size }, render });
}

function pdf({ meta, blocks }, look) {
  const { page } = look;
  const { top, right, bottom, left } = page.margin;
  const style = { paddingTop: top, paddingRight: right, paddingBottom: bottom, paddingLeft: left };
  const size = { width: page.width, height: page.height };
  const info = { title: meta.title, author: meta.author, subject: meta.subject, keywords: meta.keywords.join(' ') };
  return createElement(Document, info, createElement(Page, { size, style }, [...content(blocks, look), footer(look)]));
}

export async function open({ faces }) {
  for (const [family, { file }] of Object.entries(faces)) Font.register({ family, src: file });
  // Lines are broken at spaces only, unless the callback for hyphens takes words apart; an empty part stands for no hyphen.
  Font.registerHyphenationCallback((word) => (word.match(UNBROKEN) ?? [word]).flatMap((part) => [part, '']));
  return ({ document }, look) => renderToBuffer(pdf(document, look));
}
