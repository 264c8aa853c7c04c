import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { Unknown } from './known.js';
import { placeOf, type TemplateSource } from './syntax.js';
import type { Location, PathNode } from './tree.js';

/** A place of a template and the template: where a fault lies. */
type Node = { readonly loc: Location };

/** A variable that no report of the edition has. */
export function unknownVariable(path: PathNode, { part, candidates }: Unknown, source: TemplateSource): Diagnostic {
  return diagnostic('template/unknown-variable', {
    message: `模板用到的变量 ${path.original} 不存在`,
    path: source.path,
    place: placeOf(path, source),
    found: path.original,
    expected: '报告里有的变量',
    hint: didYouMean(part, candidates),
  });
}

/** A helper or a block that templates do not have. */
export function unknownHelper(node: Node, name: string, known: readonly string[], source: TemplateSource): Diagnostic {
  return diagnostic('template/unknown-helper', {
    message: `模板用到的助手 ${name} 不存在`,
    path: source.path,
    place: placeOf(node, source),
    found: name,
    expected: '提供的助手',
    hint: didYouMean(name, known),
  });
}

/** What Handlebars parses, and templates may not say. */
export function misused(
  node: Node,
  says: Pick<Diagnostic, 'message' | 'hint'> & { readonly found: string; readonly expected: string },
  source: TemplateSource,
): Diagnostic {
  return diagnostic('template/syntax', { ...says, path: source.path, place: placeOf(node, source) });
}
