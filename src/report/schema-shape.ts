import type * as z from 'zod';
import type { Shape } from './shape.js';

/** The parts of a zod schema that are needed here. */
interface Parts {
  readonly shape?: { readonly [key: string]: z.core.$ZodType };
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
}

/**
 * The keys that a schema knows, at a hundredth of the cost of its JSON Schema. The rows of a table may hold rows, so
 * inner shapes are made lazily, and once.
 */
export function shapeOfSchema(schema: z.core.$ZodType): Shape {
  const { shape, element, options, innerType } = schema._zod.def as Parts;
  if (innerType) return shapeOfSchema(innerType);
  if (options) return { anyOf: options.map(shapeOfSchema) };
  let properties: Shape['properties'];
  let items: Shape | undefined;
  return {
    get properties() {
      properties ??= Object.fromEntries(Object.entries(shape ?? {}).map(([key, inner]) => [key, shapeOfSchema(inner)]));
      return properties;
    },
    get items() {
      if (element) items ??= shapeOfSchema(element);
      return items;
    },
  };
}
