import type { Path } from './diagnostics.js';

/** Reads a JSON Schema as plain data: which keys are known at a path. Wording and templates are checked against it. */

/** The parts of a JSON Schema that are read here. */
export interface Shape {
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: Shape };
  readonly properties?: { readonly [key: string]: Shape };
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

function resolve(shape: Shape, root: Shape): Shape {
  const name = shape.$ref?.replace(/^#\/\$defs\//, '');
  if (name === undefined) return shape;
  return name === '#' ? root : (root.$defs?.[name] ?? {});
}

/** The shapes that a value of this shape may have, unions taken apart. */
function alternatives(shape: Shape, root: Shape): readonly Shape[] {
  const here = resolve(shape, root);
  return here.anyOf ? here.anyOf.flatMap((one) => alternatives(one, root)) : [here];
}

/** The shape under a key or an index; undefined where no value of this shape has one. */
export function childShape(shape: Shape, key: string | number, root: Shape): Shape | undefined {
  for (const one of alternatives(shape, root)) {
    const { properties = {} } = one;
    const child = typeof key === 'number' ? one.items : Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (child) return child;
  }
  return undefined;
}

/** The shape of the items of a list; undefined if it is none. */
export function itemShape(shape: Shape, root: Shape): Shape | undefined {
  return childShape(shape, 0, root);
}

/** The keys that a value of this shape may have. */
export function knownKeys(shape: Shape, root: Shape): readonly string[] {
  return alternatives(shape, root).flatMap((one) => Object.keys(one.properties ?? {}));
}

/** The shape that a path leads to. */
export function shapeAt(root: Shape, path: Path): Shape | undefined {
  return path.reduce<Shape | undefined>((shape, key) => shape && childShape(shape, key, root), root);
}
