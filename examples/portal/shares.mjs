import { problem } from './problems.mjs';

/** @typedef {{ client: string, readonly amount: number, readonly drop: () => void }} Holding what a client holds of something */

/**
 * Something of which there is only so much, such as places in a queue, and which nobody may have to himself: if there is none left,
 * whoever holds most has to give back what he has held longest, unless the one that asks would then hold as much.
 *
 * @param {number} total
 */
export function createShares(total) {
  /** That held for longest comes first. @type {Set<Holding>} */
  const holdings = new Set();
  let sum = 0;

  /** @param {Holding} holding */
  const release = (holding) => {
    if (holdings.delete(holding)) sum -= holding.amount;
  };

  /** How much each client holds. */
  function held() {
    /** @type {Map<string, number>} */
    const amounts = new Map();
    for (const { client, amount } of holdings) amounts.set(client, (amounts.get(client) ?? 0) + amount);
    return amounts;
  }

  /** Takes back a holding of whoever holds most; false if that is no more than a client would then hold. */
  function makeRoom(/** @type {string} */ client, /** @type {number} */ amount) {
    const amounts = held();
    const own = (amounts.get(client) ?? 0) + amount;
    const [most = ''] = [...amounts].sort(([, one], [, other]) => other - one)[0] ?? [];
    const oldest = [...holdings].find((one) => one.client === most);
    if (oldest === undefined || (amounts.get(most) ?? 0) <= own) return false;
    release(oldest);
    oldest.drop();
    return true;
  }

  return {
    /**
     * @param {string} client
     * @param {number} amount
     * @param {() => void} drop called if it is taken back
     * @returns {Holding}
     * @throws a problem 503 if there is none for this client
     */
    take(client, amount, drop) {
      while (sum + amount > total) if (!makeRoom(client, amount)) throw problem(503);
      const holding = { client, amount, drop };
      holdings.add(holding);
      sum += amount;
      return holding;
    },
    release,
    get sum() {
      return sum;
    },
    get size() {
      return holdings.size;
    },
  };
}
