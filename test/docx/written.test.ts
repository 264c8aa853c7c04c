import { expect, test } from '@jest/globals';
import * as word from 'docx';
import { xmlIn } from '../../src/formats/docx/written.js';
import { openDocx } from '../readers/docx-package.mjs';

// We write what the library makes by ourselves, since it keeps its own writer to itself: both must write the same.

const TEXTS = [
  '政府信息',
  '',
  ' a\tb ',
  '<&>"\'',
  '&amp;',
  ']]>',
  '\u0007\u000b',
  '\u{30edd}',
  '</w:t>',
  '{image1.png}',
];

/** A bit of everything that our files are made of, and of what they are not. */
function specimen(): word.Document {
  const children = TEXTS.map((text) => new word.TextRun({ text, break: 1, style: text, font: { eastAsia: text } }));
  const cell = (options: Partial<word.ITableCellOptions>) =>
    new word.TableCell({ ...options, children: [new word.Paragraph({ style: 'x' })] });
  const row = new word.TableRow({
    cantSplit: true,
    keepNext: true,
    tableHeader: true,
    height: { value: 300, rule: word.HeightRule.ATLEAST },
    children: [
      cell({ columnSpan: 2, width: { size: 90, type: word.WidthType.DXA } }),
      cell({ verticalMerge: word.VerticalMergeType.RESTART, shading: { fill: 'EEEEEE' } }),
    ],
  });
  const field = new word.SimpleField('PAGE', '1');
  return new word.Document({
    sections: [
      {
        properties: { grid: { type: word.DocumentGridType.LINES, linePitch: 579 } },
        footers: { default: new word.Footer({ children: [new word.Paragraph({ children: [field] })] }) },
        children: [
          new word.Paragraph({ keepNext: true, spacing: { before: 1 }, children }),
          new word.Paragraph({}),
          new word.Table({ rows: [row], columnWidths: [30, 60], layout: word.TableLayoutType.FIXED, style: 'T' }),
          new word.Paragraph({ children: [new word.ConcreteHyperlink([], 'x', 'a"b')] }),
          new word.Paragraph({
            children: [new word.PageBreak(), new word.Tab()],
            tabStops: [{ type: 'left', position: 9 }],
          }),
        ],
      },
    ],
  });
}

test('what is written is what the library writes', async () => {
  const file = openDocx(await word.Packer.toBuffer(specimen()));
  const root = (part: string) => file.text(part).replace(/^<\?xml[^>]*>/, '');
  const document = specimen();
  expect(xmlIn(document, document.Document.View)).toBe(root('word/document.xml'));
  const [footer] = document.Footers;
  expect(footer && xmlIn(document, footer.View)).toBe(root('word/footer1.xml'));
});
