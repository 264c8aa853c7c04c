import { memo } from './memo.js';

/**
 * A function that remembers what it gave for arguments of the same values. The values, as JSON, are the key: so the arguments
 * must be plain data, and nothing that ran before can change what is given for them.
 */
export function remembered<A extends readonly unknown[], R>(limit: number, make: (...args: A) => R): (...args: A) => R {
  const known = memo<R>(limit);
  return (...args) => known(JSON.stringify(args), () => make(...args));
}
