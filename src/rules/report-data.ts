import type { Path } from '../diagnostics/diagnostic.js';
import { once } from '../memo/once.js';
import type { AnyReport } from '../report/report.js';

/** A text of the report object. */
export interface Datum {
  readonly text: string;
  readonly path: Path;
}

/** Adds the texts in a value. Most values are figures: a path is only made for a text. */
function collect(value: unknown, keys: (string | number)[], found: Datum[]): void {
  if (typeof value === 'string') found.push({ text: value, path: [...keys] });
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'number' || item === null || item === undefined) continue;
    keys.push(isList ? Number(key) : key);
    collect(item, keys, found);
    keys.pop();
  }
}

/** All texts in a value. */
export function textsIn(value: unknown, path: Path): readonly Datum[] {
  const found: Datum[] = [];
  collect(value, [...path], found);
  return found;
}

/** The data that templates print most. */
const ownData = once(({ agency, facts }: AnyReport): readonly Datum[] => [
  ...textsIn(agency, ['agency']),
  ...textsIn(facts, ['facts']),
]);

/** What else templates may print. */
const otherData = once((report: AnyReport): readonly Datum[] => {
  const { agency: _, facts: __, narrative: ___, notes: ____, previous: _____, waivers: ______, ...others } = report;
  return textsIn(others, []);
});

/** The first of the data that templates may print and that holds these characters. */
export function sourceOf(characters: string, report: AnyReport): Path | undefined {
  const has = ({ text }: Datum): boolean => text.includes(characters);
  return (ownData(report).find(has) ?? otherData(report).find(has))?.path;
}
