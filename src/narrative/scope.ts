import type { Path } from '../diagnostics/diagnostic.js';
import { once } from '../memo/once.js';
import { own } from './own.js';
import { mayBeNamed, type PathNode } from './tree.js';

/** The values that paths are resolved against at a point of a template. */
export interface Scope {
  /** What `this` is. */
  readonly value: unknown;
  /** Where the report has it; undefined for what is not of the report. */
  readonly at: Path | undefined;
  /** What `../` leads to: one scope for each `each` or `with` around, whatever the data. */
  readonly outer: Scope | undefined;
  readonly loop: Loop | undefined;
  /** The block parameters that begin here, and their values. */
  readonly names: readonly string[];
  readonly named: readonly unknown[];
  readonly namedAt: readonly (Path | undefined)[];
}

/** The values of `@index` and the like in one iteration of `each`. */
export interface Loop {
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly key: number;
  /** The loop around this one, for `@../index`. */
  readonly outer: Loop | undefined;
}

export const LOOP_VARIABLES = ['index', 'first', 'last', 'key'];

/** The scope of a whole template. */
export function rootScope(value: unknown): Scope {
  return { value, at: [], outer: undefined, loop: undefined, names: [], named: [], namedAt: [] };
}

function dig(value: unknown, parts: readonly string[], from: number): unknown {
  let found = value;
  for (let i = from; i < parts.length; i++) found = own(found, parts[i] ?? '');
  return found;
}

function loopVariable({ parts, depth }: PathNode, { loop }: Scope): unknown {
  let from = loop;
  for (let up = 0; up < depth; up++) from = from?.outer;
  return dig(from, parts, 0);
}

/** What a path begins at, and which of its parts lead on from there. */
interface Start {
  readonly value: unknown;
  readonly at: Path | undefined;
  readonly from: 0 | 1;
}

function startOf(path: PathNode, scope: Scope): Start {
  const [name = ''] = path.parts;
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    const found = here.names.indexOf(name);
    if (found >= 0 && mayBeNamed(path)) return { value: here.named[found], at: here.namedAt[found], from: 1 };
  }
  let around: Scope | undefined = scope;
  for (let up = 0; up < path.depth; up++) around = around?.outer;
  return { value: around?.value, at: around?.at, from: 0 };
}

/** The value that a path leads to; undefined where there is none. */
export function lookUp(path: PathNode, scope: Scope): unknown {
  if (path.data) return loopVariable(path, scope);
  const { value, from } = startOf(path, scope);
  return dig(value, path.parts, from);
}

/** The parts of a path as keys of objects and of lists. */
const keysOf = once(({ parts }: PathNode): Path => parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part)));

/** Where the report has what a path leads to; undefined for what is not of the report, such as `@index`. */
export function pathOf(path: PathNode, scope: Scope): Path | undefined {
  if (path.data) return undefined;
  const { at, from } = startOf(path, scope);
  return at && [...at, ...keysOf(path).slice(from)];
}
