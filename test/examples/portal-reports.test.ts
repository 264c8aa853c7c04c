import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats, readReport, renderReport, verifyReport } from '../../src/index.js';
import { report, write } from '../batch/made.js';
import { emptyFolder } from '../cli/nianbao.js';
import { fixture } from '../readers/fixtures.mjs';
import { namesIn, type Server, start } from './client.js';

// The portal's reports of a folder: what each answer says of itself, and what there is not.

const outer = emptyFolder();
const reports = join(outer, 'reports');
const { text } = fixture('2021/huaian-2024.yaml');
const GBK = Buffer.from([0x7b, 0x22, 0xc4, 0xea, 0xb1, 0xa8, 0x22, 0x7d]);
const ids = ['示例市-2024', 'huaian-2024', 'a.b', '政府办（示例）'];
write(outer, { 'secret.json': report('机密局') });
write(reports, {
  ...Object.fromEntries(ids.map((id) => [`${id}.yaml`, text])),
  'wrong-sum.json': fixture('broken/wrong-sum.json').text,
  'not-json.json': '{',
  'gbk.json': GBK,
  'folder.json/inner.json': report('内局'),
  '.hidden.json': report('隐局'),
});

let portal: Server;
beforeAll(async () => {
  portal = await start('portal/server.mjs', { REPORTS: reports, THREADS: '1' });
});

const path = (id: string, extension: string) => `/reports/${encodeURIComponent(id)}.${extension}`;

describe.each(['pdf', 'docx', 'html', 'ofd'] as const)('%s', (format) => {
  const { mime, extension } = formats[format];
  const url = path('示例市-2024', extension);

  test('is what the library makes, with its type, length, tag and a name in Chinese', async () => {
    const { status, headers, body } = await portal.ask(url);
    expect(status).toBe(200);
    expect(body.equals(await renderReport(readReport(text, '示例市-2024.yaml').report, { format }))).toBe(true);
    expect(headers).toMatchObject({
      'content-type': mime,
      'content-length': String(body.length),
      'cache-control': 'no-cache',
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    expect(namesIn(headers['content-disposition'])).toEqual({
      name: `示例市人民政府2024年政府信息公开工作年度报告.${extension}`,
      plain: `report-2024.${extension}`,
    });
  });

  test('HEAD says the same and sends nothing', async () => {
    const { date: _, ...got } = (await portal.ask(url)).headers;
    const { status, headers, body } = await portal.ask(url, { method: 'HEAD' });
    expect({ status, length: body.length }).toEqual({ status: 200, length: 0 });
    expect(headers).toMatchObject(got);
  });

  test.each([
    ['its tag', (tag: string) => tag],
    ['its tag, weak', (tag: string) => `W/${tag}`],
    ['a list', (tag: string) => `"a,b", W/"c" ,${tag}`],
    ['anything', () => '*'],
  ])('is not sent again to who has it: %s', async (_, header) => {
    const { etag = '' } = (await portal.ask(url)).headers;
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, body } = await portal.ask(url, { method, headers: { 'if-none-match': header(etag) } });
      expect({ status, length: body.length }).toEqual({ status: 304, length: 0 });
      expect(headers).toMatchObject({ etag, 'cache-control': 'no-cache' });
      expect(headers['content-type']).toBeUndefined();
    }
  });

  test.each([
    ['another tag', (tag: string) => tag.replace('"', '"0')],
    ['the tag without its marks', (tag: string) => tag.replaceAll('"', '')],
    ['nothing', () => ''],
  ])('is sent to who has not: %s', async (_, header) => {
    const { etag = '' } = (await portal.ask(url)).headers;
    const { status, body } = await portal.ask(url, { headers: { 'if-none-match': header(etag) } });
    expect(status).toBe(200);
    expect(body.length).toBeGreaterThan(1000);
  });
});

test('what is to be read in the browser says so, and is the same file', async () => {
  const [kept, shown] = [
    await portal.ask(path('huaian-2024', 'pdf')),
    await portal.ask(`${path('huaian-2024', 'pdf')}?inline`),
  ];
  expect(shown.status).toBe(200);
  expect(shown.body.equals(kept.body)).toBe(true);
  expect(shown.headers.etag).toBe(kept.headers.etag);
  const header = shown.headers['content-disposition'];
  expect(namesIn(header, 'inline')).toEqual(namesIn(kept.headers['content-disposition']));
  expect(namesIn(header, 'inline').name).toMatch(/年度报告\.pdf$/);
  expect((await portal.ask(`${path('huaian-2024', 'docx')}?inline=1`)).headers['content-disposition']).toMatch(
    /^inline;/,
  );
});

