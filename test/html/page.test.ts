import { describe, expect, test } from '@jest/globals';
import { editions } from '../../src/editions/editions.js';
import { composeReport, parseReport, readReport, toHtml } from '../../src/index.js';
import { once } from '../../src/memo/once.js';
import { dataRows, valueAt } from '../../src/table/cells.js';
import { figureOf } from '../../src/table/printed-figure.js';
import { report as madeText } from '../batch/made.js';
import { sealPicture } from '../docx/picture.mjs';
import { fc } from '../fast-check.js';
import { bare, fixture } from '../readers/fixtures.mjs';
import { type Element, elementsIn, headsOf, openHtml, tableOf, textIn } from '../readers/html-page.mjs';
import { rendered, reports } from '../render/reports.js';
import { hostile } from './hostile.js';

// What a page tells programs and those who hear it: where each figure belongs, whose page it is; and that no text leaves its place.

const html = async (report: Parameters<typeof toHtml>[0], options: Parameters<typeof toHtml>[1] = {}) =>
  new TextDecoder().decode(await toHtml(report, options));
const simple = parseReport(JSON.parse(madeText('示例局')));

/** The page of a fixture, taken apart once. */
const pageOf = once(async (fixture: (typeof reports)[number]) => openHtml(await rendered(fixture, 'html')));

const labels = (nodes: readonly { readonly label: string }[]) => nodes.map(({ label }) => bare(label));

test('the note behind a figure of a further table is no part of what programs read, and may wrap', async () => {
  const rows = [{ label: '甲', values: [{ value: 22, note: '其中修订16件' }] }];
  const page = await html({ ...simple, tables: { other: [{ columns: ['件数'], rows }] } });
  expect(page).toMatch(/<data value="22"[^>]*>22<\/data>（其中修订16件）<\/td>/);
});

