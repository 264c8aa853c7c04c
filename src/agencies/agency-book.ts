import { agencyKey } from './agency-name.js';
import type { ListedAgency } from './listed-agency.js';

/** A list of agencies to look up in. All names may be spelled otherwise than in the list. */
export interface AgencyBook {
  readonly agencies: readonly ListedAgency[];
  /** The agency of a name that it has, or that it alone had before; undefined if the list knows none. */
  readonly find: (name: string) => ListedAgency | undefined;
  /** Those directly below an agency, which itself need not be listed, in the order of the list. */
  readonly childrenOf: (name: string) => readonly ListedAgency[];
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** The list to look up in; one without agencies knows none. */
export function agencyBook(agencies: readonly ListedAgency[]): AgencyBook {
  const byName = new Map(agencies.map((agency) => [agencyKey(agency.name), agency]));
  const byFormer = grouped(agencies, ({ former }) => former.map(agencyKey));
  const find = (name: string): ListedAgency | undefined => {
    const key = agencyKey(name);
    const heirs = byFormer.get(key) ?? [];
    // A name that two agencies had before, as one that was divided, is neither's.
    return byName.get(key) ?? (heirs.length === 1 ? heirs[0] : undefined);
  };
  const keyOf = (name: string): string => agencyKey(find(name)?.name ?? name);
  const below = grouped(agencies, ({ above }) => (above === undefined ? [] : [keyOf(above)]));
  return { agencies, find, childrenOf: (name) => below.get(keyOf(name)) ?? [] };
}
