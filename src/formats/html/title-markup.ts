import type { Title } from '../../model/document.js';
import { type Theme, textWidth } from '../../theme/theme.js';
import { titleLines } from '../../theme/title-lines.js';
import { textHtml } from './written-html.js';

const withoutSpace = (text: string): string => text.replace(/\s/g, '');

/** How many characters, spaces apart, stand before the end of each word. */
function wordEnds({ lines }: Title): ReadonlySet<number> {
  let length = 0;
  return new Set(
    lines.flat(2).map((word) => {
      length += withoutSpace(word).length;
      return length;
    }),
  );
}

/**
 * A title in the lines that it has in all formats. On a narrow screen each may break again, between words.
 *
 * @param wordBreak what allows a break between words
 */
export function titleHtml(title: Title, theme: Theme, wordBreak: string): string {
  const ends = wordEnds(title);
  let passed = 0;
  const lines = titleLines(title, textWidth(theme.page) / theme.styles.title.size).map((line) => {
    let html = '';
    let from = 0;
    for (let at = 1; at <= line.length; at++) {
      if (withoutSpace(line.charAt(at - 1)) === '') continue;
      passed += 1;
      if (!ends.has(passed) || at === line.length) continue;
      html += `${textHtml(line.slice(from, at))}${wordBreak}`;
      from = at;
    }
    return html + textHtml(line.slice(from));
  });
  return lines.join('<br>');
}
