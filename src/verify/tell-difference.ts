import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import { excerpt } from '../readers/neutral/loss.js';
import { headOf, type ShownCell, type ShownPart, textOfPart } from './shown-part.js';

/** Characters that are told before the place where two texts part. */
const BEFORE = 8;

/** Characters that are told of what differs. */
const MOST = 60;

/** Where a difference is on each side. */
export interface Where {
  readonly file: string;
  readonly at: string | undefined;
  readonly path: Path | undefined;
  readonly label?: string | undefined;
}

/** Two texts without what they begin and end with alike, save a few characters. */
function whereTheyDiffer(one: string, other: string): readonly [string, string] {
  const [a, b] = [[...one], [...other]];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  let after = 0;
  while (after < Math.min(a.length, b.length) - from && a.at(-1 - after) === b.at(-1 - after)) after++;
  const start = from <= BEFORE ? 0 : from - BEFORE;
  const tail = Math.min(after, BEFORE);
  const cut = (text: readonly string[]) => {
    const end = text.length - after + tail;
    const middle = text.slice(start, Math.min(end, start + MOST)).join('');
    return `${start > 0 ? '…' : ''}${middle}${Math.min(end, start + MOST) < text.length ? '…' : ''}`;
  };
  return [cut(a), cut(b)];
}

const whereOf = ({ file, at, path = [], label }: Where) => ({
  path,
  ...(label !== undefined && { label }),
  ...(at !== undefined && { place: { file, at } }),
});

/** Another text, or another figure, than was signed. */
export function changedText(signed: ShownCell, published: ShownCell, file: string): Diagnostic {
  const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const [given, wanted] = whereTheyDiffer(flat(published.text), flat(signed.text));
  const where = { file, at: published.at, path: signed.path, label: signed.label };
  return diagnostic('verify/changed', { given, wanted }, whereOf(where));
}

/** What is missing or added: a text, a table, a row of one, a cell, a line of a table of contents. */
export type Unit = FactsOf<'verify/missing'>['unit'];

/** What was signed and does not show. */
export function missingPart(part: ShownPart, unit: Unit, near: string | undefined, file: string): Diagnostic {
  const { path, label } = headOf(part);
  const at = near === undefined ? undefined : `${near}之后`;
  return diagnostic('verify/missing', { unit, text: excerpt(textOfPart(part)) }, whereOf({ file, at, path, label }));
}

/** What shows and was not signed. */
export function addedPart(part: ShownPart, unit: Unit, near: Path | undefined, file: string): Diagnostic {
  return diagnostic(
    'verify/added',
    { cause: 'part', unit, text: excerpt(textOfPart(part)), isAfterPart: near !== undefined },
    whereOf({ file, at: headOf(part).at, path: near }),
  );
}
