import { agencyKey } from './agency-name.js';
import type { ListedAgency } from './listed-agency.js';
import { shortNames, withoutPlate } from './other-names.js';

/** A list of agencies to look up in. All names may be spelled otherwise than in the list. */
export interface AgencyBook {
  readonly agencies: readonly ListedAgency[];
  /**
   * The agency of a name that it has, or that it alone had before; then the only one that is called so when the place before its name, or
   * the plate behind it, is left out or added. Undefined if the list knows none.
   */
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

const only = <T>(items: readonly T[]): T | undefined => {
  const [first, ...others] = new Set(items);
  return others.length === 0 ? first : undefined;
};

/** The names of an agency, as they are compared. */
const keysOf = ({ name, former }: ListedAgency): readonly string[] => [name, ...former].map(agencyKey);

/** Whether an agency may lie in a place that its name does not say: so its superior does, or says what the agency's name says, or nobody is above. */
function mayLieIn({ name, above }: ListedAgency, place: string): boolean {
  if (above === undefined) return true;
  return [place, ...shortNames(agencyKey(name)).map((short) => short.place)].some((one) =>
    agencyKey(above).includes(one),
  );
}

/** The list to look up in; one without agencies knows none. */
export function agencyBook(agencies: readonly ListedAgency[]): AgencyBook {
  const byName = new Map(agencies.map((agency) => [agencyKey(agency.name), agency]));
  const byFormer = grouped(agencies, ({ former }) => former.map(agencyKey));
  const byKey = grouped(agencies, keysOf);
  const byShort = grouped(agencies, (agency) =>
    keysOf(agency).flatMap((key) => [...shortNames(key).map((one) => one.key), withoutPlate(key)]),
  );
  const findOther = (key: string): ListedAgency | undefined => {
    const longer = byShort.get(key) ?? [];
    const shorter = shortNames(key).flatMap(({ key: short, place }) =>
      (byKey.get(short) ?? []).filter((agency) => mayLieIn(agency, place)),
    );
    const plain = withoutPlate(key);
    return only([...longer, ...shorter, ...((plain !== key && byKey.get(plain)) || [])]);
  };
  const find = (name: string): ListedAgency | undefined => {
    const key = agencyKey(name);
    const heirs = byFormer.get(key) ?? [];
    // A name that two agencies had before, as one that was divided, is neither's.
    return byName.get(key) ?? (heirs.length > 0 ? only(heirs) : findOther(key));
  };
  const keyOf = (name: string): string => agencyKey(find(name)?.name ?? name);
  const below = grouped(agencies, ({ above }) => (above === undefined ? [] : [keyOf(above)]));
  return { agencies, find, childrenOf: (name) => below.get(keyOf(name)) ?? [] };
}
