import { least } from '../../limits/extremes.js';
import { baselineOf, byBaseline, sizeOf } from './figure-rows.js';
import { partedWord, textOfWord, type Word } from './glyph-words.js';

/** Labels of rows of figures, line by line beside them: which lines belong to which row. */

/** The labels of a row, from the outermost. */
type Labels = readonly (readonly Word[])[];

/** Labels as they go with rows, by the index of the row; lines that go with none. */
export interface LabelledRows {
  readonly labels: readonly Labels[];
  readonly alone: readonly (readonly Word[])[];
}

/** A label that begins, also where a narrow column breaks within its number. */
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[（(][一二三四五六七八九十\d]{1,2}$)/u;

/** The number of a label in the innermost column. */
const LEAF = /^\d[.．、]/u;

/** Lines in which one word ends before a place and another begins at it: two columns side by side. */
function sideBySide(x: number, words: readonly Word[]): number {
  const starts = words.filter(({ left }) => Math.abs(left - x) <= 1).map(baselineOf);
  const ends = words.filter(({ right }) => right <= x + 1).map(baselineOf);
  return starts.filter((y) => ends.some((one) => Math.abs(one - y) < 2)).length;
}

/** Where the innermost labels begin; undefined if there is one column of them. Labels of whole rows reach across. */
function leafColumn(words: readonly Word[]): number | undefined {
  const starts = [...new Set(words.map(({ left }) => Math.round(left)))].sort((a, b) => b - a);
  return starts.find((x) => {
    const before = words.filter(({ right }) => right <= x + 1).length;
    const behind = words.filter(({ left }) => left >= x - 1).length;
    const across = words.length - before - behind;
    const most = sideBySide(x, words) > 1 ? 0.6 : 0.3;
    return before > 0 && behind > 1 && across <= most * words.length;
  });
}

/** Parts an outer label from the inner one that touches it. */
function partedLabels(words: readonly Word[]): readonly Word[] {
  const starts = words.filter((word) => LEAF.test(textOfWord(word))).map(({ left }) => left);
  return words.flatMap((word) => {
    const edges = word.glyphs.slice(1).flatMap((glyph, i) => {
      const text = word.glyphs.slice(i + 1, i + 3).map(({ text: one }) => one);
      return LEAF.test(text.join('')) && starts.some((x) => Math.abs(x - glyph.x) < 0.2 * glyph.size) ? [glyph.x] : [];
    });
    return edges.length > 0 ? partedWord(word, edges) : [word];
  });
}

interface LabelLine {
  readonly y: number;
  readonly size: number;
  readonly words: readonly Word[];
  readonly isNumbered: boolean;
}

function linesOfLabels(words: readonly Word[]): readonly LabelLine[] {
  return byBaseline(words).map((row) => {
    const inOrder = row.toSorted((a, b) => a.left - b.left);
    const first = inOrder[0] as Word;
    return {
      y: baselineOf(first),
      size: sizeOf(first),
      words: inOrder,
      isNumbered: NUMBERED.test(inOrder.map(textOfWord).join('')),
    };
  });
}

/** How the lines of a label stand to the figures beside them. */
type Anchor = (first: number, last: number) => number;

const ANCHORS: readonly Anchor[] = [(first, last) => (first + last) / 2, (first) => first, (_, last) => last];

/** What it costs, in ems, to leave a label without figures, figures without a label, and to join a new number to a label. */
const [ALONE, BARE, JOINED] = [1.2, 2, 2];

/** What each further line costs that goes with no figures. */
const FURTHER = 0.2;

/** No label has more lines: the longest of all, in a column two characters wide. */
const MOST = 28;

/** For each row, the first of its lines and the one after its last. */
type Spans = readonly (readonly [from: number, to: number])[];

/** A way to an end of lines, with the one that it goes on from. */
interface Way {
  readonly cost: number;
  readonly span?: readonly [from: number, to: number];
  readonly before?: Way | undefined;
}

/** What some lines cost, the first and the one after the last. */
type Cost = (from: number, to: number) => number;

/** Counts the numbered lines of a stretch. */
function counterOf(lines: readonly LabelLine[]): Cost {
  const sums = [0];
  for (const { isNumbered } of lines) sums.push((sums.at(-1) ?? 0) + (isNumbered ? 1 : 0));
  return (from, to) => (to > from ? (sums[to] ?? 0) - (sums[from] ?? 0) : 0);
}

/** The cost of some lines as the label of a row. */
function costBeside(lines: readonly LabelLine[], numbersIn: Cost, y: number, anchor: Anchor): Cost {
  return (from, to) => {
    const [first, last] = [lines[from], lines[to - 1]];
    if (to <= from || first === undefined || last === undefined) return BARE;
    return Math.abs(anchor(first.y, last.y) - y) / first.size + numbersIn(from + 1, to) * JOINED;
  };
}

/** The cost of lines that go with no figures: the labels of blank rows. */
const costAlone =
  (numbersIn: Cost): Cost =>
  (from, to) =>
    to <= from ? 0 : ALONE * Math.max(1, numbersIn(from, to)) + FURTHER * (to - from - 1);

