import { agencyBook } from '../agencies/agency-book.js';
import { agencyKey } from '../agencies/agency-name.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
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

function noChildren(agency: string, uppers: readonly string[]): ReportError {
  const near = nearest(agency, uppers);
  return new ReportError([
    diagnostic('usage/argument', {
      message: `名单里没有“${agency}”的下级`,
      found: agency,
      expected: uppers.length === 0 ? '名单有“上级”一列' : uppers.join('、'),
      hint: near === undefined ? '核对机关名称和名单的“上级”一列' : `是不是“${near}”？`,
    }),
  ]);
}

/**
 * What each agency is to the whole, by the list of agencies, or else because it handed in.
 *
 * @throws ReportError `usage/argument` if the list has nobody below the whole
 */
export function relationsTo({ agency, agencies = [] }: RollUpOptions): Relations {
  const book = agencyBook(agencies);
  const keyOf = (name: string): string => agencyKey(book.find(name)?.name ?? name);
  const whole = keyOf(agency);
  if (agencies.length === 0) {
    const relationOf = (name: string): Relation =>
      keyOf(name) === whole ? { is: 'own' } : { is: 'child', agency: name };
    return { keyOf, relationOf, children: undefined };
  }
  const children = book.childrenOf(agency).map(({ name }) => name);
  if (children.length === 0) throw noChildren(agency, [...new Set(agencies.flatMap(({ above }) => above ?? []))]);
  const relationOf = (name: string): Relation => {
    const listed = book.find(name);
    if (keyOf(name) === whole) return { is: 'own' };
    if (listed === undefined) return { is: 'unlisted', near: nearest(name, children) };
    const way = [listed.name, ...book.aboveOf(name)];
    const at = way.findIndex((one) => keyOf(one) === whole);
    if (at < 0) return { is: 'elsewhere' };
    return at === 1 ? { is: 'child', agency: listed.name } : { is: 'below', child: way[at - 1] ?? '' };
  };
  return { keyOf, relationOf, children };
}
