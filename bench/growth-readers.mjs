// Sources with ever more of one piece of markup or text, of every kind that is read.
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { stringify } from 'yaml';
import * as library from '../dist/index.js';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { untold } from './inputs.mjs';

const { composeReport, documentTexts, parseReport, read, toDocx, toOfd, writeWorkbook } = library;
const list = (length, make) => Array.from({ length }, (_, i) => make(i));
const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
const document = composeReport(parseReport(minimal));
const shell = htmlOf(document, Object.values(styles)[0]);
const lines = documentTexts(document);
const data = JSON.stringify(minimal);

/** A package with a text before the last place where a part has a mark. */
function withIn(bytes, part, mark) {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[part]);
  const end = xml.lastIndexOf(mark);
  return (text) => zipSync({ ...parts, [part]: strToU8(xml.slice(0, end) + text + xml.slice(end)) }, { level: 1 });
}

/** A PDF whose only page shows the report's first lines, and then what operators draw. */
async function drawn(operators) {
  const pdf = new PDFDocument({ size: 'A4', margin: 0 });
  const parts = [];
  pdf.on('data', (part) => parts.push(part));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.font(new URL('../fonts/GongWen-Song.ttf', import.meta.url).pathname).fontSize(10);
  for (const [i, line] of lines.slice(0, 8).entries()) pdf.text(line, 72, 72 + 20 * i, { lineBreak: false });
  pdf.addContent(operators);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

/** Texts on a page, each at another place. */
const scattered = (n) =>
  list(n, (i) => `BT /F1 8 Tf 1 0 0 1 ${20 + ((i * 37) % 550)} ${20 + ((i * 53) % 800)} Tm <0001> Tj ET\n`).join('');
const ruled = (n) => list(n, (i) => `20 ${20 + ((i * 7) % 800)} m 500 ${20 + ((i * 7) % 800)} l S\n`).join('');
const uprights = (n) => list(n, (i) => `${20 + (i % 500)} 20 m ${20 + (i % 500)} 800 l S\n`).join('');

const run = '<w:r><w:t>甲</w:t></w:r>';
const cell = `<w:tc><w:p>${run}</w:p></w:tc>`;
const glyph =
  '<ofd:TextObject␣Size="4"␣Font="10"␣ID="9"␣Boundary="30␣30␣20␣5"><ofd:TextCode␣X="0"␣Y="4">甲</ofd:TextCode></ofd:TextObject>';
const path =
  '<ofd:PathObject␣ID="9"␣Boundary="30␣30␣90␣1"><ofd:AbbreviatedData>M␣0␣0␣L␣90␣0</ofd:AbbreviatedData></ofd:PathObject>';
const sheet = 'xl/worksheets/sheet2.xml';

/** Pieces that a source has more and more of, in their characters, and what makes the source. */
const PIECES = {
  HTML: {
    pieces:
      '< & > <! </ <p>甲 <td>1 <tr> <br> &amp <a␣b= <!-- <style>a{b:c}</style> <p␣class="a␣b">甲</p> <h1>一、总体情况</h1> 一、 本机关12件。 <table><tr><td>1</table> <div> <span␣style="color:red"> <li>甲 <ul><li> <td␣colspan=9␣rowspan=9> <table>',
    make: () => (text) => Buffer.from(`${shell}${text}`),
    name: 'a.html',
  },
  JSON: {
    pieces: '"a":1, { } [ ] , : ␣ ⏎ " \\u0041 "甲",␣ {"a": [[ // -1e9,',
    make: () => (text) => Buffer.from(`${data.slice(0, -1)},"other":[${text}]}`),
    name: 'a.json',
  },
  YAML: {
    pieces:
      'a:␣1⏎ #␣甲⏎ -␣甲⏎ &a␣甲⏎ *a⏎ ?␣a⏎ ␣ ⏎ [ { {a:␣ "甲⏎ \' |⏎␣甲⏎ >⏎␣␣甲⏎ ---⏎ !a␣ -␣-␣ a:⏎␣a:⏎ <<:␣*a⏎ ,␣ \t "\\u0041" 2025-01-01⏎ a:␣&a␣[*a]⏎',
    make: () => (text) => Buffer.from(`${stringify(minimal)}other:\n${text}`),
    name: 'a.yaml',
  },
  text: {
    pieces:
      '␣ 　 一、 1 （一） 年： … 自然人⏎ 一、总体情况⏎ 规章␣1␣2␣3⏎ ⏎ ，⏎ |␣ 2025年⏎ 表1⏎ 总计␣0␣0⏎ 信息内容␣本年制发件数⏎',
    make: () => (text) => Buffer.from(`${lines.join('\n')}\n${text}`),
    name: 'a.txt',
  },
  'Word file': {
    pieces: `<w:p>${run}</w:p> <w:p><w:del>${run}</w:del></w:p> <w:tbl><w:tr>${cell}</w:tr></w:tbl> <w:p><w:r><w:fldChar␣w:fldCharType="begin"/></w:r></w:p> <w:p/> <w:sdt><w:sdtContent><w:p>${run}</w:p></w:sdtContent></w:sdt> <w:p><w:r><w:tab/><w:br/></w:r></w:p> <w:p><w:pPr><w:pStyle␣w:val="a"/><w:numPr><w:ilvl␣w:val="0"/><w:numId␣w:val="1"/></w:numPr></w:pPr>${run}</w:p>`,
    make: async () => withIn(await toDocx(parseReport(minimal)), 'word/document.xml', '<w:sectPr'),
    name: 'a.docx',
  },
  OFD: {
    pieces: `${glyph} ${path} <ofd:PageBlock␣ID="9"></ofd:PageBlock> <a/> 甲 &amp;`,
    make: async () => withIn(await toOfd(parseReport(minimal)), 'Doc_0/Pages/Page_0/Content.xml', '</ofd:Layer>'),
    name: 'a.ofd',
  },
  'tags of OFD': {
    pieces: '<ofd:P␣ObjectRef="3"/> <a/>',
    make: async () => withIn(await toOfd(parseReport(minimal)), 'Doc_0/Tags/Structure.xml', '</'),
    name: 'a.ofd',
  },
  workbook: {
    pieces:
      '<row␣r="900"><c␣r="A900"␣t="inlineStr"><is><t>甲</t></is></c></row> <row/> <row␣r="900"><c␣r="A900"><f>SUM(A1:A9)</f><v>1</v></c></row> <a/>',
    make: async () => withIn(await writeWorkbook(minimal), sheet, '</sheetData>'),
    name: 'a.xlsx',
  },
  'merged cells of a workbook': {
    pieces: '<mergeCell␣ref="A900:B901"/>',
    make: async () => {
      const put = withIn(await writeWorkbook(minimal), sheet, '<mergeCells');
      return (text) => put(`<mergeCells>${text}</mergeCells>`);
    },
    name: 'a.xlsx',
  },
  'texts of a workbook': {
    pieces: '<si><t>甲</t></si> <si><r><t>甲</t></r></si>',
    make: async () => withIn(await writeWorkbook(minimal), 'xl/sharedStrings.xml', '</sst>'),
    name: 'a.xlsx',
  },
  PDF: {
    pieces: 'q⏎ Q⏎ 0␣0␣9␣9␣re␣f⏎ /P␣BMC␣EMC⏎ BT␣/F1␣8␣Tf␣72␣300␣Td␣<0001>␣Tj␣ET⏎ BT␣ET⏎ (a)␣ [ 9␣',
    make: () => drawn,
    name: 'a.pdf',
  },
};

/** Templates within the narrative of a report. */
const TEMPLATES =
  '{{year}} {{!甲}} {{!--甲--}} {{#if␣year}}甲{{/if}} {{#if␣year}} {{#each␣facts.channels}}甲{{/each}} {{#each␣facts.channels}}{{name}} {{sum␣1␣1}} {{sum␣1␣( {{sum␣1 {{#unless␣year}} {{else}} {{/if}} {{&gt; {{{year}}} {{~year~}} {{"甲"}} {{year.a.b}} {{../year}} \\\\{{ {{>␣a}} {{list␣facts.channels}}';

/** Pages of ever more lines and texts. */
const COUNTED = {
  'read PDF: texts anywhere': async (n) => reading(await drawn(scattered(n)), 'a.pdf'),
  'read PDF: rules': async (n) => reading(await drawn(ruled(n)), 'a.pdf'),
  'read PDF: a grid': async (n) => reading(await drawn(ruled(n) + uprights(n)), 'a.pdf'),
};

const reading = (bytes, name) => () => read(bytes, { name });
const unwritten = (written) => written.replaceAll('␣', ' ').replaceAll('⏎', '\n');
/** A report whose narrative has a template, and as many channels as that has characters by the ten. */
const templated = (text) => {
  const facts = { channels: list(Math.ceil(text.length / 10), (i) => ({ name: `甲${i}`, count: 1 })) };
  return { ...minimal, facts, narrative: { ...minimal.narrative, overview: text } };
};

/** Cases of sources. */
export const sourceCases = [
  ...Object.entries(PIECES).flatMap(([kind, { pieces, make, name }]) =>
    pieces.split(' ').map((written) => {
      const piece = unwritten(written);
      const prepare = async (n) => {
        const put = await make();
        return reading(await put(piece.repeat(Math.ceil(n / piece.length))), name);
      };
      return { kind: `read ${kind}: a piece`, name: `read ${kind}: ${written.slice(0, 40)}`, first: 20_000, prepare };
    }),
  ),
  ...TEMPLATES.split(' ').map((written) => ({
    kind: 'check: a template',
    name: `template: ${written}`,
    first: 10_000,
    prepare: (n) => {
      const piece = unwritten(written);
      const report = parseReport(templated(untold(piece.repeat(Math.ceil(n / piece.length)))));
      return () => library.checkReport(report);
    },
  })),
  ...Object.entries(COUNTED).map(([name, prepare]) => ({
    kind: `${name.split(':')[0]}: a page`,
    name,
    first: 64,
    prepare,
  })),
];
