import { clipped, sideOf } from './clipping.js';
import { type Matrix, matrixOf, product } from './matrix.js';
import type { Rule } from './page-geometry.js';
import { pathRules, pictureRule } from './path-rules.js';
import type { PdfEngine, PdfFont, PdfGlyph, PdfLayers, PdfOperators } from './pdf-engine.js';
import { type Around, NOTHING_AROUND, newPen, newTextPlace, type Pen } from './pen.js';
import { type FontFacts, type ShownGlyph, showGlyphs } from './shown-glyphs.js';

/** What the operators of a page draw. */
export interface Drawn {
  readonly glyphs: readonly ShownGlyph[];
  readonly rules: readonly Rule[];
  readonly unseen: number;
  /** Text that lies beside the area that is shown, and text above or below it. */
  readonly beside: string;
  readonly over: string;
}

/** What the operators need to know besides themselves. */
export interface Surroundings {
  readonly page: Matrix;
  readonly width: number;
  readonly height: number;
  readonly layers: PdfLayers;
  readonly fontOf: (name: string) => PdfFont | undefined;
}

/** Fills, strokes or both. */
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const STROKES = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];

/** Text that is neither filled nor stroked. */
const INVISIBLE = 3;

/** The state in which operators run. */
interface Board extends Surroundings {
  readonly ops: PdfEngine['OPS'];
  pen: Pen;
  readonly kept: Pen[];
  readonly text: ReturnType<typeof newTextPlace>;
  readonly around: Around[];
  readonly glyphs: ShownGlyph[];
  readonly rules: Rule[];
  readonly fonts: Map<string, FontFacts>;
  unseen: number;
  beside: string;
  over: string;
  /** The path that is made next cuts off what is outside of it. */
  isClipping: boolean;
}

type Arguments = readonly unknown[];

type Run = (board: Board, args: Arguments) => void;

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const around = ({ around: open }: Board): Around => open.at(-1) ?? NOTHING_AROUND;

function fontFacts({ fonts, fontOf, pen: { font } }: Board): FontFacts {
  const known = fonts.get(font);
  if (known) return known;
  const file = fontOf(font);
  const facts = { unit: Math.abs(file?.fontMatrix?.[0] ?? 0.001) || 0.001, isDown: file?.vertical === true };
  fonts.set(font, facts);
  return facts;
}

const nextLine = ({ text }: Board, x: number, y: number): void => {
  text.line = product(text.line, [1, 0, 0, 1, x, y]);
  text.at = text.line;
};

function save(board: Board): void {
  board.kept.push({ ...board.pen });
}

function restore(board: Board): void {
  board.pen = board.kept.pop() ?? board.pen;
}

function transform(board: Board, matrix: unknown): void {
  if (matrix) board.pen.ctm = product(board.pen.ctm, matrixOf(matrix as ArrayLike<unknown>));
}

function setFont({ pen }: Board, [name, size]: Arguments): void {
  pen.font = String(name);
  pen.size = number(size);
}

function showText(board: Board, [text]: Arguments): void {
  const { pen, text: place, glyphs } = board;
  if (!Array.isArray(text)) return;
  const shown = showGlyphs(text as (PdfGlyph | number)[], pen, place, around(board), fontFacts(board));
  for (const glyph of shown) {
    const side = sideOf(glyph, pen.clip);
    if (side === 'in') glyphs.push(glyph);
    else board[side] += glyph.text;
  }
  if (pen.mode === INVISIBLE) board.unseen += shown.length;
}

function constructPath(board: Board, [operator, data, edges]: Arguments): void {
  if (board.isClipping) board.pen.clip = clipped(board.pen.clip, board.pen.ctm, edges);
  board.isClipping = false;
  const path = Array.isArray(data) ? data[0] : undefined;
  if (!path || around(board).isOff) return;
  const isOne = (names: readonly string[]) => names.some((name) => board.ops[name] === operator);
  const rules = pathRules(path, board.pen, { isFilled: isOne(FILLS), isStroked: isOne(STROKES) });
  for (const one of rules) board.rules.push(one);
}

