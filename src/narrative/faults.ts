import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { Unknown } from './known.js';
import { insteadOf, notPrintable } from './printable.js';
import { spotOf } from './syntax.js';
import type { TemplateSource } from './template-source.js';
import type { Location, PathNode } from './tree.js';

/** A node of a template, and the template it belongs to. */
type Node = { readonly loc: Location };

/** A variable that reports of the form do not have. */
export function unknownVariable(path: PathNode, { part, candidates }: Unknown, source: TemplateSource): Diagnostic {
  return diagnostic('template/unknown-variable', {
    message: `模板用到的变量 ${path.original} 不存在`,
    ...spotOf(path, source),
    found: path.original,
    expected: '报告里有的变量',
    hint: didYouMean(part, candidates),
  });
}

/** An unknown helper or block. */
export function unknownHelper(node: Node, name: string, known: readonly string[], source: TemplateSource): Diagnostic {
  return diagnostic('template/unknown-helper', {
    message: `模板用到的辅助函数 ${name} 不存在`,
    ...spotOf(node, source),
    found: name,
    expected: '提供的辅助函数',
    hint: didYouMean(name, known),
  });
}

/** A list or a group where a text or a figure is printed. */
export function unprintable(path: PathNode, isList: boolean, source: TemplateSource): Diagnostic {
  const sample = isList ? [] : {};
  return diagnostic('template/bad-value', {
    message: `模板要印出的 ${path.original} 是${notPrintable(sample)}`,
    ...spotOf(path, source),
    found: path.original,
    expected: '文字或数字',
    hint: insteadOf(sample),
  });
}

/** Something that Handlebars accepts and templates must not use. */
export function misused(
  node: Node,
  says: Pick<Diagnostic, 'message' | 'hint'> & { readonly found: string; readonly expected: string },
  source: TemplateSource,
): Diagnostic {
  return diagnostic('template/syntax', { ...says, ...spotOf(node, source) });
}
