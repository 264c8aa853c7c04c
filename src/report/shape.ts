import type { Path } from '../diagnostics/diagnostic.js';

/** The known keys of a value and of the values in it, as plain data. Reports and templates are checked against it. */
export interface Shape {
  readonly properties?: { readonly [key: string]: Shape };
  readonly items?: Shape | undefined;
  /** What stands under keys that the report names itself. */
  readonly rest?: Shape | undefined;
  readonly anyOf?: readonly Shape[];
}

/** The alternatives of a shape, with nested unions flattened. */
function alternatives(shape: Shape): readonly Shape[] {
  return shape.anyOf ? shape.anyOf.flatMap(alternatives) : [shape];
}

/** The shape under a key or an index; undefined where no value of this shape has one. */
export function childShape(shape: Shape, key: string | number): Shape | undefined {
  for (const { properties = {}, items, rest } of alternatives(shape)) {
    const child = typeof key === 'number' ? items : Object.hasOwn(properties, key) ? properties[key] : rest;
    if (child) return child;
  }
  return undefined;
}

/** Whether a value of this shape can be neither a text nor a figure: a list, or a group. */
export function isCompound(shape: Shape): boolean {
  return alternatives(shape).every(
    ({ properties = {}, items, rest }) =>
      items !== undefined || rest !== undefined || Object.keys(properties).length > 0,
  );
}

/** The shape of the items of a list; undefined if it is none. */
export function itemShape(shape: Shape): Shape | undefined {
  return childShape(shape, 0);
}

/** The keys that a value of this shape may have. */
export function knownKeys(shape: Shape): readonly string[] {
  return alternatives(shape).flatMap((one) => Object.keys(one.properties ?? {}));
}

/** `，如 facts.channels`: the first fact of a report that is of a kind; nothing if none is. */
export function exampleOf(report: Shape, isKind: (shape: Shape) => boolean): string {
  const facts = childShape(report, 'facts');
  const key = facts && knownKeys(facts).find((one) => isKind(childShape(facts, one) ?? {}));
  return key === undefined ? '' : `，如 facts.${key}`;
}

/** The shape that a path leads to. */
export function shapeAt(root: Shape, path: Path): Shape | undefined {
  return path.reduce<Shape | undefined>((shape, key) => shape && childShape(shape, key), root);
}
