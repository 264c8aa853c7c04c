import { own } from './own.js';
import { mayBeNamed, type PathNode } from './tree.js';

/** The values that paths are resolved against at a point of a template. */
export interface Scope {
  /** What `this` is. */
  readonly value: unknown;
  /** What `../` leads to: one scope for each `each` or `with` around, whatever the data. */
  readonly outer: Scope | undefined;
  readonly loop: Loop | undefined;
  /** The block parameters that begin here, and their values. */
  readonly names: readonly string[];
  readonly named: readonly unknown[];
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
  return { value, outer: undefined, loop: undefined, names: [], named: [] };
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

/** The value that a path leads to; undefined where there is none. */
export function lookUp(path: PathNode, scope: Scope): unknown {
  if (path.data) return loopVariable(path, scope);
  const [name = ''] = path.parts;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = at.names.indexOf(name);
    if (found >= 0 && mayBeNamed(path)) return dig(at.named[found], path.parts, 1);
  }
  let from: Scope | undefined = scope;
  for (let up = 0; up < path.depth; up++) from = from?.outer;
  return dig(from?.value, path.parts, 0);
}
