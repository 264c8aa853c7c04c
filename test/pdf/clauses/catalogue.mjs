import { at, descendants, parseXml } from '../../readers/xml.mjs';
import { textOf } from './file.mjs';

/** What the file says about itself: ISO 14289-1, 7.1 and 7.2; ISO 19005-2, 6.1.3, 6.2.3 and 6.6. */

/** @param {import('./file.mjs').File} file */
export function catalogueFaults({ trailer, catalogue, pages, objects, get }) {
  const preferences = get(catalogue.ViewerPreferences);
  const [first, second] = trailer.ID ?? [];
  /** @type {[unknown, string][]} */
  const clauses = [
    [/^zh\b/.test(textOf(catalogue.Lang)), 'Lang is not Chinese'],
    [get(catalogue.MarkInfo)?.Marked === true, 'not Marked'],
    [preferences?.DisplayDocTitle === true, 'DisplayDocTitle is not true'],
    [pages.every(({ Tabs }) => Tabs === '/S'), 'Tabs do not follow the structure'],
    [first?.length === 16 && second?.length === 16, 'no identifier'],
    [trailer.Encrypt === undefined, 'encrypted'],
    [!['OpenAction', 'AA', 'AcroForm', 'OCProperties'].some((key) => key in catalogue), 'actions, forms or layers'],
    [get(catalogue.Names)?.JavaScript === undefined, 'scripts'],
    [![...objects.values()].some((object) => object?.dict?.Interpolate === true), 'an interpolated image'],
  ];
  return clauses.flatMap(([holds, fault]) => (holds ? [] : [`catalogue: ${fault}`]));
}

/** @param {import('./file.mjs').File} file */
export function intentFaults({ catalogue, get }) {
  const intents = (get(catalogue.OutputIntents) ?? []).map(get);
  const [intent] = intents;
  const profile = get(intent?.DestOutputProfile);
  const isProfile =
    profile?.bytes.toString('latin1', 36, 40) === 'acsp' && profile.bytes.toString('latin1', 16, 20) === 'RGB ';
  /** @type {[unknown, string][]} */
  const clauses = [
    [intents.length === 1 && intent.S === '/GTS_PDFA1', 'no single OutputIntent for PDF/A'],
    [/sRGB/.test(textOf(intent?.OutputConditionIdentifier)), 'not sRGB'],
    [isProfile && profile.dict.N === 3 && profile.bytes.readUInt32BE(0) === profile.bytes.length, 'no RGB profile'],
  ];
  return clauses.flatMap(([holds, fault]) => (holds ? [] : [`intent: ${fault}`]));
}

/** The text of the first element of a name. */
const told = (/** @type {any} */ root, /** @type {string} */ name) => {
  const [element] = descendants(root, name);
  const inner = at(element, 'rdf:Alt', 'rdf:li') ?? at(element, 'rdf:Seq', 'rdf:li') ?? element;
  return inner?.children.join('');
};

/** `D:20250101000000Z` as XMP has it. */
const isoDate = (/** @type {string} */ date) =>
  date.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');

/** @param {import('./file.mjs').File} file */
export function metadataFaults({ trailer, catalogue, get }) {
  const stream = get(catalogue.Metadata);
  if (stream?.dict.Subtype !== '/XML' || stream.dict.Filter !== undefined) return ['metadata: no plain XMP'];
  const packet = stream.bytes.toString('utf8');
  const body = packet.replace(
    /^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>|<\?xpacket end="w"\?>$/g,
    '',
  );
  if (body.includes('<?xpacket')) return ['metadata: no packet'];
  const root = parseXml(body.trim());
  const info = get(trailer.Info);
  const said = (/** @type {string} */ key) => textOf(get(info[key]));
  const carries = get(catalogue.Names)?.EmbeddedFiles !== undefined;
  const schema = descendants(root, 'pdfaExtension:schemas')[0];
  /** @type {[string, string | undefined][]} */
  const isDated = info.CreationDate || info.ModDate || told(root, 'xmp:CreateDate') || told(root, 'xmp:ModifyDate');
  /** @type {[string, string | undefined][]} */
  const facts = [
    ['pdfaid:part', carries ? '3' : '2'],
    ['pdfaid:conformance', 'A'],
    ['pdfuaid:part', '1'],
    ['dc:title', said('Title')],
    ['dc:creator', said('Author')],
    ['dc:description', said('Subject')],
    ['pdf:Keywords', said('Keywords')],
    ['pdf:Producer', said('Producer')],
    ['xmp:CreatorTool', said('Creator')],
    ...(isDated ? [['xmp:CreateDate', isoDate(said('CreationDate'))]] : []),
    ...(isDated ? [['xmp:ModifyDate', isoDate(said('ModDate'))]] : []),
  ];
  const explained = [
    ['pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'],
    ['pdfaSchema:prefix', 'pdfuaid'],
    ['pdfaProperty:name', 'part'],
    ['pdfaProperty:valueType', 'Integer'],
    ['pdfaProperty:category', 'internal'],
  ].filter(([name, value]) => schema === undefined || told(schema, name) !== value);
  return [
    ...facts.flatMap(([name, value]) =>
      told(root, name) === value && value !== '' ? [] : [`metadata: ${name} is not ${value}`],
    ),
    ...explained.map(([name]) => `metadata: the schema of pdfuaid does not say ${name}`),
  ];
}
