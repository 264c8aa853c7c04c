import { misuse } from './misuse.js';

/** `redis://user:password@host:port/number`; what may stand in an address and is no part of it would be taken for one. */
const ADDRESS = /^rediss?:\/\/(?:[^/?#@]*@)?[^/?#@]+(?:\/\d*)?(?:\?[^#@]*)?$/;

/**
 * The address of a Redis server as it was typed.
 *
 * @throws ReportError `usage/argument`, which shows nothing of it: where a password stands in a mistyped address, nobody knows
 */
export function toRedis(text: string): string {
  if (ADDRESS.test(text) && URL.canParse(text) && isDecodable(text)) return text;
  throw misuse({ cause: 'redis' });
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** A text without what may be a password in the address of a Redis server, wherever somebody has typed that. */
export const withoutPasswords = (text: string): string =>
  text
    .replace(/(\bredi\w*[:/]+)\S*@/gi, '$1…@')
    .replace(/(\bredi\w*:\/*:)[^\s@]+/gi, '$1…')
    .replace(/(\bredi\w*:\/*[^\s:/@]+:)(?!\d+\b)\S+/gi, '$1…');
