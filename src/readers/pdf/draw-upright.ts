import { greatest } from '../../limits/extremes.js';
import type { DrawnPage, Glyph } from './drawn-page.js';
import type { Rule } from './page-geometry.js';
import { gridsOn } from './ruled-grid.js';
import type { Drawn } from './run-operators.js';
import type { ShownGlyph } from './shown-glyphs.js';

/** The direction of a text in quarter turns; undefined if it lies aslant. */
function turnOf({ dx, dy }: ShownGlyph): number | undefined {
  const [across, down] = [Math.abs(dx), Math.abs(dy)];
  if (across + down === 0) return 0;
  if (Math.min(across, down) > 0.02 * Math.max(across, down)) return undefined;
  if (across > down) return dx > 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
}

type Turn = (x: number, y: number) => readonly [x: number, y: number];

/** Turns the page back so that the direction comes to lie from left to right. */
function turnBack(turn: number, { width, height }: Sheet): Turn {
  if (turn === 1) return (x, y) => [y, width - x];
  if (turn === 2) return (x, y) => [width - x, height - y];
  if (turn === 3) return (x, y) => [height - y, x];
  return (x, y) => [x, y];
}

function turnedRule({ isAcross, at, from, to }: Rule, turn: Turn): Rule {
  const [x1, y1] = isAcross ? turn(from, at) : turn(at, from);
  const [x2, y2] = isAcross ? turn(to, at) : turn(at, to);
  return Math.abs(x2 - x1) > Math.abs(y2 - y1)
    ? { isAcross: true, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }
    : { isAcross: false, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) };
}

function turnedGlyph({ text, x, y, dx, dy, size, around }: ShownGlyph, turn: Turn): Glyph {
  const [left, base] = turn(x, y);
  const [right] = turn(x + dx, y + dy);
  const { mark, isArtifact } = around;
  return { text, x: Math.min(left, right), y: base, width: Math.abs(right - left), size, mark, isArtifact };
}

/** The direction in which most of the text runs: tables are also set lengthwise on an upright page. */
function mainTurn(turns: readonly (number | undefined)[]): number {
  const counts = [0, 1, 2, 3].map((turn) => turns.filter((one) => one === turn).length);
  return counts.indexOf(greatest(counts));
}

const textsOf = (glyphs: readonly ShownGlyph[]): string => glyphs.map(({ text }) => text).join('');

/** Turns what is drawn upright, and puts aside what does not count. */
export function drawUpright({ glyphs, rules, unseen, beside, over }: Drawn, number: number, sheet: Sheet): DrawnPage {
  const on = glyphs.filter(({ around }) => !around.isOff);
  const turns = on.map(turnOf);
  const main = mainTurn(turns);
  const turn = turnBack(main, sheet);
  const isTurned = main % 2 === 1;
  return {
    number,
    width: isTurned ? sheet.height : sheet.width,
    height: isTurned ? sheet.width : sheet.height,
    glyphs: on.filter((_, i) => turns[i] === main).map((glyph) => turnedGlyph(glyph, turn)),
    grids: gridsOn(main === 0 ? rules : rules.map((rule) => turnedRule(rule, turn))),
    aslant: textsOf(on.filter((_, i) => turns[i] !== main)),
    switchedOff: textsOf(glyphs.filter(({ around }) => around.isOff)),
    unseen,
    beside,
    over,
  };
}
