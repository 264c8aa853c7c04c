import { describe, expect, test } from '@jest/globals';
import { type Block, gbt9704 } from '../../src/index.js';
import type { WordFile } from '../readers/docx-package.mjs';
import { paragraphText, slotsOf } from '../readers/docx-text.mjs';
import { bare } from '../readers/fixtures.mjs';
import { at, descendants, type Element, elementsOf, valueAt } from '../readers/xml.mjs';
import { reports } from '../render/reports.js';
import { open, type Variant } from './files.js';

// PDF and Word file come from one document: its blocks in the Word file, in order, each in the style that the theme names.

const { styles: theme, table } = gbt9704;

/** What Word and WPS call the built-in styles whose names they translate. */
const TRANSLATED: Readonly<Record<string, string>> = { Title: '标题', Normal: '正文' };

function styleNames(file: WordFile): ReadonlyMap<string, string> {
  const styles = elementsOf(file.xml('word/styles.xml'), 'w:style');
  return new Map(
    styles.map((style) => {
      const name = valueAt(style, 'w:name') ?? '';
      return [style.attributes['w:styleId'] ?? '', valueAt(style, 'w:aliases') ?? TRANSLATED[name] ?? name];
    }),
  );
}

type Line = string | readonly (readonly string[])[];

function linesOf(file: WordFile): readonly Line[] {
  const names = styleNames(file);
  const line = (paragraph: Element) =>
    `${names.get(valueAt(paragraph, 'w:pPr', 'w:pStyle') ?? '')}｜${bare(paragraphText(paragraph))}`.replace(
      / [\d.]+ 磅｜/,
      '｜',
    );
  const cell = (element: Element) => descendants(element, 'w:p').map(line).join('¶');
  return elementsOf(at(file.xml('word/document.xml'), 'w:body') as Element)
    .filter(({ name }) => name !== 'w:sectPr')
    .map((element) => (element.name === 'w:p' ? line(element) : rowsOf(element).map((row) => row.map(cell))))
    .filter((found) => found !== '表格间隔｜');
}

/** The cells of each row that are not the lower parts of merged ones. */
function rowsOf(element: Element): readonly (readonly Element[])[] {
  return elementsOf(element, 'w:tr').map((row) =>
    slotsOf(row).flatMap((slot) => (slot.merge === 'continue' ? [] : [slot.element])),
  );
}

function expectedOf(block: Block): readonly Line[] {
  const line = (style: string, text: string) => `${style}｜${bare(text)}`;
  switch (block.kind) {
    case 'title':
      return [line(theme.title.name, block.lines.flat(2).join(''))];
    case 'addressee':
      return [line(theme.addressee.name, block.text)];
    case 'heading':
      return [line(theme[block.level === 1 ? 'heading1' : 'heading2'].name, block.text)];
    case 'paragraph':
      return [line(theme.body.name, block.inlines.map(({ text }) => text).join(''))];
    case 'signoff':
      return [...block.agencies.map((name) => line(theme.signoff.name, name)), line('成文日期', block.date)];
    case 'table': {
      const rows = Array.from({ length: block.rows }, (_, row) =>
        block.cells.filter((cell) => cell.row === row).map(({ role, text }) => line(table.cells[role].name, text)),
      );
      const notes = (block.note?.paragraphs ?? []).map((text) => line(table.cells.tableNote.name, text));
      return [...(block.caption === undefined ? [] : [line(theme.caption.name, block.caption)]), rows, ...notes];
    }
  }
}

describe.each<Variant>(['plain', 'all'])('%s', (variant) => {
  const all =
    variant === 'plain' ? reports : reports.filter(({ document }) => document.blocks.at(-1)?.kind === 'signoff');
  test.each(all)('$name: same blocks, same order, same styles', async (report) => {
    expect(linesOf(await open(report, variant))).toEqual(report.document.blocks.flatMap(expectedOf));
  });
});

test.each(reports)('$name: run-in heads have the style of their level', async (report) => {
  const file = await open(report);
  const names = styleNames(file);
  const found = descendants(file.xml('word/document.xml'), 'w:r')
    .filter((run) => at(run, 'w:rPr', 'w:rStyle') !== undefined)
    .map((run) => [names.get(valueAt(run, 'w:rPr', 'w:rStyle') ?? ''), paragraphText(run)]);
  const leads = report.document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.inlines.filter(({ kind }) => kind === 'lead').map(({ text }) => text) : [],
  );
  expect(found.map(([, text]) => text).join('')).toBe(leads.join(''));
  for (const [name] of found) expect(name).toBe(`${theme.heading2.name}字符`);
});

test.each(reports)('$name: numbers are text, never numbering', async (report) => {
  const file = await open(report);
  expect(file.names).not.toContain('word/numbering.xml');
  expect(descendants(file.xml('word/document.xml'), 'w:numPr')).toEqual([]);
  expect(descendants(file.xml('word/styles.xml'), 'w:numPr')).toEqual([]);
});
