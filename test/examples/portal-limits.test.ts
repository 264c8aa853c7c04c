import { readReport, renderReport } from '../../src/index.js';
import { FAULTS, report } from '../batch/made.js';
import { type Answer, type Server, start, until } from './client.js';

// What the portal does when there is too much to do, when it takes too long, and when somebody leaves.

const ONE = { THREADS: '1', NODE_OPTIONS: `--import ${FAULTS}` };
const THREAD = { ...ONE, TIMEOUT: '600' };

/** Takes a thread for ever. */
const endless = (agency: string) => report(`${agency}空转局`);

const url = '/render?format=docx';
const JSON_TYPE = { 'content-type': 'application/json' };

/** Sends a report and leaves when told to. */
function sent(portal: Server, body: string) {
  const gone = new AbortController();
  const answer = portal.ask(url, { method: 'POST', headers: JSON_TYPE, body, signal: gone.signal });
  const left = answer.then(
    () => 'answered',
    ({ name }) => name,
  );
  return { answer, left, leave: () => gone.abort() };
}

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

test('it says how it is', async () => {
  const portal = await start('portal/server.mjs', { THREADS: '1', QUEUE: '3' });
  const { status, headers, json } = await portal.ask('/healthz');
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' });
  expect(json()).toEqual({
    ok: true,
    threads: 1,
    running: 0,
    queue: 3,
    waiting: 0,
    cacheBytes: 0,
    connections: 1,
    unfinishedBytes: 0,
    eventLoopDelay: { p99: expect.any(Number), max: expect.any(Number) },
    rss: expect.any(Number),
  });
});

test('no more wait than may; the others are told when to come again', async () => {
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '1' });
  const running = sent(portal, endless('甲局'));
  await until(portal, (state) => state.running === 1);
  const waiting = sent(portal, report('乙局'));
  await until(portal, (state) => state.waiting === 1);

  const { status, headers, json } = await portal.post(url, report('丙局'));
  expect({ status, after: headers['retry-after'] }).toEqual({ status: 503, after: '2' });
  expect(json()).toEqual({ code: 'http/busy', message: '正在生成的报告太多，请稍后再试' });

  running.leave();
  expect((await waiting.answer).status).toBe(200);
  expect((await portal.post(url, report('丙局'))).status).toBe(200);
});

test('who leaves makes room: at once while waiting, soon while rendered', async () => {
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '1' });
  const running = sent(portal, endless('甲局'));
  await until(portal, (state) => state.running === 1);
  const waiting = sent(portal, endless('乙局'));
  await until(portal, (state) => state.waiting === 1);
  waiting.leave();
  await until(portal, (state) => state.waiting === 0);
  running.leave();
  await until(portal, (state) => state.running === 0);
  expect([await running.left, await waiting.left]).toEqual(['AbortError', 'AbortError']);
  expect((await portal.post(url, report('丙局'))).status).toBe(200);
});

test('who leaves takes nothing from who waits for the same', async () => {
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '1' });
  const blocking = sent(portal, endless('甲局'));
  await until(portal, (state) => state.running === 1);
  const [first, second] = [sent(portal, report('乙局')), sent(portal, report('乙局'))];
  await until(portal, (state) => state.waiting === 1);
  first.leave();
  expect(await first.left).toBe('AbortError');
  blocking.leave();
  expect((await second.answer).status).toBe(200);
});

test('equal reports that come together are rendered once', async () => {
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '0' });
  const answers = await Promise.all(Array.from({ length: 5 }, () => portal.post(url, report('甲局'))));
  expect(statuses(answers)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
});

test('what was made is kept, up to a limit, and is there when nothing can be made', async () => {
  const [first, others] = ['甲局', ['乙局', '丙局', '丁局']];
  const size = (await renderReport(readReport(report('甲局'), 'report.json').report, { format: 'docx' })).length;
  const room = { CACHE_MB: String((3.5 * size) / 2 ** 20) };
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '0', ...room });
  const sizeOf = async (agency: string) => (await portal.post(url, report(agency))).body.length;
  await sizeOf(first);
  let sizes = 0;
  for (const agency of others) sizes += await sizeOf(agency);
  const { cacheBytes } = (await portal.ask('/healthz')).json();
  // Titles and keys count, too.
  expect(cacheBytes).toBeGreaterThan(sizes);
  expect(cacheBytes).toBeLessThan(1.3 * sizes);

  const blocking = sent(portal, endless('甲局'));
  await until(portal, (state) => state.running === 1);
  const answers = await Promise.all([first, ...others].map((agency) => portal.post(url, report(agency))));
  expect(answers.map(({ status }) => status)).toEqual([503, 200, 200, 200]);
  blocking.leave();
  await blocking.left;
});

test('a report that takes too long is refused, and the next one is made', async () => {
  const portal = await start('portal/server.mjs', { ...ONE, TIMEOUT: '5' });
  const answer = await portal.post(url, endless('甲局'));
  expect(answer.status).toBe(422);
  expect(answer.json()).toMatchObject({
    code: 'worker/timeout',
    message: '处理这份报告的时间超过上限',
    findings: [{ code: 'worker/timeout', found: '超过 5 秒' }],
  });
  expect((await portal.post(url, report('乙局'))).status).toBe(200);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s: who is there gets an answer, nobody else is let in', async (signal) => {
  const portal = await start('portal/server.mjs', { ...THREAD, QUEUE: '1' });
  const running = sent(portal, report('慢局'));
  await until(portal, (state) => state.running === 1);
  const ended = portal.stop(signal);
  const { status, headers } = await running.answer;
  expect({ status, connection: headers.connection }).toEqual({ status: 200, connection: 'close' });
  expect(await ended).toEqual({ code: 0, signal: null });
  await expect(portal.ask('/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
