/** How many of many are named. */
const NAMED = 3;

/**
 * The first of many, and how many there are: `甲、乙、丙 等 23 格`.
 *
 * @param counted the measure word, or the noun with it: 格, 个文件
 */
export function firstFew(all: readonly string[], counted: string, mark = '、'): string {
  const more = all.length > NAMED ? ` 等 ${all.length} ${counted}` : '';
  return all.slice(0, NAMED).join(mark) + more;
}
