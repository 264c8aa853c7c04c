import { type Diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { Shape } from '../report/shape.js';
import { fillTemplate } from './evaluate.js';
import { lintTemplate } from './lint.js';
import { parseTemplate, type TemplateSource } from './syntax.js';
import type { Program } from './tree.js';
import type { Filled } from './writing.js';

/** A template that has been read and checked. */
export interface Template {
  /** Problems that do not depend on the report. The template must not be filled unless this is empty. */
  readonly problems: readonly Diagnostic[];
  /** The paths of the report that it reads, dotted; those of a list's items by the path of the list. */
  readonly reads: ReadonlySet<string>;
  /** Fills it. Missing values are reported, not printed as nothing. */
  readonly fill: (data: object) => Filled;
}

const faulty = (problems: readonly Diagnostic[]): Template => ({
  problems,
  reads: new Set(),
  fill: () => ({ text: '', bound: [], problems: [] }),
});

/** A text without `{{` is printed as it is. */
const plain = (text: string): Template => ({
  problems: [],
  reads: new Set(),
  fill: () => ({ text, bound: [], problems: [] }),
});

/**
 * Reads and checks a template against the shape of the report it will be filled from.
 * No HTML escaping; no helpers but those of `helpers.ts` and if, unless, each, with.
 */
export function prepareTemplate(source: TemplateSource, shape: Shape): Template {
  if (!source.text.includes('{{')) return plain(source.text);
  let program: Program;
  try {
    program = parseTemplate(source);
  } catch (error) {
    if (error instanceof ReportError) return faulty(error.diagnostics);
    throw error;
  }
  const { problems, reads } = lintTemplate(program, source, shape);
  if (problems.length > 0) return faulty(problems);
  return { problems, reads, fill: (data) => fillTemplate(program, source, data) };
}
