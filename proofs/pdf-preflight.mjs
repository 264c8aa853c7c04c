import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { renderFixtures, run, said, temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';

// Every fixture's PDF as a PDF/A-1b, judged by Apache PDFBox Preflight, which knows of the parts of PDF/A the first only. The
// twin is made from the finished file, through qpdf's JSON, with all that is in it kept: fonts, colours, tags and metadata. What
// the first part wants otherwise is changed: the version, the part it names, and a CIDSet for each font.

const JARS = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'];
const CLASS_PATH = JARS.map((name) => `/usr/share/java/${name}.jar`).join(':');

const folder = temporary();

/** A stream's bytes. @param {any} object */
const bytesOf = ({ stream }) => {
  const data = Buffer.from(stream.data, 'base64');
  return stream.dict['/Filter'] === '/FlateDecode' ? inflateSync(data) : data;
};

/** The number of glyphs of a font file, from its maxp table. @param {Buffer} font */
function glyphsIn(font) {
  for (let at = 12; ; at += 16) {
    if (font.toString('latin1', at, at + 4) === 'maxp') return font.readUInt16BE(font.readUInt32BE(at + 8) + 4);
  }
}

/** A bit for each glyph there is, the first one highest. @param {number} count */
const allOf = (count) =>
  Buffer.from(
    Array.from({ length: Math.ceil(count / 8) }, (_, i) => (0xff << Math.max(0, 8 * (i + 1) - count)) & 0xff),
  );

/** @param {Record<string, any>} objects as qpdf's JSON has them @param {number} last their highest number */
function toFirstPart(objects, last) {
  let number = last;
  for (const object of Object.values(objects)) {
    if (object.stream?.dict['/Type'] === '/Metadata') {
      const packet = bytesOf(object).toString('utf8');
      const first = packet.replace('<pdfaid:part>2<', '<pdfaid:part>1<').replace('conformance>A<', 'conformance>B<');
      if (first.length !== packet.length || first === packet) throw new Error('the metadata name no part');
      object.stream.data = Buffer.from(first).toString('base64');
    }
    if (object.value?.['/Type'] === '/FontDescriptor') {
      const file = objects[`obj:${object.value['/FontFile2']}`];
      const data = allOf(glyphsIn(bytesOf(file))).toString('base64');
      object.value['/CIDSet'] = `${++number} 0 R`;
      objects[`obj:${number} 0 R`] = { stream: { data, dict: {} } };
    }
  }
  return number;
}

/** @param {string} name @param {string} path */
function twinOf(name, path) {
  const [before, after, twin] = ['json', 'a1.json', 'a1.pdf'].map((end) => join(folder, `${name}.${end}`));
  const stored = ['--json-output', '--json-stream-data=inline', '--decode-level=none'];
  run('qpdf', [...stored, path, before]);
  const json = JSON.parse(readFileSync(before, 'utf8'));
  const [head, objects] = json.qpdf;
  head.maxobjectid = toFirstPart(objects, head.maxobjectid);
  head.pdfversion = '1.4';
  writeFileSync(after, JSON.stringify(json));
  run('qpdf', ['--json-input', '--deterministic-id', '--newline-before-endstream', '--decode-level=none', after, twin]);
  return twin;
}

/** @param {string} path */
const preflight = (path) => said('java', ['-cp', CLASS_PATH, 'org.apache.pdfbox.preflight.Validator_A1b', path]);

const files = await renderFixtures('pdf', folder);
for (const { name, path } of files) {
  const twin = twinOf(name, path);
  await check(`${name}: as PDF/A-1b, Preflight finds it valid`, () => {
    same(readFileSync(twin).toString('latin1', 0, 8), '%PDF-1.4');
    const { status, text } = preflight(twin);
    return status === 0 && /is a valid PDF\/A-1b file/.test(text) ? [] : [text];
  });
}

await check('Preflight does find something: a file that is not a twin', () => {
  const { text } = preflight(/** @type {{ path: string }} */ (files[0]).path);
  return /is not a valid/.test(text) ? [] : [text];
});
finish();
