import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { Shape } from '../report/shape.js';
import { type Call, CLOSE, engine, OPEN, type Report } from './engine.js';
import { lintTemplate } from './lint.js';
import { parseTemplate, type TemplateSource } from './syntax.js';

/** A template that has been read and checked. */
export interface Template {
  /** What is wrong with it whatever the report. It must not be filled unless this is empty. */
  readonly problems: readonly Diagnostic[];
  /** The paths of the report that it reads, dotted; those inside `each` and `with` by their outer path. */
  readonly reads: ReadonlySet<string>;
  /** Fills it; every value that is missing is a problem, not an empty place. */
  readonly fill: (data: object) => Filled;
}

/** The text that a template wrote. */
export interface Filled {
  readonly text: string;
  /** Where the text prints data: from, and up to, in UTF-16 units. All else was typed. */
  readonly bound: readonly (readonly [from: number, to: number])[];
  readonly problems: readonly Diagnostic[];
}

const faulty = (problems: readonly Diagnostic[]): Template => ({
  problems,
  reads: new Set(),
  fill: () => ({ text: '', bound: [], problems: [] }),
});

/** Text without a mustache needs no engine: it prints what it says. */
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
  let program: hbs.AST.Program;
  try {
    program = parseTemplate(source);
  } catch (error) {
    if (error instanceof ReportError) return faulty(error.diagnostics);
    throw error;
  }
  const problems = lintTemplate(program, source, shape);
  if (problems.length > 0) return faulty(problems);
  const { readsOf, compile } = engine();
  const reads = readsOf(program);
  const run = compile(program);
  return { problems, reads, fill: (data) => fill(run, source, data) };
}

/** Takes the marks out of a text. */
function unmark(marked: string): Pick<Filled, 'text' | 'bound'> {
  const bound: [number, number][] = [];
  let text = '';
  for (const piece of marked.split(/(?=[\u0001\u0002])/)) {
    const [mark] = piece;
    if (mark === OPEN) bound.push([text.length, text.length + piece.length - 1]);
    text += mark === OPEN || mark === CLOSE ? piece.slice(1) : piece;
  }
  return { text, bound };
}

function fill(run: HandlebarsTemplateDelegate, { file, path }: TemplateSource, data: object): Filled {
  const problems: Diagnostic[] = [];
  const report: Report = (code, message, options, hint) => {
    const { start } = (options as Call).loc;
    problems.push(
      diagnostic(code, { message, path, place: { file, line: start.line, column: start.column + 1 }, hint }),
    );
  };
  return { ...unmark(run(data, { data: { report } })), problems };
}