const ITEM = /<h2><a href="(.*?)">(.*?)<\/a><\/h2><p>(.*?)<\/p>/g;
const LINK = /<a href="(.*?)" style="[^"]*" aria-label="(.*?)">(.*?)<\/a>/g;
const items = (page: string) =>
  [...page.matchAll(ITEM)].map(([, href = '', name = '', links = '']) => ({ href, name, links }));

describe('the list', () => {
  test('has every report that there is, with links to its page and to every file', async () => {
    const { status, headers, body } = await portal.ask('/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    const page = body.toString();
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).not.toContain('<script');
    const listed = items(page);
    expect(listed.map(({ href }) => decodeURIComponent(href).replace('reports/', ''))).toEqual([
      ...['a.b', 'gbk', 'huaian-2024', 'not-json', 'wrong-sum', '政府办（示例）', '示例市-2024'],
    ]);
    // What cannot be read is called by its id.
    expect(listed.map(({ name }) => name).slice(0, 4)).toEqual([
      ...['示例市人民政府2024年', 'gbk', '示例市人民政府2024年', 'not-json'],
    ]);
    for (const { href, name, links } of listed) {
      const all = [...links.matchAll(LINK)].map(([, to, label, words]) => ({ to, label, words }));
      expect(all.map(({ to }) => to)).toEqual(
        ['.pdf?inline', '.pdf', '.docx', '.html', '.ofd', '.json', '.csv'].map((end) => `${href}${end}`),
      );
      for (const { label, words } of all) expect(label).toBe(`${words}：${name}`);
    }
  });

  test.each([
    ['agency=%E7%A4%BA%E4%BE%8B%E5%B8%82', 4],
    ['agency=%E7%A4%BA%E4%BE%8B%E5%B8%82&year=2024', 4],
    ['agency=&year=1999', 0],
    ['agency=not-json', 1],
    ['agency=%3Cscript%3E', 0],
  ])('is searched: %s', async (query, count) => {
    const page = (await portal.ask(`/?${query}`)).body.toString();
    expect(items(page)).toHaveLength(count);
    expect(page.includes('没有这样的报告。')).toBe(count === 0);
    expect(page).not.toContain('<script>');
  });

  test('of no folder, and of an empty one, says that there are none', async () => {
    const empty = await start('portal/server.mjs', { THREADS: '1', REPORTS: join(outer, 'missing') });
    const { status, body } = await empty.ask('/');
    expect(status).toBe(200);
    expect(body.toString()).toContain('还没有报告。');
  });
});

describe('the page of a report', () => {
  test('is what the library makes, with links to its files and the PDF in a frame', async () => {
    const { status, headers, body } = await portal.ask('/reports/huaian-2024');
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    const page = body.toString();
    for (const end of ['pdf', 'docx', 'html', 'ofd', 'json', 'csv'])
      expect(page).toContain(`href="huaian-2024.${end}"`);
    expect(page).toContain('<iframe src="huaian-2024.pdf?inline" title="PDF：');
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/);
    const { differences } = await verifyReport(page, readReport(text, 'a.yaml').report, { name: '页.html' });
    expect(differences).toEqual([]);
    const again = await portal.ask('/reports/huaian-2024', { headers: { 'if-none-match': String(headers.etag) } });
    expect(again.status).toBe(304);
    expect((await portal.ask('/reports/a.b')).status).toBe(200);
  });

  test('and its data are JSON and CSV', async () => {
    const json = await portal.ask('/reports/huaian-2024.json');
    expect(json.json()).toMatchObject({ year: 2024, edition: '2021' });
    const csv = await portal.ask('/reports/huaian-2024.csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.toString()).toMatch(/^\uFEFFagency,year,edition,path,/);
    expect((await portal.ask('/reports/not-json.csv')).status).toBe(422);
  });
});