test('a column has room for its figures, which do not break, and for texts', async () => {
  const rows = [{ label: '甲', values: ['1', '123456789', '一句比标签长得多的说明文字'] }];
  const page = await html({ ...simple, tables: { other: [{ columns: ['件', '元', '说明'], rows }] } });
  const widths = [...page.matchAll(/#t4 col:nth-child\(\d\)\{.*?--narrow:(\d\S*?)em/g)].map(([, width]) =>
    Number(width),
  );
  const [plain = 0, long = 0, text = 0] = widths;
  expect(plain).toBe(4);
  expect(long).toBeGreaterThan(9 * 0.6);
  expect(text).toBeGreaterThan(plain);
});

describe.each(reports)('$name', (fixtureReport) => {
  const { report, document } = fixtureReport;

  test('each figure of the statutory tables has the heads of the form, its value and its path', async () => {
    const form = editions[report.edition as keyof typeof editions];
    const tables = elementsIn(await pageOf(fixtureReport), 'table').map(tableOf);
    const found = new Map(
      tables.flatMap(({ cells }) =>
        cells.flatMap((cell): [string, { value: string | undefined; heads: string[] }][] => {
          const [data] = elementsIn(cell.element, 'data');
          const path = data?.attributes['data-path'];
          if (data === undefined || path === undefined) return [];
          return [[path, { value: data.attributes.value, heads: headsOf(cell, cells).map(({ text }) => bare(text)) }]];
        }),
      ),
    );
    const cells = Object.entries(form.tables).flatMap(([key, spec]) =>
      dataRows(spec).flatMap((rows, i) => {
        const { band } = spec.groups[i] as { readonly band?: string };
        return rows.flat().map(({ path, row, column }) => {
          const value = valueAt(valueAt(report, [key]), path);
          const heads = [...(band === undefined ? [] : [bare(band)]), ...labels(column), ...labels(row)];
          return [[key, ...path].join('.'), value === null ? undefined : { value: figureOf(value)?.value, heads }];
        });
      }),
    );
    expect(cells.map(([path]) => [path, found.get(String(path))])).toEqual(cells);
  });

  test('every id is there once, and every reference leads to one', async () => {
    const root = await pageOf(fixtureReport);
    const all = elementsIn(root);
    const ids = all.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    const asked = all.flatMap(({ attributes: { headers = '', href = '' } }) => [
      ...headers.split(' ').filter((one) => one !== ''),
      ...(href.startsWith('#') ? [href.slice(1)] : []),
    ]);
    expect(asked.filter((one) => !ids.includes(one))).toEqual([]);
    const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    const [contents] = elementsIn(root, 'nav');
    expect(elementsIn(contents as Element, 'a').map(textIn)).toEqual(headings);
  });
});

test('figures that a text prints from data say their value, their path, and what worked them out', async () => {
  const overview = [
    '收到申请{{requests.received.total}}件，{{year}}年{{#each facts.channels}}{{name}}{{count}}件{{/each}}。',
    '（一）合计{{sum requests.received.total requests.carriedOver.total}}件，占{{share year year}}；手写3件，邮编{{agency.postcode}}。',
  ];
  const raw = JSON.parse(madeText('示例局'));
  const base = {
    ...raw,
    agency: { ...raw.agency, postcode: '123456' },
    facts: { channels: [{ name: '网站', count: 7 }] },
    narrative: { ...raw.narrative, overview },
  };
  const data = elementsIn(openHtml(await html(parseReport(base))), 'p').flatMap((one) => elementsIn(one, 'data'));
  const told = data.map((one) => [
    textIn(one),
    one.attributes.value,
    one.attributes['data-path'],
    one.attributes['data-by'],
  ]);
  const total = String(simple.edition === '2021' && simple.requests?.received.total);
  expect(told).toContainEqual([total, total, 'requests.received.total', undefined]);
  expect(told).toContainEqual([String(simple.year), String(simple.year), 'year', undefined]);
  expect(told).toContainEqual(['7', '7', 'facts.channels[0].count', undefined]);
  expect(told.some(([, , path, by]) => path?.startsWith('requests.received.total ') && by === 'sum')).toBe(true);
  expect(told).toContainEqual(['100%', '100', 'year year', 'share']);
  expect(told.map(([text]) => text)).not.toContain('3');
  expect(told.map(([text]) => text)).not.toContain('123456');
});

test('the head has the labels of government sites: what the report knows, and of the site what is given', async () => {
  const { report } = readReport(fixture('2019/yinchuan-2020.json').text, 'a.json');
  const metas = async (options: object) =>
    Object.fromEntries(
      elementsIn(openHtml(await html(report, options)), 'meta').map(({ attributes }) => [
        attributes.name,
        attributes.content,
      ]),
    );
  const site = { name: '银川市政府网', domain: 'www.yinchuan.gov.cn', idCode: '6401000001' };
  expect(await metas({ html: { site } })).toMatchObject({
    SiteName: site.name,
    SiteDomain: site.domain,
    SiteIDCode: site.idCode,
    ColumnDescription: '政府信息公开工作年度报告',
    ColumnKeywords: '政府信息公开,年度报告',
    ColumnType: '信息公开年报',
    ArticleTitle: composeReport(report).meta.title,
    PubDate: report.signoff?.date,
    ContentSource: report.agency.name,
  });
  expect(Object.keys(await metas({}))).not.toContain('SiteName');
});

describe('a fragment', () => {
  const { report } = readReport(fixture('2021/annotated.json').text, 'a.json');

  test('has no style sheet, no class, no script, and only ids with its prefix', async () => {
    const options = { draft: true, attachData: true, html: { fragment: true, idPrefix: 'nb2025-' } };
    const root = openHtml(await html(report, options));
    const all = elementsIn(root);
    // What an editor of web sites does not know it throws away with its contents.
    const names = new Set(all.map(({ name }) => name));
    for (const name of ['style', 'script', 'link', 'main', 'data', 'time', 'wbr', 'html', 'body'])
      expect(names).not.toContain(name);
    expect(all.filter(({ attributes }) => attributes.class !== undefined).map(({ name }) => name)).toEqual([]);
    const ids = all.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !id.startsWith('nb2025-'))).toEqual([]);
    const told = all.filter(({ attributes }) => attributes['data-value'] !== undefined);
    expect(told.length).toBeGreaterThan(100);
  });

  test.each(['', '1', 'a b', 'a"', '甲'])('the prefix %j is refused', async (idPrefix) => {
    await expect(html(report, { html: { idPrefix } })).rejects.toMatchObject({
      diagnostics: [{ code: 'usage/argument' }],
    });
  });
});

/** The files that a page carries as links, by name. */
const carried = (text: string) =>
  Object.fromEntries(
    elementsIn(openHtml(text), 'a').flatMap(({ attributes: { href = '', download } }) =>
      download === undefined
        ? []
        : [[download, Buffer.from(href.replace(/^data:[^,]*;base64,/, ''), 'base64').toString()]],
    ),
  );

