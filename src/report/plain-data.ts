import { type Diagnostic, diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import { type Adjustable, LIMITS } from '../limits/limits.js';
import { type AllLimits, limitFacts } from '../limits/limits-of.js';

const DEEPEST = LIMITS.depth.most;

const WORDS: { readonly [N in Adjustable]?: string } = {
  values: '报告里的数据太多',
  charactersInAll: '报告里的文字太多',
  characters: '这段文字太长',
  nameCharacters: '机关的名称太长',
  keyCharacters: '键的名称太长',
  items: '列表太长',
  tables: '报告自己的表格太多',
  cells: '报告自己的表格太大',
  waivers: '豁免太多',
};

function tooLarge(name: Adjustable, path: Path, limits: AllLimits): Diagnostic {
  return diagnostic(
    'shape/too-large',
    { cause: 'limit', title: WORDS[name] ?? LIMITS[name].title, ...limitFacts(name, limits) },
    { path: path.slice(0, 8) },
  );
}

const ring = (path: Path): Diagnostic => diagnostic('shape/value', { cause: 'ring' }, { path });

const unreadable = (path: Path): Diagnostic =>
  diagnostic('shape/value', { cause: 'unreadable' }, { path: path.slice(0, 8) });

/** Objects with a key for each of their bytes or characters, which no list of keys should be made of: no file holds any. */
const isBulk = (value: object): boolean => ArrayBuffer.isView(value) || value instanceof String;

const tooDeep = (path: Path): Diagnostic =>
  diagnostic('shape/too-large', { cause: 'deep', most: DEEPEST }, { path: path.slice(0, 8) });

/** What has been counted so far. */
type Counts = { [N in 'values' | 'charactersInAll' | 'tables' | 'cells']: number };

/** The path without the part that leads into last year's report. */
const own = (path: Path): Path => (path[0] === 'previous' ? path.slice(1) : path);

/** Which limit a value exceeds, alone or with all before it; the path is that of the value. */
function exceeded(
  value: unknown,
  inTables: boolean,
  path: Path,
  counts: Counts,
  limits: AllLimits,
): Adjustable | undefined {
  counts.values += 1;
  if (typeof value === 'string') {
    counts.charactersInAll += value.length;
    if (value.length > limits.characters) return 'characters';
    if (value.length > limits.nameCharacters && path.at(-2) === 'agency' && path.at(-1) === 'name')
      return 'nameCharacters';
  }
  if (Array.isArray(value)) {
    if (own(path)[0] === 'waivers' && value.length > limits.waivers) return 'waivers';
    if (inTables && own(path).length === 2) counts.tables += value.length;
    if (value.length > limits.items) return 'items';
  } else if (inTables && typeof value !== 'object') counts.cells += 1;
  if (counts.values > limits.values) return 'values';
  if (counts.charactersInAll > limits.charactersInAll) return 'charactersInAll';
  if (!inTables) return undefined;
  return counts.tables > limits.tables ? 'tables' : counts.cells > limits.cells ? 'cells' : undefined;
}

/** The first place that cannot be walked to its end, or that is larger than anything a report has. */
export function plainDataFault(value: unknown, limits: AllLimits): Diagnostic | undefined {
  const above: object[] = [];
  const path: (string | number)[] = [];
  const counts: Counts = { values: 0, charactersInAll: 0, tables: 0, cells: 0 };
  function within(inner: unknown, inTables: boolean): Diagnostic | undefined {
    const large = exceeded(inner, inTables, path, counts, limits);
    if (large !== undefined) return tooLarge(large, path, limits);
    if (typeof inner !== 'object' || inner === null) return undefined;
    if (isBulk(inner)) return unreadable(path);
    if (above.includes(inner)) return ring([...path]);
    if (above.length === DEEPEST) return tooDeep(path);
    const isList = Array.isArray(inner);
    above.push(inner);
    for (const key in inner) {
      if (key.length > limits.keyCharacters) return tooLarge('keyCharacters', path, limits);
      if (!isList) counts.charactersInAll += key.length;
      path.push(isList ? Number(key) : key);
      const found = within(inner[key as keyof typeof inner], inTables || (key === 'tables' && own(path).length === 1));
      if (found) return found;
      path.pop();
    }
    above.pop();
    return undefined;
  }
  try {
    return within(value, false);
  } catch {
    // A getter that throws, a proxy that is revoked: whoever made them, the report is the one at fault.
    return unreadable(path);
  }
}

/**
 * Looks at data that nobody has walked yet.
 *
 * @throws ReportError `shape/value` if they cannot be read
 */
export function looking<T>(look: () => T): T {
  try {
    return look();
  } catch {
    throw new ReportError([unreadable([])]);
  }
}

/**
 * Refuses what a program can make but no file holds, objects that contain themselves or are endless in other ways, and what is larger
 * than the limits.
 *
 * @throws ReportError `shape/value` for a ring and for what cannot be read, `shape/too-large`
 */
export function provePlainData(value: unknown, limits: AllLimits): void {
  const found = plainDataFault(value, limits);
  if (found) throw new ReportError([found]);
}
