import { type Diagnostic, diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';

/** Levels of lists and objects; reports have eight or so. */
const DEEPEST = 100;
/** Values in all; the largest reports have some ten thousand. */
export const MOST_VALUES = 200_000;

const WORDS = {
  ring: {
    message: '数据里包含了它自己',
    found: '循环的引用',
    expected: '像文件里写的那样的数据',
    hint: '去掉循环的引用',
  },
  depth: {
    message: '数据一层套一层，套得太深',
    found: `超过 ${DEEPEST} 层`,
    expected: '报告那样的几层',
    hint: '检查这一处',
  },
  size: {
    message: '数据太多',
    found: `超过 ${MOST_VALUES} 个值`,
    expected: `不超过 ${MOST_VALUES} 个值`,
    hint: '检查是不是一份报告',
  },
} as const;

const problem = (kind: keyof typeof WORDS, path: Path): Diagnostic =>
  diagnostic('shape/value', { ...WORDS[kind], path });

/** The first place that cannot be walked to its end. */
function endless(value: unknown): Diagnostic | undefined {
  const above: object[] = [];
  const path: (string | number)[] = [];
  let count = 0;
  function within(inner: unknown): Diagnostic | undefined {
    count += 1;
    if (count > MOST_VALUES) return problem('size', []);
    if (typeof inner !== 'object' || inner === null) return undefined;
    if (above.includes(inner)) return problem('ring', [...path]);
    if (above.length === DEEPEST) return problem('depth', path.slice(0, 8));
    above.push(inner);
    for (const key in inner) {
      const item = inner[key as keyof typeof inner] as unknown;
      if (typeof item !== 'object') {
        count += 1;
        if (count > MOST_VALUES) return problem('size', []);
        continue;
      }
      path.push(Array.isArray(inner) ? Number(key) : key);
      const found = within(item);
      if (found) return found;
      path.pop();
    }
    above.pop();
    return undefined;
  }
  return within(value);
}

/**
 * Refuses what a program can make but no file holds: objects that contain themselves, and those that are endless in other ways.
 *
 * @throws ReportError `shape/value`
 */
export function provePlainData(value: unknown): void {
  const found = endless(value);
  if (found) throw new ReportError([found]);
}
