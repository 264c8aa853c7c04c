import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { TextFigure } from '../model/figure.js';
import { spotOf } from './syntax.js';
import type { TemplateSource } from './template-source.js';
import type { Location } from './tree.js';

/** The text that a template wrote. */
export interface Filled {
  readonly text: string;
  /** Where the text prints data: from, and up to, in UTF-16 units. All else was typed. */
  readonly bound: readonly (readonly [from: number, to: number])[];
  /** Which of that are figures. */
  readonly figures: readonly TextFigure[];
  readonly problems: readonly Diagnostic[];
}

/** A text while it is being written. All output of a template passes through here. */
export interface Writing {
  /** Adds typed text. */
  readonly type: (text: string) => void;
  /** Adds text that comes from data: a figure, if it is one. */
  readonly print: (text: string, figure?: Omit<TextFigure, 'from' | 'to'>) => void;
  /** Records a problem at a place of the template. */
  readonly report: (code: Code, message: string, at: { readonly loc: Location }, hint: string) => void;
  readonly filled: () => Filled;
}

/** Begins an empty text. */
export function startWriting(source: TemplateSource): Writing {
  const bound: [number, number][] = [];
  const figures: TextFigure[] = [];
  const problems: Diagnostic[] = [];
  let text = '';
  return {
    type: (typed) => {
      text += typed;
    },
    print: (printed, figure) => {
      const from = text.length;
      text += printed;
      bound.push([from, text.length]);
      if (figure) figures.push({ ...figure, from, to: text.length });
    },
    report: (code, message, at, hint) => {
      problems.push(diagnostic(code, { message, ...spotOf(at, source), hint }));
    },
    filled: () => ({ text, bound, figures, problems }),
  };
}
