import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { FAULTS, report } from '../batch/made.js';
import { emptyFolder } from '../cli/nianbao.js';
import { type Server, say, start, until } from './client.js';

// Clients that send more than their share, or never end, and files that are none.

const THREAD = { THREADS: '1', NODE_OPTIONS: `--import ${FAULTS}`, TIMEOUT: '600', CLIENT_HEADER: 'X-Real-IP' };
const from = (client: string, more: object = {}) => ({
  'content-type': 'application/json',
  'x-real-ip': client,
  ...more,
});
const url = '/render?format=docx';

test('a client who takes all places gives one back to another, who is served before him', async () => {
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '2' });
  const order: string[] = [];
  const ask = (client: string, agency: string) =>
    portal.post(url, report(agency), from(client)).then(({ status }) => {
      order.push(`${agency} ${status}`);
      return status;
    });
  const gone = new AbortController();
  const body = report('甲空转局');
  const blocking = portal.ask(url, { method: 'POST', headers: from('a'), body, signal: gone.signal }).catch(() => 0);
  await until(portal, ({ running }) => running === 1);
  const greedy = [ask('a', '甲一局')];
  await until(portal, ({ waiting }) => waiting === 1);
  greedy.push(ask('a', '甲二局'));
  await until(portal, ({ waiting }) => waiting === 2);
  expect(await ask('a', '甲三局')).toBe(503);
  const other = ask('b', '乙局');
  expect(await Promise.race(greedy)).toBe(503);
  gone.abort();
  expect([await other, (await Promise.all(greedy)).sort()]).toEqual([200, [200, 503]]);
  expect(order.slice(2)).toEqual(['乙局 200', '甲一局 200']);
  await blocking;
});

test('a header counts only where it is said to be trusted', async () => {
  const portal = await start('portal/server.mjs', { ...THREAD, CLIENT_HEADER: '', QUEUE: '1' });
  const gone = new AbortController();
  const bodies = ['甲空转局', '乙局'].map((agency) => ({
    method: 'POST',
    headers: from(agency === '乙局' ? '2' : '1'),
    body: report(agency),
  }));
  const asked = bodies.map((one) => portal.ask(url, { ...one, signal: gone.signal }).catch(() => 0));
  await until(portal, ({ running, waiting }) => running === 1 && waiting === 1);
  expect((await portal.post(url, report('丙局'), from('3'))).status).toBe(503);
  gone.abort();
  await Promise.all(asked);
});

/** Opens a connection and says something. */
async function opened({ url: { port, hostname } }: Server, words: string, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port: Number(port), host: hostname, localAddress });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(words);
  return socket;
}

const stateOf = async (portal: Server) => (await portal.ask('/healthz')).json();

test('connections are shared out among addresses', async () => {
  const portal = await start('portal/server.mjs', { CONNECTIONS: '4' });
  const sockets = [];
  for (let i = 0; i < 6; i++) sockets.push(await opened(portal, '', '127.0.0.2'));
  expect((await stateOf(portal)).connections).toBeLessThanOrEqual(4);
  for (const socket of sockets) socket.destroy();
});

const rendering = (body: string) =>
  `POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test('one connection gets one thing after another, in the order in which it has asked', async () => {
  const portal = await start('portal/server.mjs', THREAD);
  const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
  const all = await say(portal, get('/healthz') + get('/nothing') + get('/', 'Connection: close\r\n'));
  expect([...all.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '404', '200']);

  const reports = ['甲空转局', '乙局', '丙局', '丁局'].map((agency) => rendering(report(agency)));
  const greedy = await opened(portal, reports.join(''));
  await until(portal, ({ running }) => running === 1);
  await stateOf(portal);
  expect(await stateOf(portal)).toMatchObject({ running: 1, waiting: 0 });
  greedy.destroy();
  await until(portal, ({ running }) => running === 0);
  expect(await stateOf(portal)).toMatchObject({ running: 0, waiting: 0 });
});

const unfinished = (length: number) =>
  `POST /render HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n{`;

test('bodies that are not whole are shared out among clients, and room is made for who has little', async () => {
  const portal = await start('portal/server.mjs', { BODIES_MB: '1' });
  const sockets = [];
  for (let i = 0; i < 4; i++) sockets.push(await opened(portal, unfinished(400_000), '127.0.0.2'));
  const { unfinishedBytes } = await stateOf(portal);
  expect(unfinishedBytes).toBeLessThanOrEqual(2 ** 20);
  expect((await portal.post(url, report('甲局'))).status).toBe(200);
  const [first] = sockets;
  expect((await portal.post(url, `${report('乙局')}${' '.repeat(400_000)}`)).status).toBe(200);
  expect(first?.destroyed || first?.readableEnded || sockets.some((one) => one.closed)).toBe(true);
  for (const socket of sockets) socket.destroy();
});

test('who does not read the answer is cut off, and nobody holds up the end', async () => {
  const reports = emptyFolder();
  const overview = `本机关主动公开政府信息。${'无。'.repeat(45_000)}`;
  writeFileSync(
    join(reports, '长.json'),
    report('甲局', { narrative: { overview, problems: overview, other: overview } }),
  );
  const portal = await start('portal/server.mjs', { REPORTS: reports, WRITE_SECONDS: '1', CLOSE_SECONDS: '1' });
  const socket = await opened(
    portal,
    `GET /reports/${encodeURIComponent('长')}.json HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(40),
  );
  socket.pause();
  expect((await stateOf(portal)).connections).toBe(2);
  while ((await stateOf(portal)).connections > 1) await pause(50);
  const idle = await opened(portal, unfinished(10));
  const over = once(idle, 'close');
  expect(await portal.stop()).toEqual({ code: 0, signal: null });
  await over;
  socket.destroy();
});

