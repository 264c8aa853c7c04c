import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fixture } from '../readers/fixtures.mjs';

// Clients of a portal, each with an address of its own on the loopback: `fork(crowd.mjs, [url, 'hostile', 'honest' or 'health', seconds])`.
// At the end they send back what came of their requests, and how late their own event loop was.

const [address = '', kind, seconds] = process.argv.slice(2);
const { hostname, port } = new URL(address);
const end = performance.now() + 1000 * Number(seconds);
const isOver = () => performance.now() >= end;
const elapsed = () => Number(seconds) - (end - performance.now()) / 1000;

const least = JSON.parse(fixture('2021/minimal.json').text);
let made = 0;
/** A report that nobody has sent before. */
function distinct(/** @type {object} */ more = {}) {
  made += 1;
  return JSON.stringify({ ...least, agency: { name: `示例县第${made}局` }, ...more });
}

/** @type {Record<string, number>} */
const statuses = {};
let sent = 0;
const note = (/** @type {string | number} */ status) => {
  sent += 1;
  statuses[status] = (statuses[status] ?? 0) + 1;
};

/**
 * @param {string} from the address of the client
 * @param {string} path
 * @param {{ body?: string | Buffer, type?: string }} [more]
 * @returns {Promise<{ status: number | string, body: Buffer }>}
 */
function ask(from, path, { body, type = 'application/json' } = {}) {
  const method = body === undefined ? 'GET' : 'POST';
  const headers = body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const options = { hostname, port, path, method, headers, localAddress: from, agent: new Agent(), timeout: 60_000 };
    const sending = request(options, (answer) => {
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', () => resolve({ status: 'broken off', body: Buffer.alloc(0) }));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    sending.on('timeout', () => sending.destroy());
    sending.on('error', ({ code }) => resolve({ status: code ?? 'error', body: Buffer.alloc(0) }));
    sending.end(body);
  });
}

/** A connection that says something and then only what it is told to. */
function opened(/** @type {string} */ from, /** @type {string} */ words) {
  const socket = connect({ host: hostname, port: Number(port), localAddress: from });
  socket.on('error', () => {});
  socket.write(words);
  note('opened');
  return socket;
}

const spaces = (/** @type {number} */ count) => ' '.repeat(count) + '\u3000'.repeat(count / 4);

/** What clients do who mean no good, each over and over. @type {((from: string) => Promise<unknown>)[]} */
const HOSTILE = [
  async (from) => {
    const narrative = { ...least.narrative, overview: `无${spaces(80_000)}。` };
    note((await ask(from, '/render?format=pdf', { body: distinct({ narrative }) })).status);
  },
  async (from) => {
    const head = 'POST /render HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n';
    const sockets = Array.from({ length: 10 }, () => opened(from, head));
    for (let i = 0; i < 20 && !isOver(); i++) {
      for (const socket of sockets) if (socket.writable) socket.write(' ');
      await pause(500);
    }
    for (const socket of sockets) socket.destroy();
  },
  async (from) => {
    const sockets = Array.from({ length: 5 }, () => {
      const socket = opened(from, 'GET /reports/huaian-2024.pdf HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20));
      return socket.pause();
    });
    await pause(5000);
    for (const socket of sockets) socket.destroy();
  },
  async (from) => {
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2_000_000, 'x')]);
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b--\r\n')]);
    note((await ask(from, '/check', { body, type: 'multipart/form-data; boundary=b' })).status);
    await pause(100);
  },
  async (from) => {
    const sockets = Array.from({ length: 40 }, () => opened(from, ''));
    await Promise.race([once(sockets[0] ?? process, 'close'), pause(3000)]);
    for (const socket of sockets) socket.destroy();
  },
];

async function hostile(/** @type {number} */ i) {
  const act = HOSTILE[i % HOSTILE.length];
  while (!isOver()) await act?.(`127.0.1.${i + 1}`);
}

/** @type {number[]} */
const took = [];
/** @type {Record<string, number>} */
const refused = {};

/** What clients do who mean well: one request after another, each with some time to read the answer. */
async function honest(/** @type {number} */ i) {
  const from = `127.0.2.${i + 1}`;
  await pause(200 * i);
  for (let turn = i; !isOver(); turn++) {
    const start = performance.now();
    const { status, body } =
      turn % 2 === 0
        ? await ask(from, '/render?format=docx', { body: distinct() })
        : await ask(from, '/reports/minimal.pdf');
    const isWhole = turn % 2 === 0 ? body.toString('latin1', 0, 2) === 'PK' : body.toString('latin1', 0, 5) === '%PDF-';
    if (status === 200 && isWhole) took.push(performance.now() - start);
    else refused[status] = (refused[status] ?? 0) + 1;
    await pause(1500);
  }
}

/** @type {object[]} */
const looks = [];
/** @type {number[]} */
const health = [];
async function watch() {
  while (!isOver()) {
    const start = performance.now();
    const { status, body } = await ask('127.0.3.1', '/healthz');
    if (status === 200) {
      health.push(performance.now() - start);
      looks.push({ at: elapsed(), ...JSON.parse(body.toString()) });
    } else refused[`health ${status}`] = (refused[`health ${status}`] ?? 0) + 1;
    await pause(100);
  }
}

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const [count, act] = { hostile: [40, hostile], honest: [10, honest], health: [1, watch] }[String(kind)] ?? [];
await Promise.all(Array.from({ length: count }, (_, i) => act(i)));
const late = delay.percentile(99) / 1e6;
process.send?.({ sent, statuses, took, refused, looks, health, late }, () => process.exit());
