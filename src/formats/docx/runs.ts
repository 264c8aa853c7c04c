import { TextRun } from 'docx';
import { apostrophesIn } from '../../characters/apostrophes.js';
import { unitsOf } from '../../characters/drawn-units.js';
import { memoOf } from '../../memo/memo.js';
import type { NamedFont } from './faces.js';
import { plainKind } from './plain-text.js';
import { skeleton } from './skeleton.js';
import { escapeText } from './written.js';

const ASCII = /^[\u0000-\u007f]*$/;

interface FontRun {
  readonly text: string;
  /** The font used instead of the role's own Chinese font. */
  readonly instead: string | undefined;
  /** Set in the Latin font. */
  readonly isLatin: boolean;
}

/** Splits text where the font changes. Combining marks stay with their base. */
function fontRuns(text: string, font: NamedFont): readonly FontRun[] {
  const found: FontRun[] = [];
  const apostrophes = apostrophesIn(text);
  const fontAt = (unit: string, at: number): Omit<FontRun, 'text'> => {
    if (!apostrophes.has(at)) return { instead: font.insteadFor(unit), isLatin: false };
    return { instead: font.apostrophe, isLatin: font.apostrophe === undefined };
  };
  let [from, at] = [0, 0];
  let current = { instead: undefined as string | undefined, isLatin: false };
  for (const unit of unitsOf(text)) {
    const next = fontAt(unit, at);
    const isNext = at > 0 && (next.instead !== current.instead || next.isLatin !== current.isLatin);
    if (isNext) found.push({ text: text.slice(from, at), instead: current.instead, isLatin: current.isLatin });
    if (isNext || at === 0) [from, current] = [at, next];
    at += unit.length;
  }
  if (at > 0) found.push({ text: text.slice(from), instead: current.instead, isLatin: current.isLatin });
  return found;
}

const run = skeleton(
  '</w:t>',
  (style: string | undefined, breaks: number, isLatin: boolean, eastAsia: string | undefined, behind: number) =>
    new TextRun({
      text: '',
      ...(behind > 0 && { characterSpacing: behind }),
      ...(style !== undefined && { style }),
      ...(breaks > 0 && { break: breaks }),
      ...(!isLatin && { font: { ...(eastAsia !== undefined && { eastAsia }), hint: 'eastAsia' } }),
    }),
);

interface RunLook {
  readonly style?: string;
  readonly breaks?: number;
  readonly behind?: number;
}

function madeRuns(text: string, font: NamedFont, { style, breaks = 0, behind = 0 }: RunLook): string {
  const kind = font.hasGb2312 ? plainKind(text) : undefined;
  if (kind !== undefined) return run(style, breaks, kind === 'ascii', undefined, behind)(text);
  const runs = fontRuns(text, font).map(({ text, instead, isLatin }, i) =>
    run(style, i === 0 ? breaks : 0, isLatin || ASCII.test(text), instead, behind)(escapeText(text)),
  );
  return runs.join('');
}

/** Runs made before, those that nothing is set for apart from the others: every report has the same labels, and often the same small figures. */
const [known, knownByLook] = [memoOf<NamedFont, string>(4096), memoOf<NamedFont, string>(4096)];
/** Longer texts are unlikely to recur. */
const LONGEST_KNOWN = 60;
const PLAIN: RunLook = {};

/**
 * Text as runs in the fonts of its style, or in another font for characters that the Chinese one lacks. The hint makes Word set “”‘’…— in
 * the Chinese font; it would use the Latin one otherwise.
 *
 * @param look `behind` is space behind each character, in twips
 */
export function textRuns(text: string, font: NamedFont, look: RunLook = PLAIN): string {
  const make = () => madeRuns(text, font, look);
  if (text.length > LONGEST_KNOWN) return make();
  if (look === PLAIN) return known(font)(text, make);
  const { style = '', breaks = 0, behind = 0 } = look;
  return knownByLook(font)(`${style} ${breaks} ${behind} ${text}`, make);
}

/** Lines of text with breaks between them. An empty line is one break more before the next. */
export function lineRuns(lines: readonly string[], font: NamedFont): string {
  let breaks = 0;
  const runs = lines.map((line, i) => {
    if (i > 0) breaks += 1;
    const made = textRuns(line, font, breaks === 0 ? PLAIN : { breaks });
    if (made !== '') breaks = 0;
    return made;
  });
  return runs.join('');
}
