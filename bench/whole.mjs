// Whether a made file has all of the document: nobody is fast by leaving something out.
import { readFileSync, statSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Without white space, and with one hyphen for all: fonts draw them by one glyph, and writers name it as they like. */
const bare = (text) => text.replaceAll(/\s/g, '').replaceAll(/[\u00AD\u2010\u2011\u2212]/g, '-');

function textsOf(block) {
  switch (block.kind) {
    case 'title':
      return block.lines.flat().map((words) => words.join(''));
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.inlines.map(({ text }) => text).join('')];
    case 'table':
      return [block.caption ?? '', ...block.cells.map(({ text }) => text)];
    case 'signoff':
      return [...block.agencies, block.date];
  }
}

async function readPdf(file) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const { items } = await (await pdf.getPage(i)).getTextContent();
    pages.push(bare(items.map(({ str }) => str).join('')).replace(/^—\d+—|—\d+—$/, ''));
  }
  await pdf.destroy();
  return { text: pages.join(''), pages: pages.length };
}

function readDocx(file) {
  const xml = new TextDecoder().decode(unzipSync(readFileSync(file))['word/document.xml']);
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text);
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
  return { text: bare(texts.join('')).replaceAll(/&\w+;/g, (entity) => entities[entity]) };
}

function readHtml(file) {
  const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(readFileSync(file, 'utf8')) ?? [];
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return { text: bare(main.replaceAll(/<[^>]*>/g, '')).replaceAll(/&\w+;/g, (entity) => entities[entity]) };
}

function readOfd(file) {
  const parts = unzipSync(readFileSync(file));
  const names = Object.keys(parts).filter((name) => /^Doc_0\/Pages\/Page_\d+\/Content\.xml$/.test(name));
  const numbered = names.map((name) => ({ name, number: Number(/\d+(?=\/Content)/.exec(name)) }));
  const pages = numbered
    .toSorted((a, b) => a.number - b.number)
    .map(({ name }) => {
      const xml = new TextDecoder().decode(parts[name]);
      const texts = [...xml.matchAll(/<ofd:TextCode [^>]*>([^<]*)</g)].map(([, text]) => text);
      return bare(texts.join('')).replace(/—\d+—$/, '');
    });
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return { text: pages.join('').replaceAll(/&\w+;/g, (entity) => entities[entity]), pages: pages.length };
}

const READERS = { pdf: readPdf, docx: readDocx, html: readHtml, ofd: readOfd };

function counts(text) {
  const found = new Map();
  for (const character of text) found.set(character, (found.get(character) ?? 0) + 1);
  return found;
}

/** What a file lacks of a document, as a sentence, or undefined; with its bytes, and its pages if it has any. */
export async function read(file, { blocks }) {
  const { text, pages } = await READERS[file.split('.').at(-1)](file);
  const missing = blocks
    .filter(({ kind }) => kind !== 'table')
    .flatMap(textsOf)
    .find((one) => !text.includes(bare(one)));
  const wanted = counts(bare(blocks.flatMap(textsOf).join('')));
  const has = counts(text);
  const rare = [...wanted].find(([character, n]) => (has.get(character) ?? 0) < n);
  const lost = missing
    ? `it lacks ${missing.slice(0, 40)}`
    : rare && `it has ${rare[0]} ${has.get(rare[0]) ?? 0} times instead of ${rare[1]}`;
  return { lost, pages, bytes: statSync(file).size };
}
