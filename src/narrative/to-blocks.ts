import { trimmed } from '../characters/white-space.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { hasAtMost } from '../limits/text-length.js';
import type { Heading, Inline, Paragraph } from '../model/document.js';
import { areListed, headsNext, splitEnumerator } from '../model/enumerator.js';
import { type FiguredText, figuredPart } from '../model/figure.js';
import { addressesIn } from './addresses.js';

/** In characters. A longer one is a numbered sentence, not a head. */
const LONGEST_HEAD = 30;

/** Running text, with web and mail addresses as links. */
function withLinks(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const { from, to, href } of addressesIn(text)) {
    if (from > end) inlines.push({ kind: 'text', text: text.slice(end, from) });
    inlines.push({ kind: 'link', text: text.slice(from, to), href });
    end = to;
  }
  if (end < text.length) inlines.push({ kind: 'text', text: text.slice(end) });
  return inlines;
}

function toBlock({ text, figures }: FiguredText, next: string | undefined, path: Path, paragraph: number) {
  const bound = figures.length > 0 && { figures };
  const stop = text.indexOf('。') + 1;
  const isPart = splitEnumerator(text)?.enumerator.startsWith('（') === true;
  const head = isPart ? text.slice(0, stop || text.length) : '';
  const isHead = head !== '' && hasAtMost(head, LONGEST_HEAD);
  if (isHead && stop === 0) return { kind: 'heading', level: 2, text, path, paragraph, ...bound } satisfies Heading;
  // A run-in head with nothing behind it is one although it ends with a stop.
  const keepsNext = headsNext(stop === text.length && isHead ? text.slice(0, -1) : text, next) || undefined;
  const inlines: readonly Inline[] = isHead
    ? [{ kind: 'lead', text: head }, ...withLinks(text.slice(stop))]
    : withLinks(text);
  return { kind: 'paragraph', inlines, keepsNext, path, paragraph, ...bound } satisfies Paragraph;
}

/** The paragraphs of a text: its lines that are not empty. Indents are the theme's, so typed ones go. */
export function paragraphsOf(whole: FiguredText): readonly FiguredText[] {
  let end = 0;
  return whole.text.split('\n').flatMap((line) => {
    const text = trimmed(line);
    const from = end + line.indexOf(text);
    end += line.length + 1;
    return text === '' ? [] : [figuredPart(whole, from, from + text.length)];
  });
}

/**
 * Text to blocks. Each line is a paragraph. `（一）` with a short first sentence is a run-in head; `（一）` with no sentence at all is a
 * heading. A short line with another number is kept with the next one, or with the table if one follows the text.
 */
export function toBlocks(whole: FiguredText, path: Path, isBeforeTable = false): readonly (Heading | Paragraph)[] {
  return paragraphsOf(whole).map((line, i, lines) => {
    const isItem = areListed(lines[i - 1]?.text ?? '', line.text);
    const beyond = isBeforeTable && !isItem ? '' : undefined;
    return toBlock(line, lines[i + 1]?.text ?? beyond, path, i + 1);
  });
}
