import { formats, readReport, renderReport } from '../../src/index.js';
import { report } from '../batch/made.js';
import { fc } from '../fast-check.js';
import { fixture } from '../readers/fixtures.mjs';
import { namesIn, type Server, say, start } from './client.js';

// Reports sent to the portal: what comes back, and how it is told what is wrong with them.

let portal: Server;
beforeAll(async () => {
  portal = await start('portal/server.mjs', { THREADS: '1', BODY_KB: '64', TIMEOUT: '600' });
});

const JSON_TYPE = { 'content-type': 'application/json' };
const PDF = formats.pdf.mime;
const DOCX = formats.docx.mime;
const plain = report('示例局');
const HAN = /\p{Script=Han}/u;

test.each(['pdf', 'docx'] as const)('%s is what the library makes', async (format) => {
  const { text } = fixture('2021/extreme.json');
  const { status, headers, body } = await portal.post(`/render?format=${format}`, text);
  expect(status).toBe(200);
  expect(body.equals(await renderReport(readReport(text, 'report.json').report, { format }))).toBe(true);
  expect(headers).toMatchObject({ 'content-type': formats[format].mime, 'content-length': String(body.length) });
  expect(namesIn(headers['content-disposition']).name).toMatch(/^.*年政府信息公开工作年度报告\.(pdf|docx)$/);
});

test('amounts print as they were written: the report is not read as JavaScript numbers on the way', async () => {
  const sent = plain.replace('"disclosure":{"fill":0}', '"disclosure":{"fill":0,"fees":{"amount":96171.60}}');
  const { body } = await portal.post('/render?format=docx', sent);
  expect(body.equals(await renderReport(readReport(sent, 'report.json').report, { format: 'docx' }))).toBe(true);
  const rounded = JSON.stringify(JSON.parse(sent));
  expect(body.equals((await portal.post('/render?format=docx', rounded)).body)).toBe(false);
});

describe('YAML', () => {
  const { text, name } = fixture('2021/suqian-2024.yaml');

  test.each(['application/yaml', 'application/x-yaml', 'text/yaml; charset=utf-8', 'Text/X-YAML'])(
    'is read like JSON: %s',
    async (type) => {
      const { status, body } = await portal.post('/render?format=docx', text, { 'content-type': type });
      expect(status).toBe(200);
      expect(body.equals(await renderReport(readReport(text, name).report, { format: 'docx' }))).toBe(true);
    },
  );

  test('that is none is told with its line', async () => {
    const answer = await portal.post('/render', 'a: [', { 'content-type': 'application/yaml' });
    expect(answer.status).toBe(400);
    expect(answer.json().findings[0]).toMatchObject({
      code: 'syntax/invalid',
      place: { file: 'report.yaml', line: 1 },
    });
  });
});

test('what is sent may be shown in the browser', async () => {
  const { headers } = await portal.post('/render?format=pdf&inline', plain);
  expect(namesIn(headers['content-disposition'], 'inline').name).toBe('示例局2025年政府信息公开工作年度报告.pdf');
});

describe('the format', () => {
  test.each([
    [undefined, 'application/pdf'],
    ['*/*', PDF],
    ['application/*', PDF],
    [DOCX, DOCX],
    [DOCX.toUpperCase(), DOCX],
    [`text/plain, ${DOCX};q=0.5, */*;q=0.1`, DOCX],
    ['text/html, application/xml;q=0.9, */*;q=0.8', formats.html.mime],
    [`${PDF};q=0.2,${DOCX};q=0.3`, DOCX],
    [`${PDF};q=0, */*`, DOCX],
    [`${PDF} ; q=0.9 , ${DOCX}; q=0.8`, PDF],
  ])('for who accepts %s', async (accept, type) => {
    const { status, headers } = await portal.post('/render', plain, { ...JSON_TYPE, ...(accept && { accept }) });
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type });
  });

  test.each(['text/plain', 'application/json, image/*', `${PDF};q=0`, `${DOCX};q=much`])(
    'there is none for who accepts %s',
    async (accept) => {
      const answer = await portal.post('/render', plain, { ...JSON_TYPE, accept });
      expect(answer.status).toBe(406);
      expect(answer.json()).toEqual({ code: 'http/not-acceptable', message: expect.stringMatching(HAN) });
    },
  );

  test('?format= goes before what is accepted', async () => {
    const { headers } = await portal.post('/render?format=docx', plain, { ...JSON_TYPE, accept: PDF });
    expect(headers['content-type']).toBe(DOCX);
  });

  test.each(['exe', '', 'pdf&format=docx', 'PDF', 'constructor'])('there is no format=%s', async (format) => {
    const answer = await portal.post(`/render?format=${format}`, plain);
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({ code: 'http/format', message: expect.stringMatching(HAN) });
  });
});