function picture(board: Board): void {
  const rule = around(board).isOff ? undefined : pictureRule(board.pen);
  if (rule) board.rules.push(rule);
}

function begin(board: Board, [name, about]: Arguments): void {
  const { mark, isArtifact, isOff } = around(board);
  board.around.push({
    mark: name !== 'OC' && typeof about === 'number' ? about : mark,
    isArtifact: isArtifact || name === 'Artifact',
    isOff: isOff || (name === 'OC' && about !== null && !board.layers.isVisible(about)),
  });
}

function clip(board: Board): void {
  board.isClipping = true;
}

function setState({ pen }: Board, [entries]: Arguments): void {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries) {
    if (key === 'LW') pen.lineWidth = number(value);
    if (key === 'Font' && Array.isArray(value)) [pen.font, pen.size] = [String(value[0]), number(value[1])];
  }
}

const RUNS: { readonly [operator: string]: Run } = {
  save,
  restore,
  transform: (board, args) => transform(board, args),
  paintFormXObjectBegin: (board, [matrix, edges]) => {
    save(board);
    transform(board, matrix);
    board.pen.clip = clipped(board.pen.clip, board.pen.ctm, edges);
  },
  paintFormXObjectEnd: restore,
  beginText: ({ text }) => Object.assign(text, newTextPlace()),
  setFont,
  setGState: setState,
  setCharSpacing: ({ pen }, [value]) => {
    pen.charSpacing = number(value);
  },
  setWordSpacing: ({ pen }, [value]) => {
    pen.wordSpacing = number(value);
  },
  setHScale: ({ pen }, [value]) => {
    pen.stretch = number(value) / 100;
  },
  setLeading: ({ pen }, [value]) => {
    pen.leading = number(value);
  },
  setTextRise: ({ pen }, [value]) => {
    pen.rise = number(value);
  },
  setTextRenderingMode: ({ pen }, [value]) => {
    pen.mode = number(value);
  },
  moveText: (board, [x, y]) => nextLine(board, number(x), number(y)),
  setLeadingMoveText: (board, [x, y]) => {
    board.pen.leading = -number(y);
    nextLine(board, number(x), number(y));
  },
  nextLine: (board) => nextLine(board, 0, -board.pen.leading),
  setTextMatrix: ({ text }, [matrix]) => {
    text.line = matrixOf(matrix as ArrayLike<unknown>);
    text.at = text.line;
  },
  showText,
  setLineWidth: ({ pen }, [width]) => {
    pen.lineWidth = number(width);
  },
  setFillRGBColor: ({ pen }, [colour]) => {
    pen.fill = String(colour);
  },
  setStrokeRGBColor: ({ pen }, [colour]) => {
    pen.stroke = String(colour);
  },
  clip,
  eoClip: clip,
  constructPath,
  paintImageXObject: picture,
  paintImageMaskXObject: picture,
  paintInlineImageXObject: picture,
  paintSolidColorImageMask: picture,
  beginMarkedContent: begin,
  beginMarkedContentProps: begin,
  endMarkedContent: ({ around: open }) => open.pop(),
};

/** The handlers by the numbers of this engine. */
function byNumber(ops: PdfEngine['OPS']): readonly (Run | undefined)[] {
  const runs: (Run | undefined)[] = [];
  for (const [name, run] of Object.entries(RUNS)) {
    const at = ops[name];
    if (at !== undefined) runs[at] = run;
  }
  return runs;
}

/** Runs the operators of a page. */
export function runOperators(
  { fnArray, argsArray }: PdfOperators,
  ops: PdfEngine['OPS'],
  surroundings: Surroundings,
): Drawn {
  const { page, width, height } = surroundings;
  const runs = byNumber(ops);
  const board: Board = {
    ...surroundings,
    ops,
    pen: newPen(page, { left: 0, top: 0, right: width, bottom: height }),
    kept: [],
    text: newTextPlace(),
    around: [],
    glyphs: [],
    rules: [],
    fonts: new Map(),
    unseen: 0,
    beside: '',
    over: '',
    isClipping: false,
  };
  fnArray.forEach((operator, i) => {
    runs[operator]?.(board, argsArray[i] ?? []);
  });
  return board;
}
