/** The start of what a text has at a line and column, counted from 1: enough to recognise the place. */
export function snippetAt(text: string, line: number, column: number): string {
  const rest = (text.split('\n')[line - 1] ?? '').slice(column - 1).trimEnd();
  return rest === '' ? '到这里就结束了' : rest.slice(0, 24);
}