test('names of any agency arrive whole, but for what no file may be called', async () => {
  const characters = fc.constantFrom(...'省市县局（）《》、·“”〇龘𠮷Aé 09"\'%;,=*/\\:?<>|()[]{}~^`#$&+!@_.-');
  const agencies = fc
    .string({ unit: characters, minLength: 1, maxLength: 30 })
    .filter((name) => /^\S(.*\S)?$/u.test(name));
  await fc.assert(
    fc.asyncProperty(agencies, async (agency) => {
      const { status, headers } = await portal.post('/render?format=docx', report(agency));
      expect(status).toBe(200);
      const { name, plain: old } = namesIn(headers['content-disposition']);
      const title = `${agency}2025年政府信息公开工作年度报告`.replace(/["*/\\:?<>|]/g, '_').replace(/^[. ]+/, '');
      expect(name).toBe(`${title}.docx`);
      expect(old).toMatch(/^report-\d+\.docx$/);
    }),
    { numRuns: 50, seed: 7 },
  );
});

test('a name is cut to what file systems take', async () => {
  const { headers } = await portal.post('/render?format=docx', report('龘𠮷'.repeat(40)));
  const { name } = namesIn(headers['content-disposition']);
  expect(name).toBe(`${'龘𠮷'.repeat(30)}.docx`);
});

describe('what is wrong is told', () => {
  test('all findings of a report that does not add up', async () => {
    const { text } = fixture('broken/wrong-sum.json');
    const answer = await portal.post('/render', text);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const { code, message, findings } = answer.json();
    expect({ code, message }).toEqual({ code: 'report/invalid', message: '报告有问题，没有生成文件' });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'sum/E1',
        severity: 'error',
        message: expect.stringMatching(HAN),
        label: expect.stringMatching(HAN),
        place: { file: 'report.json', line: expect.any(Number), column: expect.any(Number) },
        hint: expect.stringMatching(HAN),
      }),
    );
  });

  test.each(['null', '[]', '7', '{}', '{"edition":"1999"}'])('JSON that is no report: %s', async (body) => {
    const answer = await portal.post('/render', body);
    expect(answer.status).toBe(422);
    expect(answer.json().findings.length).toBeGreaterThan(0);
  });

  test.each([
    ['nothing', ''],
    ['half a report', plain.slice(0, 60)],
    ['YAML', 'edition: "2021"'],
    ['words', '年报'],
    ['a key twice', '{"year":2025,"year":2024}'],
    ['brackets without end', '['.repeat(60_000)],
  ])('what is no JSON, with its line: %s', async (_, body) => {
    const answer = await portal.post('/render', body);
    expect(answer.status).toBe(400);
    const { code, message, findings } = answer.json();
    expect({ code, message }).toEqual({ code: 'syntax/invalid', message: expect.stringMatching(HAN) });
    expect(findings[0]).toMatchObject({ code: 'syntax/invalid', place: { file: 'report.json', line: 1 } });
  });

  test('no body, and no type of it', async () => {
    const answer = await portal.ask('/render', { method: 'POST' });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'syntax/invalid' });
  });

  test('another encoding', async () => {
    const answer = await portal.post('/render', Buffer.from([0x7b, 0x22, 0xc4, 0xea, 0x22]));
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({ code: 'syntax/invalid', message: expect.stringContaining('UTF-8') });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense', ''])(
    'another type: %s',
    async (type) => {
      const answer = await portal.post('/render', plain, type === '' ? {} : { 'content-type': type });
      expect(answer.status).toBe(415);
      expect(answer.json()).toEqual({ code: 'http/media-type', message: expect.stringMatching(HAN) });
    },
  );

  test('JSON whose charset is named', async () => {
    const { status } = await portal.post('/render', plain, { 'content-type': 'application/json; charset=UTF-8' });
    expect(status).toBe(200);
  });

  test('more than the limit', async () => {
    const padded = (size: number) => `${plain}${' '.repeat(size - Buffer.byteLength(plain))}`;
    expect((await portal.post('/render', padded(65_536))).status).toBe(200);
    const answer = await portal.post('/render', padded(65_537));
    expect(answer.status).toBe(413);
    expect(answer.json()).toEqual({ code: 'http/too-large', message: expect.stringMatching(HAN) });
  });

  test('more than the limit, in a form, which may be larger', async () => {
    const form = new FormData();
    form.set('format', 'docx');
    form.set('report', plain + ' '.repeat(65_536));
    const sent = new Response(form);
    const type = sent.headers.get('content-type') ?? '';
    const answer = await portal.post('/render', Buffer.from(await sent.arrayBuffer()), { 'content-type': type });
    expect(answer.status).toBe(413);
  });

  test('a form of more parts than any has, all of them empty files', async () => {
    const form = new FormData();
    form.set('format', 'docx');
    form.set('report', plain);
    for (let i = 0; i < 200; i++) form.append('file', new File([], 'x'));
    const sent = new Response(form);
    const type = sent.headers.get('content-type') ?? '';
    const answer = await portal.post('/render', Buffer.from(await sent.arrayBuffer()), { 'content-type': type });
    expect(answer.status).toBe(400);
  });

  test('more than the limit, its length not said', async () => {
    const answer = await portal.post('/render', 'x'.repeat(65_537), { ...JSON_TYPE, 'transfer-encoding': 'chunked' });
    expect(answer.status).toBe(413);
  });

  test.each([
    ['400 Bad Request', 'http/bad-request', 'NONSENSE\r\n\r\n'],
    [
      '431 Request Header Fields Too Large',
      'http/headers-too-large',
      `GET / HTTP/1.1\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
    ],
  ])('what is no request: %s', async (status, code, words) => {
    const [head = '', body = ''] = (await say(portal, words)).split('\r\n\r\n');
    expect(head.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
    expect(head).toContain('Content-Type: application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual({ code, message: expect.stringMatching(HAN) });
  });

  test('it goes on after all that', async () => {
    expect((await portal.post('/render', plain)).status).toBe(200);
  });
});
