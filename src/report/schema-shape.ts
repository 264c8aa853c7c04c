import type * as z from '../table/zod.js';
import type { Shape } from './shape.js';

/** The parts of a zod schema that are needed here. */
interface Parts {
  readonly shape?: { readonly [key: string]: z.core.$ZodType };
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
}

/**
 * The keys that a schema knows, at a hundredth of the cost of its JSON Schema. The rows of a table may hold rows, so
 * inner shapes are made lazily, and once.
 *
 * @param isSeen which options of a union count; all if not given
 */
export function shapeOfSchema(
  schema: z.core.$ZodType,
  isSeen: (option: z.core.$ZodType) => boolean = () => true,
): Shape {
  const { shape, element, options, innerType, valueType } = schema._zod.def as Parts;
  if (innerType) return shapeOfSchema(innerType, isSeen);
  if (options) return { anyOf: options.filter(isSeen).map((option) => shapeOfSchema(option, isSeen)) };
  let properties: Shape['properties'];
  let items: Shape | undefined;
  return {
    get properties() {
      properties ??= Object.fromEntries(
        Object.entries(shape ?? {}).map(([key, inner]) => [key, shapeOfSchema(inner, isSeen)]),
      );
      return properties;
    },
    rest: valueType && shapeOfSchema(valueType, isSeen),
    get items() {
      if (element) items ??= shapeOfSchema(element, isSeen);
      return items;
    },
  };
}

/**
 * The keys of a report as templates see it: figures are without their notes, and what may be a text or a list of texts (title, sign-off)
 * is a text.
 */
export function seenShape(schema: z.core.$ZodType): Shape {
  return shapeOfSchema(schema, (option) => {
    const { shape = {}, element } = option._zod.def as Parts;
    return element === undefined && !('note' in shape);
  });
}
