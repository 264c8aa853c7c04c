import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import { nearestOf } from '../diagnostics/nearest.js';
import { toldName, toldNames } from '../diagnostics/told-names.js';
import { memo } from '../memo/memo.js';
import { agencyKey } from './agency-name.js';
import type { ListedAgency } from './listed-agency.js';

/** A name as it is compared, worked out once for each: names stand in many rows. */
type KeyOf = (name: string) => string;

/** Tells of a row of the list. */
type Tell = (agency: ListedAgency, facts: FactsOf<'usage/argument'>, severity?: Severity) => Diagnostic;

const teller =
  (file: string): Tell =>
  ({ line, column }, facts, severity = 'error') =>
    diagnostic('usage/argument', facts, { severity, place: { file, line, column } });

/** The agencies that the list has. */
interface Known {
  readonly keyOf: KeyOf;
  readonly byKey: ReadonlyMap<string, ListedAgency>;
}

function nameFaults(agencies: readonly ListedAgency[], keyOf: KeyOf, tell: Tell): readonly Diagnostic[] {
  const first = new Map<string, ListedAgency>();
  return agencies.flatMap((agency) => {
    const key = keyOf(agency.name);
    if (key === '') return [tell(agency, { cause: 'list-without-name' })];
    const other = first.get(key);
    if (other === undefined) first.set(key, agency);
    return other ? [tell(agency, { cause: 'list-twice', name: toldName(agency.name), line: other.line })] : [];
  });
}

/** The agencies from one up, as far as nobody has been there; with where they lead back into themselves, if they do. */
function wayUp(from: ListedAgency, { byKey, keyOf }: Known, seen: Set<ListedAgency>) {
  const way = new Set<ListedAgency>();
  let one: ListedAgency | undefined = from;
  while (one !== undefined && !seen.has(one)) {
    seen.add(one);
    way.add(one);
    one = byKey.get(keyOf(one.above ?? ''));
  }
  return { way: [...way], back: one !== undefined && way.has(one) ? one : undefined };
}

/** Agencies that are above themselves: each ring once, at the row of it that comes first. */
function ringFaults(agencies: readonly ListedAgency[], known: Known, tell: Tell) {
  const seen = new Set<ListedAgency>();
  return agencies.flatMap((agency) => {
    const { way, back } = wayUp(agency, known, seen);
    if (back === undefined) return [];
    const ring = way.slice(way.indexOf(back));
    const first = ring.reduce((one, other) => (other.line < one.line ? other : one));
    const at = ring.indexOf(first);
    const all = [...ring.slice(at), ...ring.slice(0, at), first].map(({ name }) => name);
    return [tell(first, { cause: 'list-ring', all: toldNames(all) })];
  });
}

/** Superiors that the list does not have: the topmost often is none of those that report, so this does not stop anything. */
function unknownAbove(agencies: readonly ListedAgency[], { byKey, keyOf }: Known, tell: Tell) {
  const told = new Set<string>();
  const nearestTo = nearestOf(agencies.map(({ name }) => name));
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { above = '' } of agencies) (seen.has(keyOf(above)) ? shared : seen).add(keyOf(above));
  return agencies.flatMap((agency) => {
    const { above = '' } = agency;
    const key = keyOf(above);
    if (key === '' || byKey.has(key) || told.has(key)) return [];
    told.add(key);
    // One that several have is hardly misspelled.
    const near = shared.has(key) ? undefined : nearestTo(above, agency.name);
    return [tell(agency, { cause: 'list-above', name: toldName(above), near }, 'warning')];
  });
}

/** Former names that another agency has, or had as well: whose report it is that bears one is not what the list says, or not to be said. */
function sharedFormer(agencies: readonly ListedAgency[], { byKey, keyOf }: Known, tell: Tell) {
  const first = new Map(byKey);
  return agencies.flatMap((agency) =>
    agency.former.flatMap((name) => {
      const other = first.get(keyOf(name));
      if (other === undefined) first.set(keyOf(name), agency);
      if (other === undefined || other === agency) return [];
      return [tell(agency, { cause: 'list-former', name: toldName(name), line: other.line }, 'warning')];
    }),
  );
}

/** What is wrong with a list of agencies, row by row. */
export function listFaults(agencies: readonly ListedAgency[], file: string): readonly Diagnostic[] {
  const tell = teller(file);
  const keys = memo<string>(2 * agencies.length);
  const keyOf: KeyOf = (name) => keys(name, () => agencyKey(name));
  const named = agencies.filter(({ name }) => keyOf(name) !== '');
  const known = { keyOf, byKey: new Map(named.toReversed().map((agency) => [keyOf(agency.name), agency])) };
  return [
    ...nameFaults(agencies, keyOf, tell),
    ...ringFaults([...known.byKey.values()], known, tell),
    ...sharedFormer(named, known, tell),
    ...unknownAbove(agencies, known, tell),
  ].toSorted((a, b) => lineOf(a) - lineOf(b));
}

const lineOf = ({ place }: Diagnostic): number => (place !== undefined && 'line' in place ? place.line : 0);
