import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.mjs';

/**
 * Copies of a file in each of which one thing is broken, through qpdf's JSON: what a validator must find.
 *
 * @typedef {{ [key: string]: any }} Dictionary
 * @typedef {{ all: Dictionary[], get: (reference: string) => any, catalogue: Dictionary, page: Dictionary }} Objects
 */

/** @param {Dictionary} objects as qpdf's JSON has them @returns {Objects} */
function opened(objects) {
  const bodyOf = (/** @type {any} */ object) => object.stream?.dict ?? object.value;
  const all = Object.values(objects).map(bodyOf).filter(Boolean);
  const get = (/** @type {string} */ reference) => {
    const object = objects[`obj:${reference}`];
    return object.stream ?? object.value;
  };
  const catalogue = all.find((one) => one['/Type'] === '/Catalog') ?? {};
  const page = get(get(catalogue['/Pages'])['/Kids'][0]);
  return { all, get, catalogue, page };
}

/** The first object of which a condition holds. @param {Objects} objects @param {(one: Dictionary) => unknown} isMeant */
function first({ all }, isMeant) {
  const found = all.find((one) => typeof one === 'object' && !Array.isArray(one) && isMeant(one));
  if (found === undefined) throw new Error('there is nothing to break');
  return found;
}

/** The first element of a type in the structure tree. @param {Objects} objects @param {string} type */
const element = (objects, type) => first(objects, (one) => one['/S'] === type && one['/P']);
/** @param {Objects} objects */
const descendantFont = (objects) => first(objects, (one) => one['/Subtype'] === '/CIDFontType2');

/** @param {{ data: string }} stream @param {RegExp} from @param {string} to */
function rewrite(stream, from, to) {
  const text = Buffer.from(stream.data, 'base64').toString('latin1');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${from} is not there`);
  stream.data = Buffer.from(changed, 'latin1').toString('base64');
}
const inContent = (/** @type {RegExp} */ from, /** @type {string} */ to) => (/** @type {Objects} */ objects) =>
  rewrite(objects.get([objects.page['/Contents']].flat()[0]), from, to);
const inMetadata = (/** @type {RegExp} */ from, /** @type {string} */ to) => (/** @type {Objects} */ objects) =>
  rewrite(objects.get(objects.catalogue['/Metadata']), from, to);
const without = (/** @type {string} */ key) => (/** @type {Objects} */ objects) => delete objects.catalogue[key];

/**
 * What is broken, by the profile and the clause that it breaks.
 *
 * @type {{ readonly [name: string]: readonly [profile: string, clause: string, spoil: (objects: Objects) => void] }}
 */
const WAYS = {
  'a part of PDF/A that takes no such attachments': ['2a', '6.8', inMetadata(/<pdfaid:part>3/, '<pdfaid:part>2')],
  'no output intent': ['3a', '6.2.4', without('/OutputIntents')],
  'a script at the start': [
    '3a',
    '6.5',
    ({ catalogue }) => (catalogue['/OpenAction'] = { '/S': '/JavaScript', '/JS': 'u:1' }),
  ],
  'a font that is not embedded': [
    '3a',
    '6.2.11.4',
    (all) => delete first(all, (one) => one['/FontFile2'])['/FontFile2'],
  ],
  'a glyph of another width': ['3a', '6.2.11.5', (all) => (descendantFont(all)['/W'][1][1] += 100)],
  'a missing glyph': ['3a', '6.2.11.8', inContent(/\((?:\\?[\s\S]){2}((?:[^()\\]|\\[\s\S])*)\) Tj/, '(\0\0$1) Tj')],
  'no characters to the glyphs': [
    '3a',
    '6.2.11.7',
    (all) => delete first(all, (one) => one['/ToUnicode'])['/ToUnicode'],
  ],
  'an attachment that nothing refers to': ['3a', '6.8', without('/AF')],
  'not marked as tagged': ['3a', '6.7', without('/MarkInfo')],
  'no tags': ['3a', '6.7', without('/StructTreeRoot')],
  'no language': ['ua1', '7.2', without('/Lang')],
  'a title that is not shown': ['ua1', '7.1', without('/ViewerPreferences')],
  'text outside of tags': ['ua1', '7.1', inContent(/\/P <<\/MCID \d+>> BDC\n([\s\S]*?)EMC/, '$1')],
  'a tagged artifact': ['ua1', '7.1', inContent(/(\/P <<\/MCID \d+>> BDC)/, '/Artifact BMC\n$1\nEMC')],
  'a type of our own': ['ua1', '7.1', (all) => (element(all, '/P')['/S'] = '/Absatz')],
  'a paragraph in a row': ['ua1', '7.2', (all) => (element(all, '/TD')['/S'] = '/P')],
  'a level of headings that is skipped': ['ua1', '7.4', (all) => (element(all, '/H2')['/S'] = '/H3')],
  'a cell too wide': ['ua1', '7.2', (all) => (element(all, '/TD')['/A'] = { '/O': '/Table', '/ColSpan': 2 })],
  'a link without words': [
    'ua1',
    '7.18',
    (all) => delete first(all, (one) => one['/Subtype'] === '/Link')['/Contents'],
  ],
};

/**
 * Writes the copies; the first is broken in nothing.
 *
 * @param {string} path @param {string} folder
 */
export function spoiltPdfs(path, folder) {
  const [before, after] = ['before.json', 'after.json'].map((name) => join(folder, name));
  run('qpdf', ['--json-output', '--json-stream-data=inline', '--decode-level=generalized', path, before]);
  const json = readFileSync(before, 'utf8');
  const copy = (/** @type {string} */ name, /** @type {(objects: Objects) => void} */ spoil) => {
    const copied = JSON.parse(json);
    spoil(opened(copied.qpdf[1]));
    writeFileSync(after, JSON.stringify(copied));
    const made = join(folder, `spoilt-${name}.pdf`);
    run('qpdf', ['--json-input', '--newline-before-endstream', '--static-id', after, made]);
    return made;
  };
  return {
    whole: copy('in-nothing', () => {}),
    spoilt: Object.entries(WAYS).map(([name, [profile, clause, spoil]], i) => ({
      name,
      profile,
      clause,
      path: copy(String(i), spoil),
    })),
  };
}
