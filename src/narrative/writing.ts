import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { spotOf } from './syntax.js';
import type { TemplateSource } from './template-source.js';
import type { ContentNode, Location, MustacheNode } from './tree.js';

/** Where a piece of the text begins, and the node of the template that wrote it. */
export interface Origin {
  readonly from: number;
  readonly node: ContentNode | MustacheNode;
}

/** The text that a template wrote. */
export interface Filled {
  readonly text: string;
  /** Where the text prints data: from, and up to, in UTF-16 units. All else was typed. */
  readonly bound: readonly (readonly [from: number, to: number])[];
  /** What wrote it, in order; empty if it stands in the source as it is. */
  readonly origins: readonly Origin[];
  readonly problems: readonly Diagnostic[];
}

/** A text while it is being written. All output of a template passes through here. */
export interface Writing {
  /** Adds typed text. */
  readonly type: (node: ContentNode) => void;
  /** Adds text that comes from data. */
  readonly print: (text: string, node: MustacheNode) => void;
  /** Records a problem at a place of the template. */
  readonly report: (code: Code, message: string, at: { readonly loc: Location }, hint: string) => void;
  readonly filled: () => Filled;
}

/** Begins an empty text. */
export function startWriting(source: TemplateSource): Writing {
  const bound: [number, number][] = [];
  const origins: Origin[] = [];
  const problems: Diagnostic[] = [];
  let text = '';
  return {
    type: (node) => {
      origins.push({ from: text.length, node });
      text += node.value;
    },
    print: (printed, node) => {
      const from = text.length;
      origins.push({ from, node });
      text += printed;
      bound.push([from, text.length]);
    },
    report: (code, message, at, hint) => {
      problems.push(diagnostic(code, { message, ...spotOf(at, source), hint }));
    },
    filled: () => ({ text, bound, origins, problems }),
  };
}
