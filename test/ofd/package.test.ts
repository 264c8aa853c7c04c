import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodePlatform } from '../../src/host/node-platform.js';
import { formats, renderReport } from '../../src/index.js';
import { openOfd, textOf } from '../readers/ofd-pages.mjs';
import { at, descendants, type Element } from '../readers/xml.mjs';
import { rendered, reports } from '../render/reports.js';
import { finished, reportNamed } from './files.js';

// The package as programs walk it: numbers, references from part to part, and what the file says of itself.

const ALL = '2021/annotated.json';
const xmlNames = (names: readonly string[]) => names.filter((name) => name.endsWith('.xml'));
const everything = (root: Element): readonly Element[] => [
  root,
  ...root.children.flatMap((child) => (typeof child === 'string' ? [] : everything(child))),
];

/** The places that a part names, as names of parts. */
function leadsTo(name: string, root: Element): readonly string[] {
  const folder = posix.dirname(name);
  const base = root.attributes.BaseLoc ?? '';
  const inFolder = ['ofd:FontFile', 'ofd:MediaFile']
    .flatMap((one) => descendants(root, one))
    .map((one) => posix.join(folder, base, textOf(one)));
  const beside = [
    'ofd:DocRoot',
    'ofd:PublicRes',
    'ofd:DocumentRes',
    'ofd:FileLoc',
    'ofd:Annotations',
    'ofd:CustomTags',
    'ofd:Attachments',
  ]
    .flatMap((one) => descendants(root, one))
    .filter((one) => textOf(one) !== '')
    .map((one) => posix.join(folder, textOf(one)));
  const pages = ['ofd:Page', 'ofd:TemplatePage']
    .flatMap((one) => descendants(root, one))
    .flatMap(({ attributes }) => (attributes.BaseLoc ? [posix.join(folder, attributes.BaseLoc)] : []));
  return [...inFolder, ...beside, ...pages];
}

describe.each([
  ['plain', () => rendered(reportNamed(ALL), 'ofd')],
  ['finished', () => finished(ALL, 'ofd')],
] as const)('%s', (_, make) => {
  test('every part is reached from the first one, and none is named that is not there', async () => {
    const { names, xml } = openOfd(await make());
    const reached = new Set(['OFD.xml']);
    for (const name of reached)
      if (name.endsWith('.xml')) for (const next of leadsTo(name, xml(name))) reached.add(next);
    expect([...reached].toSorted()).toEqual(names.toSorted());
    expect(names[0]).toBe('OFD.xml');
    expect(names.filter((name) => /[^!-~]/.test(name))).toEqual([]);
  });

  test('numbers are given once, none above the highest, and every reference has its object', async () => {
    const { names, xml, document } = openOfd(await make());
    const all = xmlNames(names)
      .filter((name) => !name.endsWith('Structure.xml'))
      .flatMap((name) => everything(xml(name)));
    const ids = all.flatMap(({ attributes: { ID = '' } }) => (/^\d+$/.test(ID) ? [Number(ID)] : []));
    // A page's number stands with the page, and once more where its links are listed.
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBe(Number(textOf(at(document, 'ofd:CommonData', 'ofd:MaxUnitID'))));
    const references = all.flatMap(({ attributes: { Font, ResourceID, PageID, TemplateID } }) => [
      Font,
      ResourceID,
      PageID,
      TemplateID,
    ]);
    expect(references.filter((one) => one !== undefined && !ids.includes(Number(one)))).toEqual([]);
  });
});

test('all elements have the prefix that programs look for', async () => {
  const { names, xml } = openOfd(await finished(ALL, 'ofd'));
  const others = xmlNames(names).flatMap((name) =>
    everything(xml(name)).filter((one) => !one.name.startsWith('ofd:') && !name.endsWith('Tags/Structure.xml')),
  );
  expect(others).toEqual([]);
});

/** What stands in an element, in the order of the schemas of GB/T 33190-2016, as far as it is written here. */
const ORDER = {
  DocBody: 'DocInfo DocRoot',
  DocInfo: 'DocID Title Author Subject CreationDate ModDate Keywords Creator',
  Document: 'CommonData Pages Outlines VPreferences Annotations CustomTags Attachments',
  CommonData: 'MaxUnitID PageArea PublicRes DocumentRes TemplatePage',
  Page: 'Template Content FileLoc',
  Content: 'Layer',
  Layer: 'TextObject PathObject ImageObject',
  TextObject: 'CGTransform TextCode',
  CGTransform: 'Glyphs',
  PathObject: 'Actions FillColor AbbreviatedData',
  OutlineElem: 'Actions OutlineElem',
  Annot: 'Appearance',
  Attachment: 'FileLoc',
  Font: 'FontFile',
  MultiMedia: 'MediaFile',
};