test('a body that is packed is refused', async () => {
  const portal = await start('portal/server.mjs');
  const { status, json } = await portal.post(url, gzipSync(report('甲局')), from('', { 'content-encoding': 'gzip' }));
  expect([status, json().code]).toEqual([415, 'http/media-type']);
});

test('If-None-Match: * of a report that cannot be made tells what is wrong with it', async () => {
  const reports = emptyFolder();
  writeFileSync(join(reports, '坏.json'), '{}');
  writeFileSync(join(reports, '好.json'), report('甲局'));
  const portal = await start('portal/server.mjs', { REPORTS: reports });
  for (const file of ['.pdf', '', '.json', '.csv']) {
    const ask = (id: string) =>
      portal.ask(`/reports/${encodeURIComponent(id)}${file}`, { headers: { 'if-none-match': '*' } });
    const [bad, good] = [await ask('坏'), await ask('好')];
    expect([file, bad.status, bad.headers.etag, good.status]).toEqual([file, 422, undefined, 304]);
    expect(good.headers.etag).toBeDefined();
  }
});

test('as many findings as one can read, and how many more there are', async () => {
  const portal = await start('portal/server.mjs');
  const unknown = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${'多'.repeat(250)}${i}`, 1]));
  const { status, json, body } = await portal.post(url, report('甲局', unknown));
  expect([status, json().findings.length, json().more]).toEqual([422, 100, 200]);
  expect(body.length).toBeLessThan(500_000);
});

test('pipes, devices and endless files of the folder are not opened', async () => {
  const reports = emptyFolder();
  spawnSync('mkfifo', [join(reports, '管.json')]);
  symlinkSync('/dev/zero', join(reports, '零.json'));
  writeFileSync(join(reports, '大.json'), '');
  truncateSync(join(reports, '大.json'), 2 ** 36);
  writeFileSync(join(reports, '好.json'), report('甲局'));
  const portal = await start('portal/server.mjs', { REPORTS: reports });
  const status = async (id: string) => (await portal.ask(`/reports/${encodeURIComponent(id)}.pdf`)).status;
  expect([await status('管'), await status('零'), await status('大'), await status('好')]).toEqual([
    404, 404, 422, 200,
  ]);
  const list = (await portal.ask('/')).body.toString();
  expect(list).toContain('甲局2025年');
  expect(list).not.toContain('管');
});

test('reports as data are read for everybody in turn, and no more wait than may', async () => {
  const folder = emptyFolder();
  for (const name of ['甲局', '乙局']) writeFileSync(join(folder, `${name}.json`), report(name));
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '2', REPORTS: folder });
  const asked = Array.from({ length: 8 }, () =>
    portal.ask(encodeURI('/reports/甲局.json'), { headers: { 'x-real-ip': 'a' } }),
  );
  const other = await portal.ask(encodeURI('/reports/乙局.json'), { headers: { 'x-real-ip': 'b' } });
  expect(other.status).toBe(200);
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
});

test('a form of very many parts is refused before it is taken apart', async () => {
  const portal = await start('portal/server.mjs', THREAD);
  const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
  const type = { 'content-type': 'multipart/form-data; boundary=b' };
  const body = `${part.repeat(20_000)}--b--\r\n`;
  expect((await portal.post('/render', body, type)).status).toBe(413);
  expect((await portal.post('/check', body, type)).status).toBe(400);
});