test('attached are the data as JSON, each table as CSV, and what its columns are; without, nothing is', async () => {
  expect(carried(await html(simple))).toEqual({});
  const rows = [{ label: '网站', values: [{ value: 3, note: '新开1个' }, '-0.5', '见“附件”'] }];
  const further = { caption: '平台', columns: ['个数', '增减（万元）', '说明'], rows };
  const report = parseReport({ ...JSON.parse(madeText('示例局')), tables: { other: [further] } });
  const found = carried(await html(report, { attachData: true }));
  const csv = ['disclosure.csv', 'requests.csv', 'review.csv', 'tables-other-1.csv'];
  expect(Object.keys(found)).toEqual(['report.json', ...csv, 'csv-metadata.json']);
  expect(JSON.parse(found['report.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(report)));
  const { tables } = JSON.parse(found['csv-metadata.json'] ?? '');
  expect(tables.map(({ url }: { url: string }) => url)).toEqual(csv);
  const decimals = tables.map(({ url, tableSchema }: { url: string; tableSchema: { columns: object[] } }) => {
    const [head = '', ...lines] = (found[url] ?? '').slice(1).split('\r\n').slice(0, -1);
    const columns = tableSchema.columns as { name: string; datatype?: string }[];
    expect(head).toBe(columns.map(({ name }) => name).join(','));
    const [, , value] = columns;
    if (value?.datatype === 'decimal')
      expect(lines.filter((line) => !/^[^,]+,(?:[^,"]+|"[^"]+"),(?:-?\d+(?:\.\d+)?)?(?:,|$)/.test(line))).toEqual([]);
    return value?.datatype;
  });
  expect(decimals).toEqual(['decimal', 'decimal', 'decimal', undefined]);
  expect(found['disclosure.csv']).toMatch(/^disclosure\.fees\.amount,[^,]+,\d+(?:\.\d+)?,万元$/m);
  expect(found['tables-other-1.csv']?.split('\r\n').slice(1, -1)).toEqual([
    'tables.other[0].rows[0].values[0],平台 · 网站 · 个数,3,,新开1个',
    'tables.other[0].rows[0].values[1],平台 · 网站 · 增减（万元）,-0.5,万元,',
    'tables.other[0].rows[0].values[2],平台 · 网站 · 说明,见“附件”,,',
  ]);
});

test('a draft and a seal add no word', async () => {
  const { report } = readReport(fixture('2019/yinchuan-2020.json').text, 'a.json');
  const plain = openHtml(await html(report));
  const finished = openHtml(await html(report, { draft: true, seal: { image: sealPicture(40), width: 42 } }));
  const main = (root: Element) => textIn(elementsIn(root, 'main')[0] as Element).replace(/\s/g, '');
  expect(main(finished)).toBe(main(plain));
  const [seal] = elementsIn(finished, 'img');
  expect(seal?.attributes).toMatchObject({ alt: '印章', width: '40', height: '40' });
  expect(elementsIn(finished, 'body')[0]?.attributes.class).toBe('draft');
});

/** Every element with its attributes, apart from links that are made of text. */
const shape = (root: Element) =>
  elementsIn(root)
    .filter(({ name }) => !['a', 'br', 'wbr'].includes(name))
    .map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`);

test('no text leaves its element, whatever it is', async () => {
  const made = ([name, title, addressee, heading, caption, head, label, value, signer, words]: readonly string[]) => {
    const raw = JSON.parse(madeText('示例局'));
    const rows = [{ label, values: [value] }];
    return {
      ...raw,
      agency: { name },
      title: ['标题', title],
      addressee,
      headings: { overview: heading },
      narrative: { ...raw.narrative, problems: words },
      tables: { other: [{ caption, stubhead: head, columns: [head], rows, note: words }] },
      signoff: { agency: signer, date: '2026-01-20' },
    };
  };
  const places = 10;
  const finish = { attachData: true, html: { site: { name: '甲', domain: '甲', idCode: '甲' } } };
  const plain = shape(openHtml(await html(parseReport(made(Array(places).fill('甲'))), finish)));
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: places, maxLength: places }), async (texts) => {
      const [name = '', domain = '', idCode = ''] = texts;
      const root = openHtml(
        await html(parseReport(made(texts)), { ...finish, html: { site: { name, domain, idCode } } }),
      );
      expect(shape(root)).toEqual(plain);
      const armed = elementsIn(root).filter(({ attributes }) => {
        const { href = '#' } = attributes;
        return Object.keys(attributes).some((one) => /^on/i.test(one)) || !/^(#|data:|https?:)/.test(href);
      });
      expect(armed).toEqual([]);
    }),
    { numRuns: 6 },
  );
});
