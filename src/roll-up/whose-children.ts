import { type AgencyBook, agencyBook } from '../agencies/agency-book.js';
import { agencyKey } from '../agencies/agency-name.js';
import type { ListedAgency } from '../agencies/listed-agency.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { nearest, nearestOf } from '../diagnostics/nearest.js';
import type { RollUpOptions } from './roll-input.js';

/** What an agency is to the whole: what counts are its children. */
export type Relation =
  | { readonly is: 'child'; readonly agency: string }
  | { readonly is: 'own' | 'elsewhere' }
  /** Below a child, whose report has its figures already. */
  | { readonly is: 'below'; readonly child: string }
  /** Not on the list; perhaps misspelled. */
  | { readonly is: 'unlisted'; readonly near: string | undefined };

/** Whose reports add up to the whole. */
export interface Relations {
  /** The key of the agency that a name means. */
  readonly keyOf: (name: string) => string;
  readonly relationOf: (name: string) => Relation;
  /** Those directly below the whole in the order of the list; undefined if there is no list. */
  readonly children: readonly string[] | undefined;
}

type IsWhole = (name: string) => boolean;

/** What agencies other than the whole are to it. */
type Others = Pick<Relations, 'relationOf' | 'children'>;

const noAgency = (): ReportError => new ReportError([diagnostic('usage/argument', { cause: 'rollup-agency' })]);

function noChildren(agency: string, uppers: readonly string[]): ReportError {
  return new ReportError([
    diagnostic('usage/argument', {
      cause: 'rollup-children',
      name: agency,
      known: uppers,
      near: nearest(agency, uppers),
    }),
  ]);
}

/** By a list that says of nobody to whom it belongs, or without one. */
function flatRelations(agencies: readonly ListedAgency[], { find }: AgencyBook, isWhole: IsWhole): Others {
  if (agencies.length === 0) return { relationOf: (name) => ({ is: 'child', agency: name }), children: undefined };
  const children = agencies.flatMap(({ name }) => (isWhole(name) ? [] : [name]));
  const near = nearestOf(children);
  const relationOf = (name: string): Relation => {
    const listed = find(name);
    return listed ? { is: 'child', agency: listed.name } : { is: 'unlisted', near: near(name) };
  };
  return { relationOf, children };
}

/** The child of the whole that each agency is or is below, however deep, by its key. */
function childrenOver(children: readonly string[], childrenOf: AgencyBook['childrenOf']): ReadonlyMap<string, string> {
  const over = new Map(children.map((name) => [agencyKey(name), name]));
  const open = [...children];
  for (let upper = open.pop(); upper !== undefined; upper = open.pop()) {
    for (const { name } of childrenOf(upper)) {
      if (over.has(agencyKey(name))) continue;
      over.set(agencyKey(name), over.get(agencyKey(upper)) ?? name);
      open.push(name);
    }
  }
  return over;
}

/** By a list that says who belongs to whom. */
function treeRelations(agency: string, { agencies, find, childrenOf }: AgencyBook): Others {
  const children = childrenOf(agency).map(({ name }) => name);
  if (children.length === 0) throw noChildren(agency, [...new Set(agencies.flatMap(({ above }) => above ?? []))]);
  const childOver = childrenOver(children, childrenOf);
  const near = nearestOf(children);
  const relationOf = (name: string): Relation => {
    const listed = find(name);
    if (listed === undefined) return { is: 'unlisted', near: near(name) };
    const child = childOver.get(agencyKey(listed.name));
    if (child === undefined) return { is: 'elsewhere' };
    return child === listed.name ? { is: 'child', agency: child } : { is: 'below', child };
  };
  return { relationOf, children };
}

/**
 * What each agency is to the whole, by the list of agencies, or else because it handed in. A list that says of nobody to whom it belongs
 * has only children of the whole.
 *
 * @throws ReportError `usage/argument` if the whole has no name, or the list has nobody below it
 */
export function relationsTo({ agency, agencies = [] }: RollUpOptions): Relations {
  if (typeof agency !== 'string' || agencyKey(agency) === '') throw noAgency();
  const book = agencyBook(agencies);
  const keyOf = (name: string): string => agencyKey(book.find(name)?.name ?? name);
  const isWhole: IsWhole = (name) => keyOf(name) === keyOf(agency);
  const hasTree = agencies.some(({ above }) => above !== undefined);
  const { relationOf, children } = hasTree ? treeRelations(agency, book) : flatRelations(agencies, book, isWhole);
  return { keyOf, relationOf: (name) => (isWhole(name) ? { is: 'own' } : relationOf(name)), children };
}
