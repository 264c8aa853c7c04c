import { fromBase64 } from '../../bytes/base64.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { commentLeft, formulaInLine, notesInText, runningLeft } from '../neutral/beside-text.js';
import { hiddenText, struckText } from '../neutral/hidden-text.js';
import { longTable, wideRow } from '../neutral/long-table.js';
import { loss } from '../neutral/loss.js';
import { descendants, type Element, parseHtml } from '../neutral/markup.js';
import { picturesLeft } from '../neutral/pictures.js';
import type { Reading } from '../neutral/reading.js';
import { tooLong } from '../neutral/within-bounds.js';
import { boxTables } from './box-tables.js';
import type { PageContext } from './grow-paragraphs.js';
import { htmlBlocks } from './html-blocks.js';
import { withoutContents } from './own-contents.js';
import { framesIn, pagePlaces } from './page-places.js';
import { pageStyles } from './page-styles.js';
import { wordNotes } from './word-notes.js';

const CARRIED = /^data:application\/json;base64,/;

/** The JSON that a page of ours carries as a download. */
function carriedIn(root: Element): string | undefined {
  const link = descendants(root, 'a').find(
    ({ attributes: { download, href = '' } }) => download !== undefined && CARRIED.test(href),
  );
  const bytes = link && fromBase64((link.attributes.href ?? '').replace(CARRIED, ''));
  return bytes && new TextDecoder().decode(bytes);
}

const isSheetElsewhere = ({ attributes: { rel = '', href = '' } }: Element): boolean =>
  /\bstylesheet\b/i.test(rel) && href !== '';

/** A program that a browser would run, and no data. */
const isProgram = ({ attributes: { type = '' } }: Element): boolean => /^$|javascript|module|ecmascript/i.test(type);

/** What may change how a page shows and is not looked at: what it asks of others, and what it does. */
function unknownIn(root: Element, isWhole: boolean, file: string): readonly Diagnostic[] {
  const sheets = descendants(root, 'link').filter(isSheetElsewhere).length;
  const programs = descendants(root, 'script').filter(isProgram).length;
  return [
    ...(sheets > 0 ? [loss('left-out', { cause: 'styles-elsewhere', count: sheets }, { file })] : []),
    ...(isWhole ? [] : [loss('left-out', { cause: 'styles-complex' }, { file })]),
    ...(programs > 0 ? [loss('left-out', { cause: 'programs', count: programs }, { file })] : []),
  ];
}

/** Reads a web page, or HTML pasted from Word. */
export async function readHtml(html: string, file: string): Promise<Reading> {
  const root = parseHtml(html);
  const styles = await pageStyles(root);
  const losses: Diagnostic[] = [];
  let [pictures, embedded] = [0, 0];
  const places = pagePlaces();
  const notes = wordNotes(root);
  const boxTable = boxTables(html, styles);
  const context: PageContext = {
    styles,
    places,
    boxTable,
    frames: framesIn(root, (element) => element.name === 'table' || boxTable(element) !== undefined),
    hidden: (text, at, element) => {
      const told = hiddenText('hidden-on-page', text, at, file);
      losses.push({ ...told, place: { file, at, element } });
    },
    struck: (text, at, element) => {
      losses.push({ ...struckText(text, at, file), place: { file, at, element } });
    },
    embedded: () => {
      embedded += 1;
    },
    long: (rows, at) => {
      losses.push(longTable(rows, at, file));
    },
    wide: (cells, at) => {
      losses.push(wideRow(cells, at, file));
    },
    beyond: (text, at) => {
      losses.push(tooLong(text, at, file));
    },
    picture: () => {
      pictures += 1;
    },
    notes,
    beside: (part, text, at, element) => {
      const told = part === 'comments' ? commentLeft(text, file) : runningLeft(text, file);
      losses.push({ ...told, place: { file, at, element } });
    },
    formula: (text, at, element) => {
      losses.push({ ...formulaInLine(text, at, file), place: { file, at, element } });
    },
  };
  // What a style sheet elsewhere colours nobody knows here.
  const ground = descendants(root, 'link').some(isSheetElsewhere) ? undefined : '#ffffff';
  const all = htmlBlocks(root, context, ground);
  const { blocks, contents } = withoutContents(all.blocks, all.lists);
  losses.push(...picturesLeft(pictures, file), ...notesInText(notes.used(), file));
  if (embedded > 0) {
    losses.push(loss('left-out', { cause: 'embedded-pages', count: embedded }, { file }));
  }
  const [title] = descendants(root, 'title');
  const text = title?.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const carried = carriedIn(root);
  return {
    blocks,
    losses,
    elementAt: places.elementAt,
    contents,
    unknown: unknownIn(root, styles.isWhole(), file),
    ...(carried !== undefined && { carried }),
    ...(text && { title: text }),
  };
}
