import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats, readReport, renderReport } from '../../src/index.js';
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

describe.each(['pdf', 'docx'] as const)('%s', (format) => {
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

describe('the list', () => {
  test('has every report that there is, with links to read it and to keep it in every format', async () => {
    const { status, headers, body } = await portal.ask('/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    const page = body.toString();
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    const listed = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, id]) => id);
    expect(listed).toEqual(['a.b', 'gbk', 'huaian-2024', 'not-json', 'wrong-sum', '政府办（示例）', '示例市-2024']);
    const links = [...page.matchAll(/<a href="(.*?)" aria-label="(.*?)">(.*?)<\/a>/g)];
    expect(links).toHaveLength(3 * listed.length);
    expect(new Set(links.map(([, , label]) => label)).size).toBe(links.length);
    for (const [, href = '', label = '', words = ''] of links) {
      expect(label.startsWith(words)).toBe(true);
      expect(`/${href}`.replace('?inline', '')).toMatch(/^\/reports\/[^?]+\.(?:pdf|docx)$/);
    }
    const [, href = ''] = links.find(([, , label]) => label === '下载 DOCX：政府办（示例）') ?? [];
    expect((await portal.ask(`/${href}`)).status).toBe(200);
  });

  test('of no folder, and of an empty one, says that there are none', async () => {
    const empty = await start('portal/server.mjs', { THREADS: '1', REPORTS: join(outer, 'missing') });
    const { status, body } = await empty.ask('/');
    expect(status).toBe(200);
    expect(body.toString()).toContain('还没有报告。');
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
  '/reports/huaian-2024',
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
