import { misuse } from './misuse.js';

/**
 * The address of a Redis server as it was typed.
 *
 * @throws ReportError `usage/argument`, which does not show the password
 */
export function toRedis(text: string): string {
  if (/^rediss?:\/\/[^/?#]+(?:\/\d*)?(?:\?.*)?$/.test(text) && URL.canParse(text)) return text;
  const shown = text.replace(/\/\/.*@/, '//…@');
  throw misuse('Redis 的地址不对', shown, 'redis://主机:端口/库号 或 rediss://…', '如 redis://127.0.0.1:6379');
}