test('elements stand in the order of the schemas', async () => {
  const files = [await finished(ALL, 'ofd'), await rendered(reportNamed('2021/extreme.json'), 'ofd')].map(openOfd);
  const all = files.flatMap(({ names, xml }) => xmlNames(names).flatMap((name) => everything(xml(name))));
  const faults = Object.entries(ORDER).flatMap(([parent, children]) => {
    const order = children.split(' ');
    const found = all.filter(({ name, children: inner }) => name === `ofd:${parent}` && inner.length > 0);
    const places = found.map(({ children: inner }) =>
      inner.flatMap((child) => (typeof child === 'string' ? [] : [order.indexOf(child.name.slice(4))])),
    );
    // On a layer, objects stand in the order in which they are drawn.
    const isRight = (at: readonly number[]) =>
      !at.includes(-1) && (parent === 'Layer' || at.every((one, i) => i === 0 || one >= (at[i - 1] ?? 0)));
    return found.length > 0 && places.every(isRight) ? [] : [parent];
  });
  expect(faults).toEqual([]);
});

test('days are days, and the time of an attachment is a time', async () => {
  const { xml } = openOfd(await finished(ALL, 'ofd'));
  const times = descendants(xml('Doc_0/Attachs/Attachments.xml'), 'ofd:Attachment').map(
    ({ attributes }) => attributes.CreationDate,
  );
  expect(new Set(times)).toEqual(new Set(['2026-01-20T00:00:00']));
});

test('the draft mark is drawn once, behind every page', async () => {
  const { document, pages } = openOfd(await finished(ALL, 'ofd'));
  const [template] = descendants(document, 'ofd:TemplatePage');
  expect(pages.map(({ root }) => at(root, 'ofd:Template')?.attributes.TemplateID)).toEqual(
    pages.map(() => template?.attributes.ID),
  );
});

test('what the file says of itself', async () => {
  const report = reportNamed(ALL);
  const { xml } = openOfd(await rendered(report, 'ofd'));
  const info = at(xml('OFD.xml'), 'ofd:DocBody', 'ofd:DocInfo');
  const { title, author, date } = report.document.meta;
  expect(['Title', 'Author', 'CreationDate', 'Creator'].map((name) => textOf(at(info, `ofd:${name}`)))).toEqual([
    title,
    author,
    date,
    'nianbao',
  ]);
});

test('its headings lead to their pages', async () => {
  const report = reportNamed(ALL);
  const { document, pages } = openOfd(await rendered(report, 'ofd'));
  const titles = descendants(document, 'ofd:OutlineElem').map(({ attributes }) => attributes.Title);
  const headings = report.document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  expect(titles.filter((title) => headings.includes(title ?? ''))).toEqual(headings);
  const targets = descendants(document, 'ofd:Dest').map(({ attributes }) =>
    pages.findIndex(({ id }) => id === attributes.PageID),
  );
  expect(targets).toEqual(targets.toSorted((a, b) => a - b));
});

test('links lead to live addresses only, and each lies on its page', async () => {
  for (const report of reports) {
    const { names, xml } = openOfd(await rendered(report, 'ofd'));
    const hrefs = names
      .filter((name) => /Annots\/Page/.test(name))
      .flatMap((name) => descendants(xml(name), 'ofd:URI').map(({ attributes }) => attributes.URI ?? ''));
    expect(hrefs.filter((href) => !/^(https?:|mailto:)/.test(href))).toEqual([]);
  }
});

test('attached files are there byte for byte', async () => {
  const { report } = reportNamed(ALL);
  const { parts } = openOfd(await finished(ALL, 'ofd'));
  const json = parts['Doc_0/Attachs/File_1.json'] ?? new Uint8Array();
  expect(JSON.parse(Buffer.from(json).toString('utf8')).agency).toEqual(report.agency);
});

test('a file knows whether anybody has changed it', async () => {
  const bytes = await renderReport(reportNamed(ALL).report, { format: 'ofd' });
  expect(await formats.ofd.isOwn(bytes, nodePlatform)).toBe(true);
  for (const at of [40, 300, Math.floor(bytes.length / 2), bytes.length - 30]) {
    const other = Uint8Array.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    expect(await formats.ofd.isOwn(other, nodePlatform)).toBe(false);
  }
});
