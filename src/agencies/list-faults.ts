import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
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

/** Agencies each of which is above the one before, and the first above the last. Each agency is looked at once. */
function ringsIn(agencies: readonly ListedAgency[], byKey: ReadonlyMap<string, ListedAgency>) {
  const seenFrom = new Map<ListedAgency, ListedAgency>();
  return agencies.flatMap((start) => {
    const way: ListedAgency[] = [];
    let at: ListedAgency | undefined = start;
    while (at !== undefined && !seenFrom.has(at)) {
      seenFrom.set(at, start);
      way.push(at);
      at = byKey.get(agencyKey(at.above ?? ''));
    }
    return at !== undefined && seenFrom.get(at) === start ? [way.slice(way.indexOf(at))] : [];
  });
}

/** Agencies that are above themselves: each ring once, at the row of it that comes first. */
function ringFaults(agencies: readonly ListedAgency[], byKey: ReadonlyMap<string, ListedAgency>, tell: Tell) {
  return ringsIn(agencies, byKey).flatMap((ring) => {
    const place = ring.reduce((first, { line }, i) => (line < (ring[first]?.line ?? 0) ? i : first), 0);
    const first = ring[place];
    const all = [...ring.slice(place), ...ring.slice(0, place + 1)].map(({ name }) => name);
    return first === undefined ? [] : [tell(first, { cause: 'list-ring', all })];
  });
}

/** Names for which one that is like them is looked for: each is compared with all. */
const MOST_NEAR = 100;

/** Superiors that the list does not have: the topmost often is none of those that report, so this does not stop anything. */
function unknownAbove(agencies: readonly ListedAgency[], byKey: ReadonlyMap<string, ListedAgency>, tell: Tell) {
  const told = new Set<string>();
  const names = agencies.map(({ name }) => name);
  return agencies.flatMap((agency) => {
    const { above = '' } = agency;
    const key = agencyKey(above);
    if (key === '' || byKey.has(key) || told.has(key)) return [];
    told.add(key);
    const near =
      told.size > MOST_NEAR
        ? undefined
        : nearest(
            above,
            names.filter((name) => name !== agency.name),
          );
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
