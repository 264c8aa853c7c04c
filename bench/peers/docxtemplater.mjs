// docxtemplater: a template whose labels stand and whose figures and paragraphs are filled in. The template is a file, made
// once beforehand from a document of the same form.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

/** Paragraphs that follow one another are one loop; `key` says which in the data. */
function grouped(blocks) {
  const groups = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'paragraph' && blocks[i - 1]?.kind === 'paragraph') groups.at(-1).blocks.push(block);
    else groups.push({ key: `b${groups.length}`, kind: block.kind, blocks: [block] });
  }
  return groups;
}

const figureKey = (key, { row, column }) => `${key}r${row}c${column}`;

function paragraphData({ inlines }) {
  const joined = (isLead) =>
    inlines
      .filter(({ kind }) => (kind === 'lead') === isLead)
      .map(({ text }) => text)
      .join('');
  return { lead: joined(true), text: joined(false) };
}

function dataOf({ key, kind, blocks }) {
  const [block] = blocks;
  switch (kind) {
    case 'title':
      return block.lines.flat().map((words, i) => [`${key}w${i}`, words.join('')]);
    case 'heading':
      return [[key, block.text]];
    case 'paragraph':
      return [[key, blocks.map(paragraphData)]];
    case 'table':
      return block.cells.filter(({ role }) => role === 'figure').map((cell) => [figureKey(key, cell), cell.text]);
    case 'signoff':
      return [
        [`${key}agency`, block.agencies.join('、')],
        [`${key}date`, block.date],
      ];
  }
}

/** The block of the template that a group is filled into. */
function templateBlocks({ key, kind, blocks }) {
  const [block] = blocks;
  const text = (content) => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: content }] });
  switch (kind) {
    case 'title':
      return [{ ...block, lines: [block.lines.flat().map((_, i) => [`{${key}w${i}}`])] }];
    case 'heading':
      return [{ ...block, text: `{${key}}` }];
    case 'paragraph': {
      const inlines = [
        { kind: 'lead', text: '{lead}' },
        { kind: 'text', text: '{text}' },
      ];
      return [text(`{#${key}}`), { kind, inlines }, text(`{/${key}}`)];
    }
    case 'table': {
      const fill = (cell) => (cell.role === 'figure' ? { ...cell, text: `{${figureKey(key, cell)}}` } : cell);
      return [{ ...block, cells: block.cells.map(fill) }];
    }
    case 'signoff':
      return [{ ...block, agency: `{${key}agency}`, date: `{${key}date}` }];
  }
}

/** Makes the template, as a person would in a word processor. */
export async function prepare({ document }, look, folder) {
  const { open: openDocx } = await import('./docx.mjs');
  const draw = await openDocx();
  const blocks = grouped(document.blocks).flatMap(templateBlocks);
  const template = join(folder, 'template.docx');
  writeFileSync(template, await draw({ document: { ...document, blocks } }, look));
  return { template };
}

export async function open({ template }) {
  const file = readFileSync(template);
  return ({ document }) => {
    const filled = new Docxtemplater(new PizZip(file), { paragraphLoop: true, linebreaks: true });
    filled.render(Object.fromEntries(grouped(document.blocks).flatMap(dataOf)));
    return filled.toBuffer();
  };
}
