import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { commentLeft, formulaInLine, notesInText, runningLeft } from '../neutral/beside-text.js';
import { hiddenText, struckText } from '../neutral/hidden-text.js';
import { longTable, wideRow } from '../neutral/long-table.js';
import { excerpt, loss } from '../neutral/loss.js';
import { attributeOf, childOf, descendants, type Element, parseXml } from '../neutral/markup.js';
import { picturesLeft } from '../neutral/pictures.js';
import type { Reading } from '../neutral/reading.js';
import { notesOf } from './notes.js';
import { numberingOf } from './numbering.js';
import { damaged, openPackage, type PackageParts } from './package-parts.js';
import { wordBlocks } from './word-blocks.js';
import { picturesIn } from './word-pictures.js';
import { wordStyles } from './word-styles.js';
import type { ToldKind } from './word-text.js';

const one = (parts: PackageParts, kind: string): string => parts.related(kind)[0] ?? '';

const words = (element: Element): string =>
  descendants(element, 't')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('');

/** Running heads and feet that say more than a page number. */
function runningTexts(parts: PackageParts, file: string): readonly Diagnostic[] {
  const texts = ['header', 'footer']
    .flatMap(parts.related)
    .map((xml) => words(parseXml(xml)).trim())
    .filter((text) => /[^\s\d\-—–－―第页共/]/u.test(text));
  return [...new Set(texts)].map((text) => runningLeft(text, file));
}

/** What Word keeps beside the text: comments, and changes that were neither accepted nor refused. */
function reviewTraces(document: Element, parts: PackageParts, file: string): readonly Diagnostic[] {
  const comments = descendants(parseXml(one(parts, 'comments')), 'comment');
  const isChanged = /[<:](?:ins|del|moveFrom)[\s>]/.test(parts.document);
  const changes = isChanged ? ['ins', 'del', 'moveFrom'].flatMap((name) => descendants(document, name)) : [];
  return [
    ...comments.map((comment) => commentLeft(words(comment), file)),
    ...(changes.length === 0 ? [] : [loss('interpreted', { cause: 'revisions', count: changes.length }, { file })]),
  ];
}

const TOLD: { readonly [K in ToldKind]: (text: string, at: string, file: string) => Diagnostic } = {
  drawn: formulaInLine,
  sign: (text, at, file) => loss('unplaced', { cause: 'sign', text: excerpt(text) }, { file, at }),
  placeholder: (text, at, file) => loss('left-out', { cause: 'placeholder', text: excerpt(text) }, { file, at }),
};

/** The namespace of the element in which our own files carry their report. */
const OWN = 'urn:nianbao:report';

function carriedIn(parts: PackageParts): string | undefined {
  const items = parts.related('customXml').filter((xml) => xml.includes(OWN));
  const roots = items.flatMap((xml) => descendants(parseXml(xml), 'report'));
  const root = roots.find((element) => attributeOf(element, 'xmlns') === OWN);
  return root?.children.filter((child) => typeof child === 'string').join('');
}

/**
 * Reads a Word file.
 *
 * @throws ReportError `read/damaged`, `read/too-large`
 */
export function readDocx(bytes: Uint8Array, file: string): Reading {
  const parts = openPackage(bytes, file);
  const document = parseXml(parts.document);
  if (childOf(childOf(document, 'document'), 'body') === undefined) throw damaged(file, '正文已经损坏');
  const losses: Diagnostic[] = [];
  const notes = notesOf(one(parts, 'footnotes'), one(parts, 'endnotes'));
  const blocks = wordBlocks(document, {
    styles: wordStyles(one(parts, 'styles')),
    number: numberingOf(one(parts, 'numbering')),
    notes,
    hidden: (text, at) => {
      losses.push(hiddenText('hidden-in-file', text, at, file));
    },
    struck: (text, at) => {
      losses.push(struckText(text, at, file));
    },
    told: (kind, text, at) => {
      losses.push(TOLD[kind](text, at, file));
    },
    long: (rows, at) => {
      losses.push(longTable(rows, at, file));
    },
    wide: (cells, at) => {
      losses.push(wideRow(cells, at, file));
    },
    foreign: (at) => {
      losses.push(loss('unplaced', { cause: 'embedded-file' }, { file, at }));
    },
  });
  const carried = carriedIn(parts);
  return {
    blocks,
    losses: [
      ...losses,
      ...notesInText(notes.used(), file),
      ...picturesLeft(picturesIn(document), file),
      ...reviewTraces(document, parts, file),
      ...runningTexts(parts, file),
    ],
    ...(carried !== undefined && { carried }),
  };
}
