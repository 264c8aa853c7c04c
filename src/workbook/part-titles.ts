import type { Path } from '../diagnostics/diagnostic.js';
import { type Form, headingOf } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import { dataCells } from '../table/cells.js';
import {
  commonParts,
  factsOf,
  factTitle,
  groupTitles,
  ownHeadings,
  ownWaivers,
  sectionsWithout,
} from './labelled-parts.js';

type Titled = readonly [path: string, title: string];

const titled = (path: readonly string[], label: string): Titled => [path.join('.'), label];

/** What the parts of a report of a form are called on the sheets, by their dotted paths without indices. */
export function partTitles(form: Form): ReadonlyMap<string, string> {
  const cells = Object.entries(form.tables).flatMap(([key, spec]) => [
    titled([key], headingOf(form, key)),
    ...dataCells(spec).map(({ path, label }) => titled([key, ...path], label)),
  ]);
  const parts = [...commonParts(form), ...factsOf(form), ...ownHeadings(form), ...sectionsWithout(form), ownWaivers];
  const fields = parts.flatMap(({ path, label, columns = [] }) => [
    titled(path, label),
    ...columns.map((column) => titled([...path, ...column.path], `${label}：${column.label}`)),
  ]);
  const facts = Object.entries(form.facts).map(([key, fact]) => titled(['facts', key], factTitle(fact)));
  const texts = partsOf(form).flatMap((key) =>
    ['narrative', 'notes', 'tables'].map((part) => titled([part, key], form.texts[key]?.title ?? headingOf(form, key))),
  );
  const around = [titled(['edition'], '格式'), titled(['year'], '报告年度'), ...groupTitles()];
  return new Map([...around, ...facts, ...fields, ...texts, ...cells]);
}

/** The name of a value by the nearest part around it, with its number where it is one of several. */
export function titleOf(path: Path, titles: ReadonlyMap<string, string>): string | undefined {
  const keys = path.filter((key) => typeof key === 'string');
  const number = path.findLast((key) => typeof key === 'number');
  const counted = typeof number === 'number' ? `（${number + 1}）` : '';
  for (let length = keys.length; length > 0; length--) {
    const title = titles.get(keys.slice(0, length).join('.'));
    if (title !== undefined) return `${title}${counted}`;
  }
  return undefined;
}
