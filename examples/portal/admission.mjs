import { problem } from './problems.mjs';

/** Lets one in after another, each in a turn of the event loop of its own; clients take turns. */
function createGate() {
  /** Who waits, by client; whose turn it is comes first. @type {Map<string, (() => void)[]>} */
  const waiting = new Map();
  /** Whether `next` is to come: never twice in a turn, however often all are let in and others come. */
  let isDue = false;

  function next() {
    const [first] = waiting;
    isDue = first !== undefined;
    if (first === undefined) return;
    const [client, [enter, ...others]] = first;
    waiting.delete(client);
    if (others.length > 0) waiting.set(client, others);
    enter?.();
    setImmediate(next);
  }

  /** @param {string} client @returns {Promise<void>} */
  return (client) =>
    new Promise((resolve) => {
      if (!isDue) setImmediate(next);
      isDue = true;
      waiting.set(client, [...(waiting.get(client) ?? []), resolve]);
    });
}

/**
 * Lets requests in one after another. On a connection each waits until the answer to the one before is read: without that, a limit on
 * connections is none on requests. Of all, one is let in each time that the event loop has looked who else knocks, for it takes in only
 * one connection each time: hundreds at once would keep everybody waiting at the door.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {(request: import('node:http').IncomingMessage) => string} clientOf
 */
export function letInOneByOne(app, clientOf) {
  /** The answer that each connection has been asked for last. @type {WeakMap<object, import('node:http').ServerResponse>} */
  const last = new WeakMap();
  const gate = createGate();
  app.addHook('onRequest', async ({ raw: request }, { raw: answer }) => {
    const { socket } = request;
    const before = last.get(socket);
    last.set(socket, answer);
    if (before?.closed === false) await new Promise((resolve) => before.once('close', resolve));
    await gate(clientOf(request));
    if (socket.destroyed) throw problem(400);
  });
}
