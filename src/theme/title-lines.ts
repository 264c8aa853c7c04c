import { memo } from '../memo/memo.js';
import type { Title, TitleLine } from '../model/document.js';
import { mayBreak } from '../unicode/line-class.js';
import { balancedLines } from './balance-lines.js';
import { titleEms } from './ems.js';

// Decided here, by estimated widths, so that a title has the same lines in all formats.

/** Parts of a word that may stand on lines of their own: characters with their marks, and whole Western words and numbers. */
export function piecesOf(word: string): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const part of word.match(/[!-~]+|./gsu) ?? []) {
    if (at > 0 && !mayBreak(word, at)) pieces.push((pieces.pop() ?? '') + part);
    else pieces.push(part);
    at += part.length;
  }
  return pieces;
}

/** As few lines as possible, and these as even as possible (GB/T 9704-2012, 7.3.1). */
const evened = (pieces: readonly string[], room: number): readonly string[] => balancedLines(pieces, room, titleEms);

/** A phrase too long for one line: broken between words, and a word too long for one line between characters. */
function brokenPhrase(words: readonly string[], room: number): readonly string[] {
  const pieces = words.flatMap((word) => (titleEms(word) <= room ? [word] : evened(piecesOf(word), room)));
  return evened(pieces, room);
}

function brokenLine(line: TitleLine, room: number): readonly string[] {
  const phrases = line.map((words) => words.join(''));
  const whole = phrases.join('');
  if (titleEms(whole) <= room) return [whole];
  if (phrases.every((phrase) => titleEms(phrase) <= room)) return evened(phrases, room);
  const lines: string[] = [];
  let together: string[] = [];
  for (const [i, phrase] of phrases.entries()) {
    if (titleEms(phrase) <= room) {
      together.push(phrase);
      continue;
    }
    lines.push(...evened(together, room), ...brokenPhrase(line[i] ?? [], room));
    together = [];
  }
  return [...lines, ...evened(together, room)];
}

/** Lines found before: a title is asked for where pages are filled and where it is written, in each format. */
const known = memo<readonly string[]>(100);

/**
 * The lines of a title as it is printed: those that the report gives, each broken only if it is too long.
 *
 * @param room the width of a line in ems
 */
export function titleLines({ lines }: Pick<Title, 'lines'>, room: number): readonly string[] {
  // A space where a line ends would move the line to the left.
  return known(`${room} ${JSON.stringify(lines)}`, () =>
    lines.flatMap((line) => brokenLine(line, room)).map((line) => line.trim()),
  );
}
