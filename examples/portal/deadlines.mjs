/** What is not over in time is cut off: requests that do not end, answers that nobody reads, and the end of the portal itself. */

/** Milliseconds for the head of a request, for all of it, and between two on one connection. */
export const TIMES = { head: 10_000, request: 30_000, idle: 5_000 };

/**
 * Cuts off who does not read the answer.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {number} seconds for an answer, once it is there
 */
export function limitWriting(app, seconds) {
  app.addHook('onSend', async (_, { raw }) => {
    const timer = setTimeout(() => raw.destroy(), seconds * 1000);
    raw.once('close', () => clearTimeout(timer));
  });
}

/**
 * Ends the portal: nobody else is let in, who is there gets an answer, but not for longer than a while.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {number} seconds
 */
export async function end(app, seconds) {
  const timer = setTimeout(() => app.server.closeAllConnections(), seconds * 1000);
  await app.close();
  clearTimeout(timer);
}
