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

const orBlank = (text: string): string => (text === '' ? '空白' : text);

function told(
  code: 'verify/changed' | 'verify/missing' | 'verify/added',
  { file, at, path = [], label }: Where,
  facts: Pick<Diagnostic, 'message' | 'found' | 'expected' | 'hint'>,
): Diagnostic {
  return diagnostic(code, {
    path,
    ...(label !== undefined && { label }),
    ...(at !== undefined && { place: { file, at } }),
    ...facts,
  });
}

/** Another text, or another figure, than was signed. */
export function changedText(signed: ShownCell, published: ShownCell, file: string): Diagnostic {
  const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const [found, expected] = whereTheyDiffer(flat(published.text), flat(signed.text));
  const where = { file, at: published.at, path: signed.path, label: signed.label };
  return told('verify/changed', where, {
    message: '公布的与签发的不一样',
    found: orBlank(found),
    expected: orBlank(expected),
    hint: '按签发的报告改正公布的文件；报告确已改过的，用新的报告核对',
  });
}

const NAMES = { text: '文字', row: '行', cell: '单元格', table: '表', entry: '目录项' } as const;

/** What is missing or added: a text, a table, a row of one, a cell, a line of a table of contents. */
export type Unit = keyof typeof NAMES;

/** What was signed and does not show. */
export function missingPart(part: ShownPart, unit: Unit, near: string | undefined, file: string): Diagnostic {
  const { path, label } = headOf(part);
  const at = near === undefined ? undefined : `${near}之后`;
  return told(
    'verify/missing',
    { file, at, path, label },
    {
      message: `签发的${NAMES[unit]}没有公布`,
      found: '没有',
      expected: orBlank(excerpt(textOfPart(part))),
      hint: '补上；网页里隐藏了的也要显示出来',
    },
  );
}

/** What shows and was not signed. */
export function addedPart(part: ShownPart, unit: Unit, near: Path | undefined, file: string): Diagnostic {
  return told(
    'verify/added',
    { file, at: headOf(part).at, path: near },
    {
      message: `公布的文件里多出${NAMES[unit]}`,
      found: orBlank(excerpt(textOfPart(part))),
      expected: near === undefined ? '没有' : '这里之后没有',
      hint: '不属于报告的，从正文里移出或删去',
    },
  );
}
