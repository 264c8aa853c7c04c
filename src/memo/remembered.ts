import { memo } from './memo.js';

/**
 * A memoised function. The key is the JSON of the arguments, so these must be plain data, and earlier calls cannot change the result.
 */
export function remembered<A extends readonly unknown[], R>(limit: number, make: (...args: A) => R): (...args: A) => R {
  const known = memo<R>(limit);
  return (...args) => known(JSON.stringify(args), () => make(...args));
}
