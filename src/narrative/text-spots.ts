import type { Spot } from './syntax.js';
import type { TemplateSource } from './template-source.js';
import type { Filled, Origin } from './writing.js';

/** The last piece that begins at or before a character. */
function originAt(origins: readonly Origin[], index: number): Origin | undefined {
  let [low, high] = [0, origins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origins[middle]?.from ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return origins[low - 1];
}

/** The line and the column that are a number of characters behind others. */
function behind(text: string, line: number, column: number): readonly [line: number, column: number] {
  const lines = text.split(/\r\n?|\n/);
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1 ? [line, column + last] : [line + lines.length - 1, last + 1];
}

/** Where each character of a written text stands in its template: of what is printed from data, where the template prints it. */
export function spotsOf({ origins, text }: Filled, source: TemplateSource): (index: number) => Spot {
  return (index) => {
    const origin = originAt(origins, index);
    if (origin === undefined) return source.spotAt(...behind(text.slice(0, index), 1, 1));
    const { from, node } = origin;
    const { line, column } = node.loc.start;
    if (node.type !== 'ContentStatement') return source.spotAt(line, column + 1);
    const before = Math.max(0, node.original.indexOf(node.value)) + index - from;
    return source.spotAt(...behind(node.original.slice(0, before), line, column + 1));
  };
}
