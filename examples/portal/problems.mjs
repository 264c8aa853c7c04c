import { STATUS_CODES } from 'node:http';
import { kindOf, stops } from 'nianbao';

/** By status: a code for programs and a sentence for people. @type {Readonly<Record<number, readonly [string, string]>>} */
const PROBLEMS = {
  400: ['http/bad-request', '请求的写法不对'],
  404: ['http/not-found', '没有这份报告，或没有这个网址'],
  406: ['http/not-acceptable', '只能生成 PDF、DOCX 和 HTML'],
  408: ['http/timeout', '请求发得太慢'],
  413: ['http/too-large', '报告超过大小上限'],
  414: ['http/uri-too-long', '网址太长'],
  415: [
    'http/media-type',
    '报告要以 JSON 或 YAML 发送（Content-Type: application/json 或 application/yaml），或从网页上传',
  ],
  422: ['report/invalid', '报告有问题，没有生成文件'],
  431: ['http/headers-too-large', '请求头太长'],
  500: ['internal', '服务出错了'],
  503: ['http/busy', '正在生成的报告太多，请稍后再试'],
};

/** Seconds after which a client that was turned away may come again. */
const RETRY_AFTER = 2;

/** Findings in one answer, and characters of each of their texts. */
const MOST = { findings: 100, characters: 200 };

/** @type {(value: unknown) => unknown} */
const cut = (value) => {
  if (Array.isArray(value)) return value.map(cut);
  return typeof value === 'string' && value.length > MOST.characters ? `${value.slice(0, MOST.characters)}……` : value;
};

/**
 * As many findings as one answer tells, without what is too long of them, and how many more there are.
 *
 * @param {readonly import('nianbao').Diagnostic[]} all
 * @returns {{ readonly findings: readonly import('nianbao').Diagnostic[], readonly more: number }}
 */
export function mostFindings(all) {
  // What stops a report comes first: it is what has to be mended.
  const told = [...all.filter(stops), ...all.filter((one) => !stops(one))].slice(0, MOST.findings);
  const findings = told.map(({ places, fix, ...one }) => {
    const entries = Object.entries(one).map(([key, value]) => [key, cut(value)]);
    return { ...Object.fromEntries(entries), ...(places && { places: places.slice(0, 10) }), ...(fix && { fix }) };
  });
  return { findings, more: all.length - findings.length };
}

/** Where a report asks for more than it may have: to send it again is of no use. */
const BEYOND = ['worker/timeout', 'worker/memory'];

/** What is no HTTP, by the code of Node's error. @type {Readonly<Record<string, number>>} */
const CONNECTIONS = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * An error to be thrown.
 *
 * @param {number} statusCode
 * @param {{ readonly code?: string, readonly message?: string, readonly findings?: readonly import('nianbao').Diagnostic[],
 *   readonly more?: number }} [body]
 *   what the client is told besides or instead of what the status says
 */
export function problem(statusCode, body = {}) {
  return Object.assign(new Error(body.message ?? STATUS_CODES[statusCode]), { statusCode, body });
}

/**
 * The error for a report that could not be rendered.
 *
 * @param {readonly import('nianbao').Diagnostic[]} all
 * @param {number} malformed the status if it is no JSON or YAML: whose fault that is depends on where it comes from
 */
export function unrendered(all, malformed) {
  const [first] = all.filter(stops);
  if (first === undefined) return problem(500);
  const { code, message } = first;
  const { findings, more } = mostFindings(all);
  const told = { findings, ...(more > 0 && { more }) };
  if (BEYOND.includes(code)) return problem(422, { code, message, ...told });
  if (code === 'syntax/invalid') return problem(malformed, { code, message, ...told });
  // A fault of ours is for the log.
  const isOurs = ['internal', 'io'].includes(kindOf(first));
  return isOurs ? new Error(JSON.stringify(findings)) : problem(422, told);
}

/** What a client is told of an error, whatever it is. @param {any} error */
function told({ statusCode = 500, name, body }) {
  const known = statusCode in PROBLEMS ? statusCode : statusCode >= 400 && statusCode < 500 ? 400 : 500;
  // A render that is called off because the portal ends.
  const status = name === 'AbortError' ? 503 : known;
  const [code, message] = PROBLEMS[status] ?? [];
  return { status, body: { code, message, ...body } };
}

/** Answers with an error. @param {any} error @param {import('fastify').FastifyReply} reply */
export function refuse(error, reply) {
  const { status, body } = told(error);
  if (status === 500) reply.log.error(error);
  if (status === 503) reply.header('retry-after', RETRY_AFTER);
  return reply.code(status).send(body);
}

/**
 * Answers what is no HTTP, by hand: nothing has become of it that could be replied to.
 *
 * @param {NodeJS.ErrnoException} error
 * @param {import('node:net').Socket} socket
 */
export function refuseConnection({ code = '' }, socket) {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, body } = told(problem(CONNECTIONS[code] ?? 400));
  const json = JSON.stringify(body);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8`;
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(json)}\r\nConnection: close\r\n\r\n${json}`);
}
