// docx as it comes: styles, tables and footers the way its documentation shows them, written by its Packer.
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeightRule,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { columnWidths, headingStyle, rowsOf, tableSize } from '../look.mjs';

const twips = (points) => Math.round(points * 20);
const ALIGNMENT = {
  start: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
};

function fontOf(face, { word }) {
  const { eastAsia, latin } = word[face];
  return { ascii: latin, hAnsi: latin, eastAsia, cs: latin };
}

function paragraphStyle(id, { name, face, size, align, indent, keepWithNext }, look) {
  return {
    id,
    name,
    quickFormat: true,
    run: { font: fontOf(face, look), size: size * 2 },
    paragraph: {
      alignment: ALIGNMENT[align],
      spacing: { line: twips(look.pitch), lineRule: LineRuleType.EXACT },
      ...(indent > 0 && { indent: { firstLine: twips(indent * size) } }),
      ...(keepWithNext && { keepNext: true }),
    },
  };
}

const cellStyleId = (role, size) => `${role}${size * 2}`;

function cellStyles(look) {
  const { cells, leading } = look.table;
  return Object.entries(cells).flatMap(([role, { name, face, align }]) =>
    [10.5, 9.5].map((size) => ({
      id: cellStyleId(role, size),
      name: `${name} ${size}`,
      run: { font: fontOf(face, look), size: size * 2 },
      paragraph: {
        alignment: ALIGNMENT[align],
        spacing: { line: twips(size * leading), lineRule: LineRuleType.EXACT },
      },
    })),
  );
}

function stylesOf(look) {
  const styles = Object.entries(look.styles).map(([id, style]) => paragraphStyle(id, style, look));
  const lead = { id: 'lead', name: '段首标题', run: { font: fontOf(look.styles.heading2.face, look) } };
  return { paragraphStyles: [...styles, ...cellStyles(look)], characterStyles: [lead] };
}

function cellNode({ role, text, rowSpan, colSpan, column }, size, widths, { table }) {
  const width = widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(rowSpan > 1 && { rowSpan }),
    ...(colSpan > 1 && { columnSpan: colSpan }),
    ...(table.cells[role].shaded && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: table.shade } }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style: cellStyleId(role, size), children: [new TextRun(text)] })],
  });
}

function tableNode(table, look) {
  const { padding, rule, rowHeight } = look.table;
  const size = tableSize(table);
  const widths = columnWidths(table, look.width).map(twips);
  const border = { style: BorderStyle.SINGLE, size: rule * 8, color: 'auto' };
  const sides = ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'];
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: Object.fromEntries(sides.map((side) => [side, border])),
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(padding.y),
      bottom: twips(padding.y),
      left: twips(padding.x),
      right: twips(padding.x),
    },
    rows: rowsOf(table).map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < table.headRows,
          height: { value: twips(rowHeight), rule: HeightRule.ATLEAST },
          children: cells.map((cell) => cellNode(cell, size, widths, look)),
        }),
    ),
  });
}

function inlineNode({ kind, text, href }) {
  if (kind === 'link') return new ExternalHyperlink({ link: href, children: [new TextRun(text)] });
  return new TextRun({ text, ...(kind === 'lead' && { style: 'lead' }) });
}

const plain = (style, text) => new Paragraph({ style, children: [new TextRun(text)] });

function nodes(block, look) {
  switch (block.kind) {
    case 'title':
      return block.lines.flat().map((words) => plain('title', words.join('')));
    case 'heading':
      return [
        new Paragraph({
          style: headingStyle(block),
          outlineLevel: block.level - 1,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: 'body', children: block.inlines.map(inlineNode) })];
    case 'table':
      return [...(block.caption === undefined ? [] : [plain('caption', block.caption)]), tableNode(block, look)];
    case 'signoff':
      return [...block.agencies, block.date].map((text) => plain('signoff', text));
  }
}

function footer(alignment) {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })];
  return new Footer({ children: [new Paragraph({ style: 'pageNumber', alignment, children })] });
}

function wordDocument({ meta, blocks }, look) {
  const { page } = look;
  const margin = Object.fromEntries(Object.entries(page.margin).map(([side, points]) => [side, twips(points)]));
  return new Document({
    title: meta.title,
    creator: meta.author,
    subject: meta.subject,
    keywords: meta.keywords.join(' '),
    styles: stylesOf(look),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: twips(page.width), height: twips(page.height) }, margin } },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: blocks.flatMap((block) => nodes(block, look)),
      },
    ],
  });
}

export async function open() {
  return ({ document }, look) => Packer.toBuffer(wordDocument(document, look));
}
