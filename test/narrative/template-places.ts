import { KINDS, type Kind } from './template-data.js';

/** Where a piece of template stands: the kinds of `this`, innermost first, the loops around, and what has a name. */
export interface Place {
  readonly kinds: readonly Kind[];
  readonly loops: number;
  readonly names: Readonly<Record<string, Kind>>;
}

export const ROOT: Place = { kinds: ['root'], loops: 0, names: {} };

/** A path from `this`, from a `../` or from a name: `./a` is written so from `this` only. */
function written(from: string, path: string): string {
  const plain = path.replace(/^(?:this\.|\.\/)/, '');
  if (from === '') return path;
  if (from.endsWith('../')) return from + plain;
  return ['this', '.'].includes(plain) ? from : `${from}.${plain}`;
}

/** What can be reached from a place, and how that is written. */
function reached<T>(
  { kinds, names }: Place,
  of: (kind: Kind) => readonly (readonly [path: string, what: T])[],
): readonly (readonly [path: string, what: T])[] {
  const origins = [...kinds.map((kind, up): [string, Kind] => ['../'.repeat(up), kind]), ...Object.entries(names)];
  return origins.flatMap(([from, kind]) => of(kind).map(([path, what]) => [written(from, path), what] as const));
}

const pathsOf = (place: Place, of: (kind: Kind) => readonly string[]) =>
  reached(place, (kind) => of(kind).map((path) => [path, undefined])).map(([path]) => path);

function loopVariables({ loops }: Place): readonly string[] {
  const ups = [...Array(loops).keys()].map((up) => '../'.repeat(up));
  return ups.flatMap((up) => ['index', 'first', 'last', 'key'].map((name) => `@${up}${name}`));
}

/** What can be printed. Loop variables are few, and stand here more than once to be tried as often. */
export function valuesAt(place: Place): readonly string[] {
  const loop = loopVariables(place);
  return [...pathsOf(place, (kind) => KINDS[kind].values), ...loop, ...loop, ...loop];
}

export const listsAt = (place: Place): readonly string[] => pathsOf(place, (kind) => Object.keys(KINDS[kind].lists));

/** A block that opens a scope, and of what kind `this` is in it. */
export interface Opening {
  readonly block: 'each' | 'with';
  readonly path: string;
  readonly kind: Kind;
}

/** Never is `this` of the same kind inside and outside: there it depends on the data what `../` is for Handlebars. */
export function openingsAt(place: Place): readonly Opening[] {
  const of = (block: Opening['block'], what: 'lists' | 'groups') =>
    reached<Kind>(place, (kind) => Object.entries(KINDS[kind][what])).map(([path, kind]) => ({ block, path, kind }));
  return [...of('each', 'lists'), ...of('with', 'groups')].filter(({ kind }) => kind !== place.kinds[0]);
}

/** The place inside a block; the names are those of its block parameters. */
export function inside(place: Place, { block, kind }: Opening, [item, index]: readonly string[]): Place {
  return {
    kinds: [kind, ...place.kinds],
    loops: place.loops + (block === 'each' ? 1 : 0),
    names: { ...place.names, ...(item && { [item]: kind }), ...(index && { [index]: 'text' }) },
  };
}
