import { fc } from '../fast-check.js';
import { type Raw, withValue } from '../input/example.js';
import { applicantParts, dispositionParts, type EditionId, outcomeParts, reviewGroups } from '../tables/form.js';

const count = fc.nat({ max: 5000 });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** Counts for one column of the request table that agree: the total is that of its parts, and 一 + 二 = 三（七）+ 四. */
const requestColumn = (edition: EditionId): fc.Arbitrary<{ readonly [row: string]: number }> => {
  const parts = dispositionParts(edition);
  return fc
    .record({ parts: fc.array(count, { minLength: parts.length, maxLength: parts.length }), carriedForward: count })
    .chain(({ parts: values, carriedForward }) => {
      const total = sum(values);
      return fc.nat({ max: total + carriedForward }).map((carriedOver) => ({
        ...Object.fromEntries(parts.map((row, i) => [row, values[i] ?? 0])),
        'disposition.total': total,
        carriedForward,
        carriedOver,
        received: total + carriedForward - carriedOver,
      }));
    });
};

/** The figures of table three of a report without a mistake, every total given. */
export const rightRequests = (edition: EditionId): fc.Arbitrary<Raw> =>
  fc.tuple(...applicantParts.map(() => requestColumn(edition))).map((columns) => {
    const rows = Object.keys(columns[0] ?? {});
    const cells = rows.flatMap((row): readonly (readonly [string, number])[] => [
      ...applicantParts.map((column, j) => [`${row}.${column}`, columns[j]?.[row] ?? 0] as const),
      [`${row}.total`, sum(columns.map((column) => column[row] ?? 0))],
    ]);
    return cells.reduce((data, [path, value]) => withInPlace(data, path, value), {});
  });

/** The figures of table four of a report without a mistake, every total given. */
export const rightReview: fc.Arbitrary<Raw> = fc
  .tuple(...reviewGroups.map(() => fc.tuple(...outcomeParts.map(() => count))))
  .map((groups) =>
    reviewGroups.reduce((data, group, i) => {
      const values = groups[i] ?? [];
      const outcomes = Object.fromEntries(outcomeParts.map((outcome, j) => [outcome, values[j] ?? 0]));
      return withValue(data, group, { ...outcomes, total: sum(values) });
    }, {}),
  );

function withInPlace(data: Raw, path: string, value: number): Raw {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let node = data;
  for (const key of keys) {
    node[key] ??= {};
    node = node[key];
  }
  node[last] = value;
  return data;
}
