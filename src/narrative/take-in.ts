import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { LIMITS } from '../limits/limits.js';
import { once } from '../memo/once.js';
import { misused } from './faults.js';
import type { TemplateFile } from './find-template.js';
import { withLineEnds, withoutLines } from './joined-lines.js';
import { parseTemplate, spotOf } from './syntax.js';
import { fileSource, type TemplateSource } from './template-source.js';
import { type PartialNode, type Program, type StatementNode, withBranches } from './tree.js';

/** Finds a sentence by its name: the file of that name in the folder of the template. */
export type FindSentence = (name: string) => TemplateFile | undefined;

/** A sentence as a file has it, which is one piece of a paragraph however many lines the file has. */
interface Sentence {
  readonly source: TemplateSource;
  readonly program: Program;
  readonly problems: readonly Diagnostic[];
}

const NOTHING: Program = { body: [] };

const sentenceOf = once(({ text, file }: TemplateFile): Sentence => {
  const source = fileSource(text, file);
  try {
    return { source, program: withoutLines(parseTemplate(source)), problems: [] };
  } catch (error) {
    if (error instanceof ReportError) return { source, program: NOTHING, problems: error.diagnostics };
    throw error;
  }
});

/** What has been taken in so far. */
interface TakingIn {
  readonly find: FindSentence;
  readonly taken: Map<string, TemplateFile | undefined>;
  readonly problems: Set<Diagnostic>;
  count: number;
}

/** The name that stands behind `>`; undefined if that is no mere name. */
function sentenceName({ name, params, hash }: PartialNode): string | undefined {
  const isName = name.type === 'PathExpression' && /^[\p{L}\p{N}_-]+$/u.test(name.original);
  return isName && params.length === 0 && hash === undefined ? String(name.original) : undefined;
}

/** What is against taking in a sentence; undefined if nothing is. */
function faultOf(node: PartialNode, source: TemplateSource, around: readonly string[], all: TakingIn) {
  const name = sentenceName(node);
  const { most } = LIMITS.templateSentences;
  if (name === undefined) {
    const given = 'original' in node.name ? String(node.name.original) : '(…)';
    return misused(node, { cause: 'sentence-name', given }, source);
  }
  if (around.includes(name)) {
    return misused(node, { cause: 'sentence-ring', all: [...around, name] }, source);
  }
  if (all.count < most) return undefined;
  return misused(node, { cause: 'sentences', most }, source);
}

function missing(node: PartialNode, source: TemplateSource, name: string): Diagnostic {
  return diagnostic('template/missing-file', { cause: 'sentence', name }, spotOf(node, source));
}

function sentence(node: PartialNode, source: TemplateSource, around: readonly string[], all: TakingIn): StatementNode {
  const fault = faultOf(node, source, around, all);
  const name = sentenceName(node);
  if (fault || name === undefined) {
    if (fault) all.problems.add(fault);
    return node;
  }
  all.count += 1;
  if (!all.taken.has(name)) all.taken.set(name, all.find(name));
  const file = all.taken.get(name);
  if (file === undefined) {
    all.problems.add(missing(node, source, name));
    return node;
  }
  const { program, problems, source: own } = sentenceOf(file);
  for (const problem of problems) all.problems.add(problem);
  return { ...node, taken: { source: own, program: inside(program, own, [...around, name], all) } };
}

function inside(program: Program, source: TemplateSource, around: readonly string[], all: TakingIn): Program {
  const body = program.body.map((node): StatementNode => {
    if (node.type === 'PartialStatement') return sentence(node, source, around, all);
    if (node.type !== 'BlockStatement') return node;
    return withBranches(node, (branch) => inside(branch, source, around, all));
  });
  return { ...program, body };
}

/** A template with the sentences that it takes in, and in those. */
export interface Whole {
  readonly program: Program;
  /** Sentences that are missing, cannot be parsed, or lead back to themselves. */
  readonly problems: readonly Diagnostic[];
  /** Every sentence, by name; undefined for those that there are not. */
  readonly taken: ReadonlyMap<string, TemplateFile | undefined>;
}

/** Puts sentences in the place of `{{> name}}`. */
export function takeIn(program: Program, source: TemplateSource, lines: readonly string[], find: FindSentence): Whole {
  const all: TakingIn = { find, taken: new Map(), problems: new Set(), count: 0 };
  const whole = inside(withLineEnds(program, lines), source, [], all);
  return { program: whole, problems: [...all.problems], taken: all.taken };
}
