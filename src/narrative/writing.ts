import { type LineIndex, lineIndex } from '../characters/line-index.js';
import type { Code, FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type AllLimits, limitFacts } from '../limits/limits-of.js';
import { once } from '../memo/once.js';
import type { TextFigure } from '../model/figure.js';
import { type Spot, spotOf } from './syntax.js';
import type { TemplateSource } from './template-source.js';
import type { ContentNode, Location } from './tree.js';

/** The text that a template wrote. */
export interface Filled {
  readonly text: string;
  /** Where the text prints data: from, and up to, in UTF-16 units. All else was typed. */
  readonly bound: readonly (readonly [from: number, to: number])[];
  /** Which of that are figures. */
  readonly figures: readonly TextFigure[];
  /** Where in the template a character of the text was typed, or the variable begins that printed it. */
  readonly spotAt: (index: number) => Spot;
  readonly problems: readonly Diagnostic[];
}

/** A piece of the text that was typed at one place of the template, or printed by one variable. */
interface Piece {
  readonly from: number;
  readonly at: Location;
  /** What the template has there, if it was typed. */
  readonly typed: ContentNode | undefined;
  /** The template, or the sentence that it takes in. */
  readonly source: TemplateSource;
}

/** The piece that a character belongs to: the last one that begins before it. */
function pieceAt(pieces: readonly Piece[], index: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.from ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/** Where a character of a typed text stands, which begins at a line and a column of the template. */
export function spotWithin(place: ReturnType<LineIndex>, start: Location['start'], source: TemplateSource): Spot {
  const [line, column] = place;
  return source.spotAt(start.line + line, (line === 0 ? start.column : 0) + column + 1);
}

/** The lines of a text as the template has it, and how much of its beginning was dropped as white space around a block. */
const typedAs = once(({ value, original }: ContentNode) => ({
  placeOf: lineIndex(original),
  dropped: original.indexOf(value),
}));

function spotOfPiece(pieces: readonly Piece[], index: number, whole: TemplateSource): Spot {
  const piece = pieceAt(pieces, index);
  if (piece === undefined) return whole.spotAt(1, 1);
  const { at, typed, from, source } = piece;
  if (typed === undefined) return spotOf({ loc: at }, source);
  const { placeOf, dropped } = typedAs(typed);
  return spotWithin(placeOf(dropped + index - from), at.start, source);
}

/** Where the text prints data: the pieces that were not typed. */
const boundOf = (pieces: readonly Piece[], end: number): Filled['bound'] =>
  pieces.flatMap(({ from, typed }, i) => (typed === undefined ? [[from, pieces[i + 1]?.from ?? end] as const] : []));

/** A text while it is being written. All output of a template passes through here. */
export interface Writing {
  /** Adds typed text. */
  readonly type: (node: ContentNode) => void;
  /** Adds text that comes from data, by a variable: a figure, if it is one. */
  readonly print: (text: string, by: { readonly loc: Location }, figure?: Omit<TextFigure, 'from' | 'to'>) => void;
  /** Takes steps off what a template may do. False if nothing is left, which is reported once. */
  readonly spend: (steps: number, at: { readonly loc: Location }) => boolean;
  /** Records a problem at a place of the template. */
  readonly report: <C extends 'template/missing-value' | 'template/bad-value'>(
    code: C,
    facts: FactsOf<C>,
    at: { readonly loc: Location },
  ) => void;
  /** Does something inside a sentence that the template takes in: places are places of that. */
  readonly within: (source: TemplateSource, work: () => void) => void;
  readonly filled: () => Filled;
}

/** Steps are nodes, turns of loops, and what helpers go through. */
function spent(isText: boolean, at: { readonly loc: Location }, source: TemplateSource, limits: AllLimits): Diagnostic {
  return diagnostic(
    'template/too-large',
    { cause: isText ? 'text' : 'steps', ...limitFacts(isText ? 'templateCharacters' : 'templateSteps', limits) },
    spotOf(at, source),
  );
}

const NOTHING = { text: '', bound: [], figures: [] };

/** Begins an empty text. */
export function startWriting(source: TemplateSource, limits: AllLimits): Writing {
  const figures: TextFigure[] = [];
  const pieces: Piece[] = [];
  const problems: Diagnostic[] = [];
  let text = '';
  let here = source;
  let steps = 0;
  let isSpent = false;
  return {
    spend: (more, at) => {
      steps += more;
      const isText = text.length > limits.templateCharacters;
      if (!isSpent && (isText || steps > limits.templateSteps)) {
        isSpent = true;
        problems.push(spent(isText, at, here, limits));
      }
      return !isSpent;
    },
    type: (typed) => {
      pieces.push({ from: text.length, at: typed.loc, typed, source: here });
      text += typed.value;
    },
    print: (printed, { loc }, figure) => {
      const from = text.length;
      pieces.push({ from, at: loc, typed: undefined, source: here });
      text += printed;
      if (figure) figures.push({ ...figure, from, to: text.length });
    },
    report: (code, facts, at) => {
      problems.push(diagnostic<Code>(code, facts as FactsOf<Code>, spotOf(at, here)));
    },
    within: (inner, work) => {
      const outer = here;
      here = inner;
      work();
      here = outer;
    },
    // What breaks off is not worth a look.
    filled: () =>
      isSpent
        ? { ...NOTHING, spotAt: () => source.spotAt(1, 1), problems }
        : {
            text,
            bound: boundOf(pieces, text.length),
            figures,
            spotAt: (index) => spotOfPiece(pieces, index, source),
            problems,
          },
  };
}
