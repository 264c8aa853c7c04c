/** Characters of a line that are looked at: a line may be a whole file. */
const LOOKED_AT = 200;

/** The start of what a text has from an offset to the end of the line: enough to recognise the place. */
export function snippetFrom(text: string, offset: number): string {
  const [line = ''] = text.slice(offset, offset + LOOKED_AT).split('\n');
  const rest = line.trimEnd();
  return rest === '' ? '到这里就结束了' : rest.slice(0, 24);
}

/** The same at a line and column, counted from 1. */
export function snippetAt(text: string, line: number, column: number): string {
  return snippetFrom((text.split('\n')[line - 1] ?? '').slice(column - 1), 0);
}
