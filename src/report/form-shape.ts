import type { Form } from '../form/form.js';
import { once } from '../memo/once.js';
import { dataCells } from '../table/cells.js';
import type * as z from '../table/zod.js';
import { reportSchema } from './report-schema.js';
import { seenShape, shapeOfSchema } from './schema-shape.js';
import type { Shape } from './shape.js';

/** The schema of a form's reports, the keys it knows, and the labels of cells by their dotted paths. */
export interface FormShape {
  readonly schema: z.ZodType;
  readonly shape: Shape;
  /** The keys that templates know. */
  readonly seen: Shape;
  readonly labels: ReadonlyMap<string, string>;
  readonly form: Form;
}

/** Made once for each form. */
export const formShape = once((form: Form): FormShape => {
  const cells = Object.entries(form.tables).flatMap(([key, spec]) =>
    dataCells(spec).map((cell): [string, string] => [[key, ...cell.path].join('.'), cell.label]),
  );
  const schema = reportSchema(form);
  return { schema, shape: shapeOfSchema(schema), seen: seenShape(schema), labels: new Map(cells), form };
});
