import { childShape, itemShape, knownKeys, type Shape } from '../report/shape.js';
import { LOOP_VARIABLES } from './scope.js';
import { mayBeNamed, type PathNode } from './tree.js';

/** What is known about a value without a report. */
export interface Known {
  readonly shape: Shape;
  /** Its path in the report, those of a list's items as that of the list; undefined for what a template makes itself. */
  readonly at: readonly string[] | undefined;
}

/** What is known at some point of a template; as `Scope`, which has the values. */
export interface KnownScope extends Known {
  readonly outer: KnownScope | undefined;
  /** How many `each` are around: outside of all there is no `@index`. */
  readonly loops: number;
  /** The block parameters given here and further out. */
  readonly names: ReadonlyMap<string, Known>;
}

/** A path that does not exist: its first unknown part, and the names that are possible there. */
export interface Unknown {
  readonly part: string;
  readonly candidates: readonly string[];
  /** It is one of those that only `each` has, and stands outside. */
  readonly isOutside?: boolean;
}

/** A value that the template itself computes: a text, number or boolean. */
export const PLAIN: Known = { shape: {}, at: undefined };

const isUnknown = (found: Known | Unknown): found is Unknown => 'part' in found;

function child({ shape, at }: Known, part: string): Known | Unknown {
  const isList = itemShape(shape) !== undefined;
  if (isList && part === 'length') return { shape: {}, at };
  const isIndex = isList && /^\d+$/.test(part);
  const found = childShape(shape, isIndex ? Number(part) : part);
  if (found === undefined) return { part, candidates: [...knownKeys(shape), ...(isList ? ['length'] : [])] };
  return { shape: found, at: isIndex ? at : at && [...at, part] };
}

/** What is known of the value that a path leads to. */
export function lookUpKnown(path: PathNode, scope: KnownScope): Known | Unknown {
  const [name = '', ...rest] = path.parts;
  if (path.data) {
    const isLoopVariable = LOOP_VARIABLES.includes(name) && rest.length === 0;
    if (isLoopVariable && path.depth < scope.loops) return PLAIN;
    const candidates = LOOP_VARIABLES.map((one) => `@${one}`);
    return { part: path.original, candidates, isOutside: isLoopVariable };
  }
  const named = mayBeNamed(path) ? scope.names.get(name) : undefined;
  let from: KnownScope | undefined = scope;
  for (let up = 0; up < path.depth; up++) from = from?.outer;
  if (from === undefined) return { part: path.original, candidates: knownKeys(scope.shape) };
  return (named ? rest : path.parts).reduce<Known | Unknown>(
    (found, part) => (isUnknown(found) ? found : child(found, part)),
    named ?? from,
  );
}
