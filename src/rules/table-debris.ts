import type { Form } from '../form/form.js';
import { once } from '../memo/once.js';
import type { Header } from '../table/spec.js';

const labelsBelow = ({ label, children = [] }: Header): readonly string[] => [label, ...children.flatMap(labelsBelow)];

/** All labels of a form's tables, one behind the other, without spaces. */
const labelsOf = once((form: Form): string =>
  Object.values(form.tables)
    .flatMap(({ stubhead, groups }) => [
      ...(stubhead ? [stubhead.label] : []),
      ...groups.flatMap(({ columns, rows }) => [...columns, ...rows].flatMap(labelsBelow)),
    ])
    .join(' '),
);

/** Whether a paragraph is what is left of a table's head, as files without tables have it: nothing but its labels and spaces. */
export function isTableDebris(text: string, form: Form): boolean {
  const pieces = text.trim().split(/\s+/u);
  return pieces.length > 1 && pieces.every((piece) => labelsOf(form).includes(piece));
}
