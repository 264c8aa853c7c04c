import { excerpt } from '../characters/excerpt.js';
import { FORBIDDEN } from '../characters/kinds.js';
import { unprintable } from '../characters/unprintable.js';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';

const PATTERN = new RegExp(FORBIDDEN.pattern, 'u');

function inText(text: string, path: Path): readonly Diagnostic[] {
  if (!PATTERN.test(text)) return [];
  const found = PATTERN.exec(text.replaceAll('\r\n', '\n'));
  if (!found) return [];
  const [character] = found;
  const place = `第 ${[...text.slice(0, found.index)].length + 1} 个字符：${excerpt(text, found.index, found.index + 1)}`;
  return [unprintable(FORBIDDEN, [character], { path, found: place })];
}

/** Finds characters that no file can carry, in every text of a report object, printed or not. */
export function forbiddenCharacters(value: unknown, path: Path = []): readonly Diagnostic[] {
  if (typeof value === 'string') return inText(value, path);
  if (Array.isArray(value)) return value.flatMap((item, i) => forbiddenCharacters(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => forbiddenCharacters(item, [...path, key]));
}
