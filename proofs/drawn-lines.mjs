import { AREA, PITCH } from '../test/readers/pdf-lines.mjs';
import { run } from './commands.mjs';

/**
 * The lines of body text in a file, as MuPDF finds each character on its pages. Lengths in points.
 *
 * @typedef {{ text: string, x: number, width: number }} Character
 * @typedef {{ text: string, characters: Character[], left: number, right: number, y: number, size: number, page: number }} Line
 */

/** 3号, the size of body text; no table is set in it. */
const SIZE = 16;
/** Only body text is set in this face. */
const BODY = /fangsong/i;
const TAGS =
  /<(page )|<fill_text [^>]*transform="(?<a>\S+) \S+ \S+ (?<d>\S+) (?<e>\S+) (?<f>[^"]+)"|<span font="(?<font>[^"]*)" [^>]*trm="(?<size>\S+)|<g unicode="(?<text>[^"]+)" glyph="\S+ x="(?<x>[^"]+)" y="(?<y>[^"]+)" adv="(?<advance>[^"]+)"/g;
const NAMED = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decoded = (/** @type {string} */ text) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => NAMED[/** @type {keyof NAMED} */ (name)]);

/** The characters in what MuPDF draws of a PDF file. @param {string} trace */
export function drawnCharacters(trace) {
  const found = [];
  let [page, font, size, place] = [0, '', 0, [1, 1, 0, 0]];
  for (const { 1: isPage, groups } of trace.matchAll(TAGS)) {
    const { a, d, e, f, text, x, y, advance } = /** @type {{ [name: string]: string }} */ (groups);
    if (isPage) page += 1;
    else if (a !== undefined) place = [a, d, e, f].map(Number);
    else if (groups?.font !== undefined) [font, size] = [groups.font, Number(groups.size) * place[0]];
    else
      found.push({
        page,
        font,
        size,
        text: decoded(text),
        x: Number(x) * place[0] + place[2],
        y: Number(y) * place[1] + place[3],
        width: Number(advance) * size,
      });
  }
  return found;
}

/** @param {ReturnType<typeof drawnCharacters>} row @returns {Line & { fonts: string }} */
function lineOf(row) {
  const characters = row.toSorted((a, b) => a.x - b.x);
  return {
    text: characters.map(({ text }) => text).join(''),
    fonts: characters.map(({ font }) => font).join(' '),
    characters,
    left: characters[0].x,
    right: Math.max(...characters.map(({ x, width }) => x + width)),
    y: row[0].y,
    size: SIZE,
    page: row[0].page,
  };
}

/** Whether a line begins a paragraph, after two characters, of which a bracket may take a half. A sign-off is set to the right. @param {Line} line */
const isIndented = ({ left }) => left > AREA.left + SIZE && left < AREA.left + 2.1 * SIZE;

/** Whether a line ends a paragraph by its look. @param {Line} line */
const isEnd = ({ text, right }) => /[。！]$/u.test(text) && right < AREA.right - SIZE;

/** Whether a line goes on with the paragraph of the line above, which may be on the page before. @param {Line} line @param {Line} above */
const goesOn = (line, above) =>
  line.left < AREA.left + SIZE && !isEnd(above) && (line.page !== above.page || line.y - above.y < 1.5 * PITCH);

/** What MuPDF draws of a PDF file. @param {string} path */
export const tracedFile = (path) => run('mutool', ['trace', path]);

/** How many pages there are in what MuPDF draws. @param {string} trace */
export const pageCount = (trace) => trace.split('<page ').length - 1;

/** The paragraphs of body text in what MuPDF draws, each as its lines. @param {string} trace @returns {Line[][]} */
export function bodyParagraphs(trace) {
  /** @type {Map<string, ReturnType<typeof drawnCharacters>>} */
  const rows = new Map();
  for (const character of drawnCharacters(trace).filter(({ size }) => Math.abs(size - SIZE) < 0.01)) {
    const key = `${character.page} ${character.y.toFixed(1)}`;
    const row = rows.get(key);
    if (row) row.push(character);
    else rows.set(key, [character]);
  }
  /** @type {(Line & { fonts: string })[][]} */
  const paragraphs = [];
  for (const line of [...rows.values()].map(lineOf).toSorted((a, b) => a.page - b.page || a.y - b.y)) {
    const last = paragraphs.at(-1);
    const above = last?.at(-1);
    if (last && above && goesOn(line, above)) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.filter((lines) => isIndented(lines[0]) && lines.some(({ fonts }) => BODY.test(fonts)));
}

/** Where poppler reads the end of a line although the line goes on: what follows overlaps by more than half of its width. @param {string} path */
export function overlapPlaces(path) {
  const read = run('pdftotext', ['-bbox-layout', path, '-']);
  const lines = [...read.matchAll(/<page |<line xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)"/g)];
  let [count, page] = [0, 0];
  /** @type {Map<string, { left: number, right: number }[]>} */
  const rows = new Map();
  for (const [tag, left, top, right, bottom] of lines) {
    if (tag.startsWith('<page')) page += 1;
    else {
      const key = `${page} ${top} ${bottom}`;
      const row = rows.get(key) ?? [];
      const box = { left: Number(left), right: Number(right) };
      if (row.some((other) => box.left < other.right && box.right > other.left)) count += 1;
      rows.set(key, [...row, box]);
    }
  }
  return count;
}
