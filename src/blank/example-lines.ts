import type * as z from '../table/zod.js';
import type { Line } from './commented.js';
import { entry } from './yaml-value.js';

/** What a schema says of itself. */
interface Meta {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

interface Parts {
  readonly shape?: { readonly [key: string]: z.ZodType };
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
}

const partsOf = (schema: z.ZodType): Parts => schema._zod.def as Parts;

/** What a schema, or the one that it makes optional, says of itself. */
export function metaOf(schema: z.ZodType): Meta {
  const { innerType } = partsOf(schema);
  return { ...(innerType && metaOf(innerType)), ...(schema.meta() as Meta | undefined) };
}

/** The schemas of the keys of an object; none for other values. */
export function fieldsOf(schema: z.ZodType): { readonly [key: string]: z.ZodType } {
  const { shape, innerType } = partsOf(schema);
  return innerType ? fieldsOf(innerType) : (shape ?? {});
}

function elementOf(schema: z.ZodType): z.ZodType | undefined {
  const { element, innerType } = partsOf(schema);
  return innerType ? elementOf(innerType) : element;
}

/** `（name 名称，count 条数）`: the fields of a record, or of the records of a list. */
function fieldNotes(schema: z.ZodType): string {
  const titles = Object.entries(fieldsOf(elementOf(schema) ?? schema)).flatMap(([key, field]) => {
    const { title } = metaOf(field);
    return title === undefined ? [] : [`${key} ${title}${field.safeParse(undefined).success ? '（可不写）' : ''}`];
  });
  return titles.length === 0 ? '' : `：${titles.join('，')}`;
}

/** The title of a value, and how it is written, as the comment behind its key. */
export function aboutOf(schema: z.ZodType): Pick<Line, 'note' | 'more'> {
  const { title, description } = metaOf(schema);
  const fields = fieldNotes(schema);
  return { note: title === undefined ? undefined : title + fields, more: description };
}

/** Examples of a report's own, by the dotted paths of what they are for. They come before those of the schema. */
export interface OwnExamples {
  readonly [path: string]: unknown;
}

/**
 * A part of the report object as an example to be uncommented, with what each key means behind it. A part without an example of its
 * own is shown by its fields; a text without one by its title.
 *
 * @param path the keys that lead to it
 */
export function exampleLines(path: readonly string[], schema: z.ZodType, own: OwnExamples): readonly Line[] {
  const [key = '', level] = [path.at(-1), path.length - 1];
  const { title, examples } = metaOf(schema);
  const example = own[path.join('.')] ?? examples?.[0];
  const fields = Object.entries(fieldsOf(schema));
  const about = aboutOf(schema);
  if (example === undefined && fields.length > 0) {
    const inner = fields.flatMap(([name, field]) => exampleLines([...path, name], field, own));
    return [{ level, text: `${key}:`, isOff: true, note: title, more: about.more }, ...inner];
  }
  return entry(key, example ?? title ?? '示例').map(([below, text], i) => ({
    level: level + below,
    text,
    isOff: true,
    ...(i === 0 && about),
  }));
}
