/** @typedef {{ readonly client: string, readonly amount: number, readonly drop: () => void }} Holding what a client holds of something */

/**
 * Something of which there is only so much, such as connections, and which nobody may have to himself: if there is none left,
 * whoever holds most has to give back what he has held longest, unless the one that asks would then hold as much.
 *
 * @param {number} total
 */
export function createShares(total) {
  /** What each client holds, that held for longest first, and how much it is. @type {Map<string, { amount: number, readonly holdings: Set<Holding> }>} */
  const held = new Map();
  let [sum, size] = [0, 0];

  /** @param {Holding} holding */
  function release(holding) {
    const own = held.get(holding.client);
    if (!own?.holdings.delete(holding)) return;
    own.amount -= holding.amount;
    sum -= holding.amount;
    size -= 1;
    if (own.holdings.size === 0) held.delete(holding.client);
  }

  /** Takes back a holding of whoever holds most; false if that is no more than a client would then hold. @param {number} then */
  function makeRoom(then) {
    let most;
    for (const one of held.values()) if (one.amount > (most?.amount ?? then)) most = one;
    const [oldest] = most?.holdings ?? [];
    if (oldest === undefined) return false;
    release(oldest);
    oldest.drop();
    return true;
  }

  return {
    /**
     * @param {string} client
     * @param {number} amount
     * @param {() => void} drop called if it is taken back
     * @returns {Holding | undefined} undefined if there is none for this client: no error, for many may be refused
     */
    take(client, amount, drop) {
      const before = held.get(client)?.amount ?? 0;
      while (sum + amount > total) if (!makeRoom(before + amount)) return undefined;
      const holding = { client, amount, drop };
      const own = held.get(client) ?? { amount: 0, holdings: new Set() };
      held.set(client, own);
      own.holdings.add(holding);
      own.amount += amount;
      sum += amount;
      size += 1;
      return holding;
    },
    release,
    get sum() {
      return sum;
    },
    get size() {
      return size;
    },
  };
}