/** For each end of lines, the cheapest way to it from an earlier one. */
function cheapest(ways: readonly (Way | undefined)[], cost: Cost, isRow: boolean): readonly (Way | undefined)[] {
  const next: (Way | undefined)[] = new Array(ways.length).fill(undefined);
  for (const [from, way] of ways.entries()) {
    if (way === undefined) continue;
    for (let to = from; to <= Math.min(ways.length - 1, from + MOST); to++) {
      const sum = way.cost + cost(from, to);
      if (sum >= (next[to]?.cost ?? Infinity)) continue;
      next[to] = isRow ? { cost: sum, span: [from, to], before: way } : { ...way, cost: sum };
    }
  }
  return next;
}

function spansOf(last: Way | undefined): Spans {
  const spans: (readonly [from: number, to: number])[] = [];
  for (let way = last; way?.span !== undefined; way = way.before) spans.push(way.span);
  return spans.reverse();
}

/** The cheapest way to share lines among rows, in their order. */
function shared(lines: readonly LabelLine[], ys: readonly number[], anchor: Anchor): Way {
  const numbersIn = counterOf(lines);
  const alone = costAlone(numbersIn);
  const none: readonly (Way | undefined)[] = [{ cost: 0 }, ...lines.map(() => undefined)];
  let ways = cheapest(none, alone, false);
  for (const y of ys) {
    ways = cheapest(ways, costBeside(lines, numbersIn, y, anchor), true);
    ways = cheapest(ways, alone, false);
  }
  return ways.at(-1) ?? { cost: Infinity };
}

/** No table of a page has so many lines beside so many rows; the time grows with both. */
const MOST_PAIRS = 90_000;

/** Each line with the row that is nearest, both in their order. */
function nearestSpans(lines: readonly LabelLine[], ys: readonly number[]): Spans {
  let to = 0;
  return ys.map((y, row) => {
    const from = to;
    const below = ys[row + 1] ?? Infinity;
    while (to < lines.length && (lines[to] as LabelLine).y <= (y + below) / 2) to++;
    return [from, to];
  });
}

function spansAmong(lines: readonly LabelLine[], ys: readonly number[]): Spans {
  if (lines.length * ys.length > MOST_PAIRS) return nearestSpans(lines, ys);
  const ways = ANCHORS.map((anchor) => shared(lines, ys, anchor));
  return spansOf(ways.reduce((a, b) => (b.cost < a.cost - 0.5 ? b : a)));
}

/** The index of the row that is nearest. */
function nearestRow(y: number, ys: readonly number[]): number {
  const distances = ys.map((one) => Math.abs(one - y));
  return distances.indexOf(least(distances));
}

/** Words of an outer column that stand one below the other. */
function outerLabels(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  for (const word of words.toSorted((a, b) => baselineOf(a) - baselineOf(b))) {
    const group = groups.find((one) => {
      const last = one.at(-1) as Word;
      const isNear = baselineOf(word) - baselineOf(last) < 1.9 * sizeOf(word);
      return isNear && word.left < last.right && last.left < word.right;
    });
    if (group && !NUMBERED.test(textOfWord(word))) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

const middleOf = (words: readonly Word[]): number =>
  (baselineOf(words[0] as Word) + baselineOf(words.at(-1) as Word)) / 2;

/** Lines that go with no row, those of one label together. */
function aloneIn(lines: readonly LabelLine[], used: ReadonlySet<LabelLine>): readonly (readonly Word[])[] {
  const found: Word[][] = [];
  for (const [i, line] of lines.entries()) {
    if (used.has(line)) continue;
    const before = lines[i - 1];
    const isFurther = before !== undefined && !used.has(before) && !line.isNumbered;
    if (isFurther) for (const one of line.words) found.at(-1)?.push(one);
    else found.push([...line.words]);
  }
  return found;
}

/**
 * Words of the innermost labels, and of those that reach into their column: with them the further lines of the latter, which may end
 * before it.
 */
function leafWords(words: readonly Word[], leaf: number): ReadonlySet<Word> {
  const found = new Set<Word>();
  const ends: Word[] = [];
  for (const word of words.toSorted((a, b) => baselineOf(a) - baselineOf(b))) {
    const above = ends.findLast((one) => Math.abs(one.left - word.left) < 0.3 * sizeOf(word));
    const isNext = above !== undefined && baselineOf(word) - baselineOf(above) < 1.9 * sizeOf(word);
    const goesOn = isNext && found.has(above) && !NUMBERED.test(textOfWord(word));
    if (word.right > leaf + 1 || goesOn) found.add(word);
    ends.push(word);
  }
  return found;
}

/** Shares the words left of figures among their rows. @param ys the baselines of the rows */
export function labelledRows(words: readonly Word[], ys: readonly number[]): LabelledRows {
  const parted = partedLabels(words);
  const leaf = leafColumn(parted) ?? -Infinity;
  const inner = leafWords(parted, leaf);
  const lines = linesOfLabels(parted.filter((word) => inner.has(word)));
  const spans = spansAmong(lines, ys);
  const used = new Set(spans.flatMap(([from, to]) => lines.slice(from, to)));
  const outer = outerLabels(parted.filter((word) => !inner.has(word)));
  const byRow = new Map<number, (readonly Word[])[]>();
  for (const group of outer) {
    const row = nearestRow(middleOf(group), ys);
    byRow.set(row, [...(byRow.get(row) ?? []), group]);
  }
  const labels = spans.map(([from, to], row) => [
    ...(byRow.get(row) ?? []),
    ...(to > from ? [lines.slice(from, to).flatMap((line) => line.words)] : []),
  ]);
  return { labels, alone: aloneIn(lines, used) };
}
