import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { describe } from '../report/describe.js';
import type { Unknown } from './known.js';
import { insteadOf } from './printable.js';
import { spotOf } from './syntax.js';
import type { TemplateSource } from './template-source.js';
import type { Location, PathNode } from './tree.js';

/** A node of a template, and the template it belongs to. */
type Node = { readonly loc: Location };

/** A variable that reports of the form do not have. */
export function unknownVariable(
  path: PathNode,
  { part, candidates, isOutside = false }: Unknown,
  source: TemplateSource,
): Diagnostic {
  return diagnostic(
    'template/unknown-variable',
    { name: path.original, part, known: candidates, isOutside },
    spotOf(path, source),
  );
}

/** An unknown helper or block. */
export function unknownHelper(node: Node, name: string, known: readonly string[], source: TemplateSource): Diagnostic {
  return diagnostic('template/unknown-helper', { name, known }, spotOf(node, source));
}

/** A list or a group where a text or a figure is printed. */
export function unprintable(path: PathNode, isList: boolean, source: TemplateSource): Diagnostic {
  const sample = isList ? [] : {};
  return diagnostic(
    'template/bad-value',
    { cause: 'printed', name: path.original, value: describe(sample), remedy: insteadOf(sample) },
    spotOf(path, source),
  );
}

/** Something that Handlebars accepts and templates must not use. */
export const misused = (node: Node, facts: FactsOf<'template/syntax'>, source: TemplateSource): Diagnostic =>
  diagnostic('template/syntax', facts, spotOf(node, source));
