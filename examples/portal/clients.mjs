import { isIPv6 } from 'node:net';
import { createShares } from './shares.mjs';

/** Who somebody is to whom shares are given, and how many connections each may have. */

/** The network of an address: who has one address of version six has a whole network of them. @param {string} address */
function networkOf(address) {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [front = '', back] = address.replace(/%.*/, '').split('::');
  const groups = front.split(':');
  const missing = back === undefined ? 0 : 8 - groups.length - back.split(':').length;
  return [...groups, ...Array(Math.max(0, missing)).fill('0')].slice(0, 4).join(':');
}

/**
 * Tells clients apart: by address, or by what a proxy writes into a header. Only a proxy that overwrites that header may be trusted.
 *
 * @param {string} header empty if there is no such proxy
 * @returns {(request: import('node:http').IncomingMessage) => string}
 */
export function clientsBy(header) {
  return ({ headers, socket }) => {
    const written =
      header === ''
        ? undefined
        : String(headers[header.toLowerCase()] ?? '')
            .split(',')
            .at(-1)
            ?.trim();
    return networkOf(written?.slice(0, 100) || socket.remoteAddress || '');
  };
}

/**
 * Milliseconds after which who is refused a connection learns of it. Told at once he would knock again at once, thousands of times in a
 * second, and everybody else would stand in line behind him: of those who knock, one is let in between any two other things.
 */
const HELD = 1000;

/**
 * Keeps connections within a limit, and shared out among addresses. As many again are held without a word, of those that are refused;
 * the server hears of neither these nor others.
 *
 * @param {import('node:http').Server} server
 * @param {number} most
 */
export function limitConnections(server, most) {
  const shares = createShares(most);
  let held = 0;
  const refuse = (/** @type {import('node:net').Socket} */ socket) => {
    held += 1;
    const timer = setTimeout(() => socket.destroy(), held > most ? 0 : HELD);
    socket
      .on('error', () => {})
      .once('close', () => {
        held -= 1;
        clearTimeout(timer);
      });
  };
  const serve = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (/** @type {import('node:net').Socket} */ socket) => {
    const holding = shares.take(networkOf(socket.remoteAddress ?? ''), 1, () => refuse(socket));
    if (holding === undefined) {
      refuse(socket);
      return;
    }
    socket.once('close', () => shares.release(holding));
    for (const listener of serve) listener.call(server, socket);
  });
  return () => shares.size;
}
