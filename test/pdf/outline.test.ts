import { readWithPdfjs } from '../readers/pdf-js.mjs';
import { reports } from '../render/reports.js';
import { bytesOf, open } from './files.js';

// The outline is that of the document, open, and counts what it shows. Where its items lead is tested in render/pdf-facts.

describe.each(reports)('$name', (report) => {
  const expected = report.document.blocks.flatMap((block) => {
    if (block.kind === 'heading') return [{ title: block.text, level: block.level }];
    const [first] = block.kind === 'paragraph' ? block.inlines : [];
    return first?.kind === 'lead' ? [{ title: first.text.replace(/。$/, ''), level: 2 }] : [];
  });

  test('headings and run-in heads, in order and by level', async () => {
    const { outline } = await readWithPdfjs(await bytesOf(report));
    expect(outline.map(({ title, level }) => ({ title, level }))).toEqual(expected);
  });

  test('all are open', async () => {
    const { catalogue, get } = await open(report);
    expect(get(catalogue.Outlines).Count).toBe(expected.length);
  });
});
