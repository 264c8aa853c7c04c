import type { QueueBase } from 'bullmq';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { optional } from '../host/optional.js';

/** The name of the queue. There is one per database of the server; several queues take several databases. */
export const QUEUE = 'reports';

/** Seconds to wait for the first connection. */
const CONNECT_TIMEOUT = 10;

/** BullMQ, with ioredis, which it needs but does not install. */
export function loadBullmq(): Promise<typeof import('bullmq')> {
  return optional(['bullmq', 'ioredis'], async () => {
    await import('ioredis');
    return import('bullmq');
  });
}

/** The address of a server without its password. */
export function addressOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Connection options: once connected, requests wait as long as the server is away. */
export function connectTo(url: string) {
  return {
    prefix: 'nianbao',
    connection: {
      url,
      maxRetriesPerRequest: null,
      retryStrategy: (times: number) => Math.min(200 * times, 2000),
    },
  };
}

const messageOf = (error: unknown): string => {
  const { message = '', code = '' } = Object(error) as { readonly message?: string; readonly code?: string };
  return message || code;
};

function unreachable(url: string, error: unknown): ReportError {
  return new ReportError([
    diagnostic('queue/unreachable', {
      name: addressOf(url),
      reason: messageOf(error) || `${CONNECT_TIMEOUT} 秒内没有回答`,
    }),
  ]);
}

/** The error for a request that Redis refuses because it is full or does not permit it. */
export function refused(error: unknown): ReportError {
  return new ReportError([diagnostic('queue/refused', { reason: messageOf(error) })]);
}

/**
 * Waits for the first connection to the server.
 *
 * @throws ReportError `queue/unreachable` if that takes too long
 */
export async function reach(client: QueueBase, url: string): Promise<void> {
  let last: unknown;
  let timer: NodeJS.Timeout | undefined;
  const failure = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(last), 1000 * CONNECT_TIMEOUT);
    client.on('error', (error) => {
      last = error;
      // A server that answers with an error, such as a wrong password, will do so again.
      if (error.name === 'ReplyError') reject(error);
    });
  });
  try {
    await Promise.race([client.waitUntilReady(), failure]);
  } catch (error) {
    client.close().catch(() => {});
    throw unreachable(url, error);
  } finally {
    clearTimeout(timer);
  }
}

/** Logs when the connection is lost and restored, and other errors. The function it returns stops that. */
export function watchConnection(client: QueueBase, log: (text: string) => void): () => void {
  let isAway = false;
  let isWatched = true;
  client.on('ioredis:close', () => {
    if (!isAway && isWatched) log('与 Redis 的连接已断开，等待恢复');
    isAway = true;
  });
  client.getBackend().on('ready', () => {
    if (isAway && isWatched) log('又连上了 Redis');
    isAway = false;
  });
  client.on('error', (error) => {
    if (!isAway && isWatched) log(`Redis：${messageOf(error)}`);
  });
  return () => {
    isWatched = false;
  };
}
