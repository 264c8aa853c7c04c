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
 * Keeps connections within a limit, and shared out among addresses.
 *
 * @param {import('node:http').Server} server
 * @param {number} most
 */
export function limitConnections(server, most) {
  const shares = createShares(most);
  server.on('connection', (/** @type {import('node:net').Socket} */ socket) => {
    const client = networkOf(socket.remoteAddress ?? '');
    try {
      const holding = shares.take(client, 1, () => socket.destroy());
      socket.once('close', () => shares.release(holding));
    } catch {
      socket.destroy();
    }
  });
  return () => shares.size;
}
