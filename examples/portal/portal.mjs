import { monitorEventLoopDelay } from 'node:perf_hooks';
import Fastify from 'fastify';
import { formats } from 'nianbao';
import { letInOneByOne } from './admission.mjs';
import { limitBodies } from './bodies.mjs';
import { createCache } from './cache.mjs';
import { catalogueOf } from './catalogue.mjs';
import { findingsPage } from './checks.mjs';
import { limitConnections } from './clients.mjs';
import { limitWriting, TIMES } from './deadlines.mjs';
import { formOf } from './forms.mjs';
import { BODIES, disposition, dispositionFor, formatFor, formatIds, PAGE, shortened, unlessKept } from './headers.mjs';
import { listPage } from './list.mjs';
import { problem, refuse, refuseConnection, unrendered } from './problems.mjs';
import { DATA_TYPES } from './reading.mjs';
import { keyOf } from './renders.mjs';
import { reportPage } from './report-page.mjs';
import { provenUtf8 } from './reports.mjs';

/** @typedef {import('fastify').FastifyReply} Reply */
/** @typedef {import('./checks.mjs').Upload} Sent */

/** Bytes of a form besides the report in it. */
const FORM_BYTES = 4096;

/** Bytes of reports as data that are kept: each is read once, and not again for everybody who asks. */
const DATA_BYTES = 8 * 2 ** 20;

/** What a request without a body has sent. */
const NOTHING = { name: 'report.json', body: Buffer.alloc(0) };

/** Aborted if the client leaves before it has its answer. @param {Reply} reply */
function leaving({ raw }) {
  const gone = new AbortController();
  raw.once('close', () => raw.writableFinished || gone.abort());
  return gone.signal;
}

/** @param {Reply} reply @param {import('./renders.mjs').File} file @param {import('nianbao').FormatId} format */
function sendFile(reply, { title, bytes }, format) {
  const kind = dispositionFor(reply.request);
  const { mime, extension } = formats[format];
  return reply
    .type(mime)
    .header('content-length', bytes.length)
    .header('content-disposition', disposition(kind, title, extension))
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** What a form of a page has sent: a report as JSON, and the format that it is wanted in. @param {FormData | undefined} form @param {number} most bytes */
function fromForm(form, most) {
  const [report, format] = [form?.get('report'), formatIds.find((id) => id === form?.get('format'))];
  if (typeof report !== 'string' || format === undefined) throw problem(400);
  const bytes = Buffer.from(report);
  if (bytes.length > most) throw problem(413);
  return { source: { name: 'report.json', bytes }, format };
}

/** How late the event loop is, in milliseconds, in the last minute. @param {import('fastify').FastifyInstance} app */
function watchDelay(app) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const minutely = setInterval(() => delay.reset(), 60_000);
  app.addHook('onClose', async () => clearInterval(minutely));
  const milliseconds = (/** @type {number} */ nanoseconds) => Math.round(nanoseconds / 1e4) / 100;
  return () => ({ p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) });
}

/**
 * An HTTP service that renders reports: those of a folder, which it lists, and those that are sent. What is to be
 * rendered or read stays text until a thread has it.
 *
 * @param {object} parts
 * @param {ReturnType<typeof import('./reports.mjs').reportsIn>} parts.reports
 * @param {ReturnType<typeof import('./renders.mjs').createRenders>} parts.renders
 * @param {ReturnType<typeof import('./checks.mjs').createChecks>} parts.check
 * @param {ReturnType<typeof import('./reading.mjs').createReading>} parts.reading
 * @param {number} parts.bodyLimit bytes
 * @param {number} parts.uploadLimit bytes of a file that is uploaded
 * @param {(request: import('node:http').IncomingMessage) => string} parts.clientOf whose share a request counts to
 * @param {number} parts.connections the most that are open
 * @param {number} parts.bodiesLimit bytes of all bodies that are not whole yet
 * @param {number} parts.writeSeconds in which an answer has to be read
 */
