import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import { nearestOf } from '../diagnostics/nearest.js';
import { agencyKey } from './agency-name.js';
import type { ListedAgency } from './listed-agency.js';

/** Tells of a row of the list. */
type Tell = (agency: ListedAgency, facts: FactsOf<'usage/argument'>, severity?: Severity) => Diagnostic;

const teller =
  (file: string): Tell =>
  ({ line, column }, facts, severity = 'error') =>
    diagnostic('usage/argument', facts, { severity, place: { file, line, column } });

function nameFaults(agencies: readonly ListedAgency[], tell: Tell): readonly Diagnostic[] {
  const first = new Map<string, ListedAgency>();
  return agencies.flatMap((agency) => {
    const key = agencyKey(agency.name);
    if (key === '') return [tell(agency, { cause: 'list-without-name' })];
    const other = first.get(key);
    if (other === undefined) first.set(key, agency);
    return other ? [tell(agency, { cause: 'list-twice', name: agency.name, line: other.line })] : [];
  });
}

/** The agencies from one up, as far as nobody has been there; with where they lead back into themselves, if they do. */
function wayUp(from: ListedAgency, byKey: ReadonlyMap<string, ListedAgency>, seen: Set<ListedAgency>) {
  const way = new Set<ListedAgency>();
  let one: ListedAgency | undefined = from;
  while (one !== undefined && !seen.has(one)) {
    seen.add(one);
    way.add(one);
    one = byKey.get(agencyKey(one.above ?? ''));
  }
  return { way: [...way], back: one !== undefined && way.has(one) ? one : undefined };
}

/** Agencies that are above themselves: each ring once, at the row of it that comes first. */
function ringFaults(agencies: readonly ListedAgency[], byKey: ReadonlyMap<string, ListedAgency>, tell: Tell) {
  const seen = new Set<ListedAgency>();
  return agencies.flatMap((agency) => {
    const { way, back } = wayUp(agency, byKey, seen);
    if (back === undefined) return [];
    const ring = way.slice(way.indexOf(back));
    const first = ring.reduce((one, other) => (other.line < one.line ? other : one));
    const at = ring.indexOf(first);
    const all = [...ring.slice(at), ...ring.slice(0, at), first].map(({ name }) => name);
    return [tell(first, { cause: 'list-ring', all })];
  });
}

/** Superiors that the list does not have: the topmost often is none of those that report, so this does not stop anything. */
function unknownAbove(agencies: readonly ListedAgency[], byKey: ReadonlyMap<string, ListedAgency>, tell: Tell) {
  const told = new Set<string>();
  const nearestTo = nearestOf(agencies.map(({ name }) => name));
  return agencies.flatMap((agency) => {
    const { above = '' } = agency;
    const key = agencyKey(above);
    if (key === '' || byKey.has(key) || told.has(key)) return [];
    told.add(key);
    const near = nearestTo(above, agency.name);
    return [tell(agency, { cause: 'list-above', name: above, near }, 'warning')];
  });
}

/** What is wrong with a list of agencies, row by row. */
export function listFaults(agencies: readonly ListedAgency[], file: string): readonly Diagnostic[] {
  const tell = teller(file);
  const named = agencies.filter(({ name }) => agencyKey(name) !== '');
  const byKey = new Map(named.toReversed().map((agency) => [agencyKey(agency.name), agency]));
  return [
    ...nameFaults(agencies, tell),
    ...ringFaults(agencies, byKey, tell),
    ...unknownAbove(agencies, byKey, tell),
  ].toSorted((a, b) => lineOf(a) - lineOf(b));
}

const lineOf = ({ place }: Diagnostic): number => (place !== undefined && 'line' in place ? place.line : 0);
