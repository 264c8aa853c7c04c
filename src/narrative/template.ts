import { lineIndex } from '../characters/line-index.js';
import { type Diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type AllLimits, limitsOf } from '../limits/limits-of.js';
import type { Shape } from '../report/shape.js';
import { fillTemplate } from './evaluate.js';
import type { TemplateFile } from './find-template.js';
import { lintTemplate } from './lint.js';
import { parseTemplate } from './syntax.js';
import { type FindSentence, takeIn, type Whole } from './take-in.js';
import type { TemplateSource } from './template-source.js';
import type { Program } from './tree.js';
import { linesOf } from './usage.js';
import { type Filled, spotWithin } from './writing.js';

/** A template that has been read and checked. */
export interface Template {
  readonly source: TemplateSource;
  /** Problems that do not depend on the report. The template must not be filled unless this is empty. */
  readonly problems: readonly Diagnostic[];
  /** The paths of the report that it reads, dotted; those of a list's items by the path of the list. */
  readonly reads: ReadonlySet<string>;
  /** The sentences that it takes in, by name; undefined for those that there are not. */
  readonly taken: ReadonlyMap<string, TemplateFile | undefined>;
  /** Fills it. Missing values are reported, not printed as nothing. */
  readonly fill: (data: object, limits?: AllLimits) => Filled;
}

const BEGIN = { line: 1, column: 0 };

const NONE: ReadonlySet<string> = new Set();
const NO_SENTENCES: Template['taken'] = new Map();

const alone = (program: Program): Whole => ({ program, problems: [], taken: NO_SENTENCES });

/** A template that cannot be filled. */
const faulty = (
  source: TemplateSource,
  problems: readonly Diagnostic[],
  { reads = NONE, taken = NO_SENTENCES }: Partial<Template> = {},
): Template => ({
  source,
  problems,
  reads,
  taken,
  fill: () => ({ text: '', bound: [], figures: [], spotAt: () => source.spotAt(1, 1), problems: [] }),
});

/** A text without `{{` is printed as it is. */
function plain(source: TemplateSource): Template {
  const placeOf = lineIndex(source.text);
  const spotAt = (index: number) => spotWithin(placeOf(index), BEGIN, source);
  return {
    source,
    problems: [],
    reads: NONE,
    taken: NO_SENTENCES,
    fill: () => ({ text: source.text, bound: [], figures: [], spotAt, problems: [] }),
  };
}

/**
 * Reads and checks a template against the shape of the report it will be filled from.
 * No HTML escaping; no helpers but those of `helpers.ts` and if, unless, each, with.
 *
 * @param find finds the sentences that it may take in; a text of the report itself takes in none
 */
export function prepareTemplate(source: TemplateSource, shape: Shape, find?: FindSentence): Template {
  if (!source.text.includes('{{')) return plain(source);
  let parsed: Program;
  try {
    parsed = parseTemplate(source);
  } catch (error) {
    if (error instanceof ReportError) return faulty(source, error.diagnostics);
    throw error;
  }
  const { program, problems: missing, taken } = find ? takeIn(parsed, source, linesOf(source), find) : alone(parsed);
  if (missing.length > 0) return faulty(source, missing, { taken });
  const { problems, reads } = lintTemplate(program, source, shape);
  if (problems.length > 0) return faulty(source, problems, { reads, taken });
  return {
    source,
    problems,
    reads,
    taken,
    fill: (data, limits = limitsOf({})) => fillTemplate(program, source, data, limits),
  };
}
