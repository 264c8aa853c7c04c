import { excerpt } from '../characters/excerpt.js';
import { FORBIDDEN } from '../characters/kinds.js';
import { unprintable } from '../characters/unprintable.js';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';

const PATTERN = new RegExp(FORBIDDEN.pattern, 'u');

/** Anything but characters that are surely none of these, which texts consist of: it is looked for ten times as fast. */
const DOUBTFUL = /[^\t\n -~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

function inText(text: string, path: Path): readonly Diagnostic[] {
  if (!PATTERN.test(text)) return [];
  const found = PATTERN.exec(text.replaceAll('\r\n', '\n'));
  if (!found) return [];
  const [character] = found;
  const place = `第 ${[...text.slice(0, found.index)].length + 1} 个字符：${excerpt(text, found.index, found.index + 1)}`;
  return [unprintable(FORBIDDEN, [character], { path, found: place })];
}

/** Whether any text of a value has such a character. Hardly any report has, so that nothing need know its place. */
function hasAny(value: unknown): boolean {
  if (typeof value === 'string') return DOUBTFUL.test(value) && PATTERN.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasAny);
}

function within(value: unknown, path: Path): readonly Diagnostic[] {
  if (typeof value === 'string') return inText(value, path);
  if (Array.isArray(value)) return value.flatMap((item, i) => within(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => within(item, [...path, key]));
}

/** Finds characters that no file can carry, in every text of a report object, printed or not. */
export const forbiddenCharacters = (value: unknown): readonly Diagnostic[] => (hasAny(value) ? within(value, []) : []);
