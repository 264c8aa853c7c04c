import { problem } from './problems.mjs';
import { createShares } from './shares.mjs';

/**
 * Keeps what has been sent of bodies that are not whole yet within a limit, and shared out among clients. What counts is what a
 * request says that it will send, and the most that it may send if it does not say.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {{ readonly most: number, readonly clientOf: (request: import('node:http').IncomingMessage) => string }} options bytes
 */
export function limitBodies(app, { most, clientOf }) {
  const shares = createShares(most);
  /** @type {WeakMap<object, import('./shares.mjs').Holding>} */
  const held = new WeakMap();
  const release = (/** @type {object} */ request) => {
    const holding = held.get(request);
    if (holding) shares.release(holding);
  };
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const {
      'content-encoding': encoding = 'identity',
      'content-length': length,
      'transfer-encoding': chunked,
    } = raw.headers;
    if (encoding !== 'identity') throw problem(415, { message: '报告要不加压缩地发送（没有 Content-Encoding）' });
    const limit = routeOptions.bodyLimit ?? 0;
    const amount = chunked === undefined ? Math.min(Number(length ?? 0), limit) : limit;
    if (!(amount > 0)) return;
    const holding = shares.take(clientOf(raw), amount, () => raw.destroy());
    if (holding === undefined) throw problem(503);
    held.set(raw, holding);
    raw.once('close', () => release(raw));
  });
  app.addHook('preHandler', async ({ raw }) => release(raw));
  return () => shares.sum;
}
