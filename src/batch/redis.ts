import type { QueueBase } from 'bullmq';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { optional } from './optional.js';

/** The name of the one queue there is; who wants several takes several databases of the server. */
export const QUEUE = 'reports';

/** Seconds to wait for a server that has not been reached yet. */
const PATIENCE = 10;

/** BullMQ, which reaches Redis through ioredis but does not bring it along. */
export function loadBullmq(): Promise<typeof import('bullmq')> {
  return optional(['bullmq', 'ioredis'], async () => {
    await import('ioredis');
    return import('bullmq');
  });
}

/** The address of a server without what is secret in it. */
export function addressOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** How to connect: once a server has been reached, everything waits for it for as long as it is away. */
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
      message: `连不上 Redis ${addressOf(url)}`,
      found: messageOf(error) || `${PATIENCE} 秒内没有回答`,
      expected: '在运行、可以连接的 Redis 或 Valkey',
      hint: '检查地址、密码和防火墙，服务器是否已启动',
    }),
  ]);
}

/** Redis has said no: it is full, or does not allow this. */
export function refused(error: unknown): ReportError {
  return new ReportError([
    diagnostic('queue/refused', {
      message: 'Redis 拒绝了请求',
      found: messageOf(error),
      expected: '有空间、允许写入的 Redis',
      hint: '检查 Redis 的内存上限和权限；再运行一次，只做剩下的',
    }),
  ]);
}

/**
 * Waits until the server is reached.
 *
 * @throws ReportError `queue/unreachable` if that takes too long
 */
export async function reach(client: QueueBase, url: string): Promise<void> {
  let last: unknown;
  let timer: NodeJS.Timeout | undefined;
  const failure = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(last), 1000 * PATIENCE);
    client.on('error', (error) => {
      last = error;
      // Who answers with a no will not think better of it.
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

/** Tells when the server goes away and when it is back, and what else goes wrong; gives what ends that. */
export function watch(client: QueueBase, tell: (text: string) => void): () => void {
  let isAway = false;
  let isWatched = true;
  client.on('ioredis:close', () => {
    if (!isAway && isWatched) tell('与 Redis 的连接断开了，等它回来');
    isAway = true;
  });
  client.getBackend().on('ready', () => {
    if (isAway && isWatched) tell('又连上了 Redis');
    isAway = false;
  });
  client.on('error', (error) => {
    if (!isAway && isWatched) tell(`Redis：${messageOf(error)}`);
  });
  return () => {
    isWatched = false;
  };
}
