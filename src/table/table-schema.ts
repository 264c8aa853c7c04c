import { LIMITS } from '../limits/limits.js';
import { DECIMAL, isShort } from './exact-sum.js';
import type { FurtherColumn, FurtherRow, FurtherTable } from './further.js';
import type { CellKind, Header, TableSpec } from './spec.js';
import { anyText, text } from './visible-text.js';
import * as z from './zod.js';

const error = '数字，可以有小数，如 3168.0656 或 "3168.0656"，不带单位和千分位';
const TOO_LONG = `不超过 ${LIMITS.digits.most} 位的数`;
const decimal = z.union(
  [
    z.number({ error }).refine((n) => DECIMAL.test(String(n)), { error }),
    z.string({ error }).regex(DECIMAL, { error }).refine(isShort, { error: TOO_LONG }),
  ],
  { error },
);

/** An amount as a report may give it; see `Amount`. */
export const amount = z.union([decimal, z.strictObject({ value: decimal, unit: text })], {
  error: '金额：数字，可以有小数，如 3168.0656 或 "3168.0656"；有单位时写 { "value": "3168.0656", "unit": "万元" }',
});

/** A number of things. */
export const count = z.int({ error: '不小于 0 的整数' }).min(0, { error: '不小于 0 的整数' });

const note = text.meta({ title: '格内的注' });

/** A figure, or the figure with a note. `errors` of the union are told apart by whether there is a note (`shapeProblems`). */
const notable = (figure: z.ZodType, value: z.ZodType, unit: object = {}): z.ZodType =>
  z.union([figure, z.strictObject({ value, ...unit, note })]).nullable();

const signed = z.int({ error: '整数，减少时为负' });

/** By id, so that the JSON Schema says each once and not for every cell. */
const CELLS: Record<CellKind, z.ZodType> = {
  count: notable(count, count).meta({ id: 'count' }),
  signed: notable(signed, signed).meta({ id: 'signed' }),
  amount: notable(amount, decimal, { unit: text.optional() }).meta({ id: 'amount' }),
};

type Fields = Record<string, z.ZodType>;

function columnFields(columns: readonly Header[]): Fields {
  const entries = columns.flatMap((column): [string, z.ZodType][] => {
    const inner = column.children && columnFields(column.children);
    if (column.key === undefined) return Object.entries(inner ?? {});
    const schema = inner ? z.strictObject(inner) : CELLS[column.kind ?? 'count'];
    return [[column.key, schema.meta({ title: column.label }).optional()]];
  });
  return Object.fromEntries(entries);
}

function rowFields(rows: readonly Header[], inner: Fields): Fields {
  const entries = rows.map((row): [string, z.ZodType] => {
    const shape = row.children ? rowFields(row.children, inner) : inner;
    return [row.key ?? '', z.strictObject(shape).meta({ title: row.label }).optional()];
  });
  return Object.fromEntries(entries);
}

/**
 * The schema of a table's data, derived from its definition. Cells may be absent here: whether they must be given depends on `fill`
 * and `totals`, see `completeTable`.
 */
export function tableSchema(spec: TableSpec): z.ZodType {
  const groups = spec.groups.map(({ rows, columns }) => {
    const inner = columnFields(columns);
    return rows.length === 0 ? inner : rowFields(rows, inner);
  });
  return z
    .strictObject({
      ...Object.assign({}, ...groups),
      fill: z.literal(0, { error: '0' }).optional().meta({ description: '没有填写的单元格按 0 计' }),
      totals: z
        .enum(['given', 'compute'], { error: '"given" 或 "compute"' })
        .optional()
        .meta({ description: 'compute：没有填写的总计由分项算出' }),
    })
    .meta({ description: spec.description });
}

const furtherColumn: z.ZodType<FurtherColumn> = z.union(
  [
    text,
    z.strictObject({
      label: text,
      width: z.number().positive().optional(),
      get columns() {
        return z.array(furtherColumn).min(1).optional();
      },
    }),
  ],
  { error: '列名，或 { "label": …, "columns": […] }' },
);

const plainValue = z.union([anyText, z.number()]);
const furtherValue = z.union([plainValue, z.null(), z.strictObject({ value: plainValue, note })], {
  error: '文字、数字或 null；有注时写 { "value": …, "note": "…" }',
});

const furtherRow: z.ZodType<FurtherRow> = z
  .strictObject({
    label: text.optional(),
    get rows() {
      return z.array(furtherRow).min(1).optional();
    },
    values: z.array(furtherValue).optional(),
  })
  .refine(({ rows, values }) => rows === undefined || values === undefined, {
    path: ['values'],
    error: '没有 values：行有下级 rows 的，数值写在下级的行里',
  });

/** The shape of a further table. @param noteText the shape of the note below it */
export const furtherTable = (noteText: z.ZodType<FurtherTable['note']>): z.ZodType<FurtherTable> =>
  z.strictObject({
    caption: text.optional().meta({ title: '表题' }),
    stubhead: anyText.optional().meta({ title: '左上角表头' }),
    columns: z.array(furtherColumn, { error: '列的列表' }).min(1, { error: '至少一列' }),
    rows: z.array(furtherRow, { error: '行的列表' }).min(1, { error: '至少一行' }),
    note: noteText,
  });
