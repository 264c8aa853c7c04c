import type { Form } from '../form/form.js';
import { splitEnumerator } from '../model/enumerator.js';

/** What a sheet may be called: 31 characters, without those of references. */
const sheetName = (text: string): string =>
  text
    .replace(/[[\]:*?/\\']/gu, '_')
    .slice(0, 28)
    .trim() || '表';

/**
 * A name for the sheet of each statutory table: 二 for 二、主动公开政府信息情况.
 *
 * @param others the names of the other sheets
 */
export function tableNames({ sections, tables }: Form, others: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(others.map((name) => name.toLowerCase()));
  const names = sections.flatMap(({ key, heading }) => {
    if (!Object.hasOwn(tables, key)) return [];
    const plain = sheetName(splitEnumerator(heading)?.enumerator.replace(/[、（）]/gu, '') ?? heading);
    let name = plain;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${plain} ${i}`;
    taken.add(name.toLowerCase());
    return [[key, name] as const];
  });
  return new Map(names);
}