export function createPortal({ reports, renders, check, reading, bodyLimit, uploadLimit, clientOf, ...limits }) {
  const app = Fastify({
    bodyLimit,
    requestTimeout: TIMES.request,
    keepAliveTimeout: TIMES.idle,
    http: { headersTimeout: TIMES.head, connectionsCheckingInterval: 1000 },
    // While it ends, what still comes on open connections is answered like the rest.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    logger: { level: 'warn' },
    frameworkErrors: (error, _, reply) => void refuse(error, reply),
    clientErrorHandler: refuseConnection,
  });
  const connections = limitConnections(app.server, limits.connections);
  letInOneByOne(app, clientOf);
  const unfinishedBytes = limitBodies(app, { most: limits.bodiesLimit, clientOf });
  limitWriting(app, limits.writeSeconds);
  app.setErrorHandler((error, _, reply) => refuse(error, reply));
  app.setNotFoundHandler((_, reply) => refuse(problem(404), reply));
  app.removeAllContentTypeParsers();
  for (const [type, name] of Object.entries(BODIES)) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => done(null, { name, body }));
  }

  // A form of megabytes may take seconds: only a thread takes it apart.
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (request, body, done) =>
    done(null, { form: { body, type: String(request.headers['content-type']) } }),
  );

  const catalogue = catalogueOf(reports, reading);
  // HEAD comes with GET, here and below.
  app.get('/', async ({ query }, reply) => {
    const { agency = '', year = '' } = /** @type {Record<string, unknown>} */ (query);
    const asked = { agency: String(agency), year: String(year) };
    return reply.headers({ ...PAGE, 'cache-control': 'no-cache' }).send(listPage(await catalogue(), asked));
  });

  /** @param {Reply} reply @param {import('./reports.mjs').Source} source @param {import('nianbao').FormatId} format @param {number} malformed */
  async function rendered(reply, source, format, malformed) {
    const who = { client: clientOf(reply.request.raw), signal: leaving(reply) };
    const result = await renders.render(source, format, who);
    if (!result.ok) throw unrendered(result.findings, malformed);
    return result.file;
  }

  /** The page of a report. @param {Reply} reply @param {string} id */
  async function sendPage(reply, id) {
    const source = await reports.find(id);
    if (!source) throw problem(404);
    const file = await unlessKept(reply, `"${keyOf(source, 'html')}-page"`, () => rendered(reply, source, 'html', 422));
    if (file === undefined) return reply;
    return reply.headers(PAGE).send(reportPage(new TextDecoder().decode(file.bytes), id, file.title));
  }

  /** @type {ReturnType<typeof createCache<{ title: string, bytes: Buffer }>>} */
  const kept = createCache(DATA_BYTES);

  /** A report as data. @param {Reply} reply @param {import('./reports.mjs').Source} source @param {string} extension */
  async function dataOf(reply, source, extension) {
    const who = { client: clientOf(reply.request.raw), signal: leaving(reply) };
    const told = await reading.read({ ...source, extension }, who);
    if ('findings' in told) throw unrendered(told.findings, 422);
    const title = shortened(`${told.agency}${told.year}年政府信息公开工作年度报告`);
    return { title, bytes: Buffer.from(told.data ?? '') };
  }

  /** Sends a report as data. @param {Reply} reply @param {string} id @param {string} extension */
  async function sendData(reply, id, extension) {
    const source = await reports.find(id);
    const type = Object.hasOwn(DATA_TYPES, extension) ? DATA_TYPES[extension] : undefined;
    if (!source || type === undefined) return sendPage(reply, `${id}.${extension}`);
    const key = keyOf(source, extension);
    const data = await unlessKept(reply, `"${key}"`, async () => {
      const made = kept.get(key) ?? (await dataOf(reply, source, extension));
      kept.set(key, made);
      return made;
    });
    if (data === undefined) return reply;
    return reply
      .headers({ 'content-type': type, 'x-content-type-options': 'nosniff' })
      .header('content-disposition', disposition(dispositionFor(reply.request), data.title, extension))
      .send(data.bytes);
  }

  app.get('/reports/:file', async (request, reply) => {
    const { file } = /** @type {{ file: string }} */ (request.params);
    const [, id = '', extension] = /^(.*)\.(\w+)$/su.exec(file) ?? [];
    if (extension === undefined) return sendPage(reply, file);
    const format = formatIds.find((one) => formats[one].extension === extension);
    if (format === undefined) return sendData(reply, id, extension);
    const source = await reports.find(id);
    if (!source) throw problem(404);
    const made = await unlessKept(reply, `"${keyOf(source, format)}"`, () => rendered(reply, source, format, 422));
    return made === undefined ? reply : sendFile(reply, made, format);
  });

  app.post('/render', { bodyLimit: bodyLimit + FORM_BYTES }, async (request, reply) => {
    const { form, name, body } = /** @type {{ form?: Sent, name: string, body: Buffer }} */ (request.body ?? NOTHING);
    if (!form && body.length > bodyLimit) throw problem(413);
    const { source, format } = form
      ? fromForm(await formOf(form.body, form.type), bodyLimit)
      : { format: formatFor(request), source: { name, bytes: provenUtf8(body, 400) } };
    const file = await rendered(reply, source, format, 400);
    return sendFile(reply.header('cache-control', 'no-store'), file, format);
  });

  app.post('/check', { bodyLimit: uploadLimit }, async (request, reply) => {
    const { form } = /** @type {{ form?: Sent }} */ (request.body ?? {});
    if (form === undefined) throw problem(415);
    const checked = await check(form, { client: clientOf(request.raw), signal: leaving(reply) });
    return reply.headers({ ...PAGE, 'cache-control': 'no-store' }).send(findingsPage(checked));
  });

  const eventLoopDelay = watchDelay(app);
  app.get('/healthz', async (_, reply) => {
    reply.header('cache-control', 'no-store');
    const state = { ...renders.state(), connections: connections(), unfinishedBytes: unfinishedBytes() };
    return { ok: true, ...state, eventLoopDelay: eventLoopDelay(), rss: process.memoryUsage.rss() };
  });
  return app;
}
