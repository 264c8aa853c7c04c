import type { AnyReport } from './report.js';

/** The lines of a title that a report gives: those of a list, or of a text with line feeds. */
export function givenLines(title: NonNullable<AnyReport['title']>): readonly string[] {
  const lines = typeof title === 'string' ? [title] : title;
  return lines.flatMap((line) => line.split('\n').map((one) => one.trim())).filter((line) => line !== '');
}
