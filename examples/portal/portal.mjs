import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import Fastify from 'fastify';
import { formats } from 'nianbao';
import { BODIES, disposition, dispositionFor, formatFor, formatIds, names } from './headers.mjs';
import { listPage } from './list.mjs';
import { problem, refuse, refuseConnection, unrendered } from './problems.mjs';
import { keyOf } from './renders.mjs';
import { asUtf8 } from './reports.mjs';

/** @typedef {import('fastify').FastifyReply} Reply */

/** Bytes written at a time. */
const PIECE = 65_536;

/** What a request without a body has sent. */
const NOTHING = { name: 'report.json', body: Buffer.alloc(0) };

function* inPieces(/** @type {Uint8Array} */ bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

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
    .send(Readable.from(inPieces(bytes), { objectMode: false }));
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
 * An HTTP service that renders reports: those of a folder, which it lists, and those that are sent. It reads none itself: a report stays text
 * until a thread has it.
 *
 * @param {object} parts
 * @param {ReturnType<typeof import('./reports.mjs').reportsIn>} parts.reports
 * @param {ReturnType<typeof import('./renders.mjs').createRenders>} parts.renders
 * @param {number} parts.bodyLimit bytes
 */
export function createPortal({ reports, renders, bodyLimit }) {
  const app = Fastify({
    bodyLimit,
    requestTimeout: 30_000,
    // While it ends, what still comes on open connections is answered like the rest.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    logger: { level: 'warn' },
    frameworkErrors: (error, _, reply) => void refuse(error, reply),
    clientErrorHandler: refuseConnection,
  });
  app.setErrorHandler((error, _, reply) => refuse(error, reply));
  app.setNotFoundHandler((_, reply) => refuse(problem(404), reply));
  app.removeAllContentTypeParsers();
  for (const [type, name] of Object.entries(BODIES)) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => done(null, { name, body }));
  }

  // HEAD comes with GET, here and below.
  app.get('/', async (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .headers({
        'cache-control': 'no-cache',
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      })
      .send(listPage(await reports.list())),
  );

  app.get('/reports/:file', async (request, reply) => {
    const { file } = /** @type {{ file: string }} */ (request.params);
    const [, id = '', extension] = /^(.*)\.(\w+)$/su.exec(file) ?? [];
    const format = formatIds.find((one) => formats[one].extension === extension);
    const source = format && (await reports.find(id));
    if (!source) throw problem(404);
    const tag = `"${keyOf(source, format)}"`;
    const kept = { etag: tag, 'cache-control': 'no-cache' };
    if (names(request.headers['if-none-match'], tag)) return reply.code(304).headers(kept).send();
    const result = await renders.render(source, format, leaving(reply));
    if (!result.ok) throw unrendered(result.findings, 422);
    return sendFile(reply.headers(kept), result.file, format);
  });

  app.post('/render', async (request, reply) => {
    const format = formatFor(request);
    const { name, body } = /** @type {{ name: string, body: Buffer }} */ (request.body ?? NOTHING);
    const source = { name, text: asUtf8(body, 400) };
    const result = await renders.render(source, format, leaving(reply));
    if (!result.ok) throw unrendered(result.findings, 400);
    return sendFile(reply.header('cache-control', 'no-store'), result.file, format);
  });

  const eventLoopDelay = watchDelay(app);
  app.get('/healthz', async (_, reply) => {
    reply.header('cache-control', 'no-store');
    return { ok: true, ...renders.state(), eventLoopDelay: eventLoopDelay(), rss: process.memoryUsage.rss() };
  });
  return app;
}