describe('an upload', () => {
  const send = (path: string, fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      form.append(name, value, ...(value instanceof Blob ? (['年报.html'] as const) : []));
    return fetch(new URL(path, portal.url), { method: 'POST', body: form });
  };

  test('is read and checked, and its files are made of what was read', async () => {
    const html = await renderReport(readReport(text, 'a.yaml').report, { format: 'html' });
    const answer = await send('/check', { file: new Blob([new Uint8Array(html)]) });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('年报.html：没有错误。');
    const [, report = ''] = /name="report" value="([^"]*)"/.exec(page) ?? [];
    const sent = report
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    const made = await send('/render', { report: sent, format: 'docx' });
    expect({ status: made.status, type: made.headers.get('content-type') }).toEqual({
      status: 200,
      type: formats.docx.mime,
    });
  });

  test('that does not add up, or is no report, says why and gives no files', async () => {
    const wrong = await (await send('/check', { file: new Blob([fixture('broken/wrong-sum.json').text]) })).text();
    expect(wrong).toContain('sum/I1');
    const none = await (await send('/check', { file: new Blob(['%PDF-1.7 <b>']) })).text();
    expect(none).toContain('这个文件读不成一份报告。');
    for (const page of [wrong, none]) expect(page).not.toContain('name="report"');
    expect((await send('/check', {})).status).toBe(400);
    expect((await send('/render', { report: '{}' })).status).toBe(400);
    expect((await portal.post('/check', '{}')).status).toBe(415);
  });
});

test('a tag is of a report and a format, and another when the report has changed', async () => {
  const tagOf = async (url: string) => (await portal.ask(url, { method: 'HEAD' })).headers.etag;
  write(reports, { 'changing.json': report('甲局') });
  const [pdf, docx] = [await tagOf('/reports/changing.pdf'), await tagOf('/reports/changing.docx')];
  expect(new Set([pdf, docx]).size).toBe(2);
  expect(await tagOf('/reports/changing.docx')).toBe(docx);
  writeFileSync(join(reports, 'changing.json'), report('乙局'));
  const { headers } = await portal.ask('/reports/changing.docx', { headers: { 'if-none-match': String(docx) } });
  expect(headers.etag).not.toBe(docx);
  expect(namesIn(headers['content-disposition']).name).toBe('乙局2025年政府信息公开工作年度报告.docx');
});

test.each(ids)('an id may be %s', async (id) => {
  expect((await portal.ask(path(id, 'docx'))).status).toBe(200);
});

test.each([
  '/reports/nobody.pdf',
  '/reports/.pdf',
  '/reports/huaian-2024.txt',
  '/reports/huaian-2024.yaml',
  '/reports/huaian-2024.PDF',
  '/reports/..%2fsecret.pdf',
  '/reports/../secret.pdf',
  '/reports/..%5csecret.pdf',
  '/reports/%2e%2e%2fsecret.docx',
  '/reports/..%252fsecret.pdf',
  '/reports/folder%2finner.pdf',
  '/reports/folder.pdf',
  '/reports/.hidden.pdf',
  '/reports/huaian-2024%00.pdf',
  '/reports/huaian-2024.yaml%00.pdf',
  `/reports/${encodeURIComponent('长'.repeat(99))}.pdf`,
  '/reports/',
  '/nothing',
  '/render',
])('there is no %s', async (url) => {
  for (const method of ['GET', 'HEAD']) {
    const { status, headers, body } = await portal.ask(url, { method });
    expect({ status, type: headers['content-type'] }).toEqual({ status: 404, type: 'application/json; charset=utf-8' });
    if (method === 'GET') {
      expect(JSON.parse(body.toString())).toEqual({ code: 'http/not-found', message: '没有这份报告，或没有这个网址' });
    }
  }
});

test.each([
  ['/reports/%', 400, 'http/bad-request'],
  [`/reports/${'a'.repeat(300)}.pdf`, 414, 'http/uri-too-long'],
])('what is no path: %s', async (url, status, code) => {
  const answer = await portal.ask(url);
  expect(answer.status).toBe(status);
  expect(answer.json()).toEqual({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
});

test.each([
  ['wrong-sum', 'report/invalid', ['sum/I2', 'sum/I1', 'sum/E1', 'sum/I3']],
  ['not-json', 'syntax/invalid', ['syntax/invalid']],
  ['gbk', 'syntax/invalid', undefined],
])('a report that cannot be made says why: %s', async (id, code, codes) => {
  const answer = await portal.ask(path(id, 'pdf'));
  expect(answer.status).toBe(422);
  expect(answer.headers.etag).toBeUndefined();
  const { findings, ...rest } = answer.json();
  expect(rest).toEqual({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
  const found = findings && [...new Set(findings.map((one: { code: string }) => one.code))];
  expect(found).toEqual(codes);
});
