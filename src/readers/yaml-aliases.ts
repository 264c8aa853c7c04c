import type { Document } from 'yaml';
import { type Diagnostic, diagnostic, type Place, ReportError } from '../diagnostics/diagnostic.js';
import type { AllLimits } from '../limits/limits-of.js';
import type { Yaml } from './yaml-package.js';

/** What a node expands to once every reference in it is written out. */
interface Size {
  readonly values: number;
  readonly characters: number;
}

function wrongAlias(cause: 'yaml-unknown-alias' | 'yaml-ring', name: string, place: Place): ReportError {
  return new ReportError([diagnostic('syntax/invalid', { cause, name }, { place })]);
}

const offsetOf = (node: unknown): number => (node as { readonly range?: readonly number[] }).range?.[0] ?? 0;

const tooMany = (place: Place): ReportError =>
  new ReportError([diagnostic('syntax/invalid', { cause: 'yaml-aliases', most: MOST }, { place })]);

function tooLarge({ values, characters }: Size, place: Place, limits: AllLimits): Diagnostic {
  return diagnostic(
    'syntax/invalid',
    { cause: 'yaml-expanded', values, characters, most: limits.values, mostCharacters: limits.charactersInAll },
    { place },
  );
}

/** So many references and what they refer to: the package looks each one up among all before it. */
const MOST = 5000;

/**
 * Refuses references that lead nowhere, into themselves, or to more than fits: what counts is the size of what they expand to, not
 * how many there are, held against the caller's limits for what is typed. Each node is visited once.
 *
 * @throws ReportError `syntax/invalid`
 */
export function checkAliases(document: Document, at: (offset: number) => Place, yaml: Yaml, limits: AllLimits): void {
  const { isAlias, isMap, isPair, isScalar, isSeq } = yaml;
  const anchors = new Map<string, Size | 'open'>();
  let count = 0;
  let largest: { readonly values: number; readonly offset: number } | undefined;

  function referred(name: string, offset: number): Size {
    const size = anchors.get(name);
    if (size === undefined || size === 'open')
      throw wrongAlias(size ? 'yaml-ring' : 'yaml-unknown-alias', name, at(offset));
    if (largest === undefined || size.values > largest.values) largest = { values: size.values, offset };
    return size;
  }

  function sizeOf(node: unknown): Size {
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (isAlias(node) || anchor !== undefined) count += 1;
    if (count > MOST) throw tooMany(at(offsetOf(node)));
    if (isAlias(node)) return referred(node.source, offsetOf(node));
    if (anchor !== undefined) anchors.set(anchor, 'open');
    const inner = isPair(node) ? [node.key, node.value] : isMap(node) || isSeq(node) ? node.items : [];
    let [values, characters] = [1, isScalar(node) ? String(node.value).length : 0];
    for (const one of inner) {
      const size = sizeOf(one);
      values += size.values;
      characters += size.characters;
    }
    if (anchor !== undefined) anchors.set(anchor, { values, characters });
    return { values, characters };
  }

  const total = sizeOf(document.contents);
  if (largest === undefined || (total.values <= limits.values && total.characters <= limits.charactersInAll)) return;
  throw new ReportError([tooLarge(total, at(largest.offset), limits)]);
}
