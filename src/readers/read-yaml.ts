import type { Document, YAMLError } from 'yaml';
import { type Diagnostic, diagnostic, ReportError, type TextPlace } from '../diagnostics/diagnostic.js';
import { snippetFrom } from '../diagnostics/snippet.js';
import { capped } from '../limits/capped.js';
import type { AllLimits } from '../limits/limits-of.js';
import { nestedTooDeep, numberAsWritten, type Source } from './source.js';
import { checkAliases } from './yaml-aliases.js';
import { doubledKeys } from './yaml-doubled.js';
import { foldedSpaces } from './yaml-folds.js';
import { keyDepth } from './yaml-key-depth.js';
import type { Yaml } from './yaml-package.js';
import { offsetOf, spanIn } from './yaml-places.js';
import { untypedKeys } from './yaml-untyped.js';

type At = (offset: number) => TextPlace;

const MESSAGES: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进用了制表符',
  MISSING_CHAR: '缺少配对的引号或括号',
};

function syntaxProblem(reason: string, offset: number, text: string, at: At) {
  return diagnostic(
    'syntax/invalid',
    { cause: 'yaml', text: snippetFrom(text, offset), reason },
    { place: at(offset) },
  );
}

/** What is not YAML, and keys that stand twice. */
function syntaxProblems(document: Document, text: string, at: At, yaml: Yaml): readonly Diagnostic[] {
  const faults = document.errors.map(({ code, pos: [offset] }) =>
    syntaxProblem(MESSAGES[code] ?? '结构有误', offset, text, at),
  );
  if (faults.length > 0) return faults;
  return doubledKeys(document, yaml).map((offset) => syntaxProblem('同一个对象里有重复的键', offset, text, at));
}

function keepNumbersAsWritten(document: Document, { visit }: Yaml): void {
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'number' && scalar.source !== undefined) {
        scalar.value = numberAsWritten(scalar.source);
      }
    },
  });
}

/**
 * The core of YAML 1.2, whatever a file says of versions and tags: no sets, no bytes, nothing merged. Keys that stand twice are looked for
 * here, because the package holds each against all before it.
 */
const AS_WRITTEN = {
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  // The package says on the console what it does with a list for a key; it is refused as a key that is not known.
  logLevel: 'error',
} as const;

const DEEPEST = 500;
/** Keys that are lists or objects in each other: `{{…}}` without quotation marks is one in another. */
const DEEPEST_KEY = 10;
/** Lists and keys that begin in one line, one in the other. */
const COMPACT = new RegExp(`^[ \\t]*(?:[-?] +){${DEEPEST}}`, 'm');

/** Whether brackets or dashes stand so deep in each other that the parser would fail by it, and not always by an error. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return COMPACT.test(text);
}

/**
 * Reads YAML 1.2, with the position of every value.
 *
 * @throws ReportError `syntax/invalid` for every error, with line and column
 */
export function readYaml(text: string, file: string, yaml: Yaml, limits: AllLimits): Source {
  if (isTooDeep(text)) throw nestedTooDeep(file);
  const lines = new yaml.LineCounter();
  const at: At = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  try {
    const document = yaml.parseDocument(text, { lineCounter: lines, ...AS_WRITTEN });
    const problems = syntaxProblems(document, text, at, yaml);
    if (problems.length > 0) throw new ReportError(capped(problems, limits));
    if (keyDepth(document, yaml) > DEEPEST_KEY) throw nestedTooDeep(file);
    if (text.includes('*')) checkAliases(document, at, yaml, limits);
    keepNumbersAsWritten(document, yaml);
    return {
      value: document.toJS({ maxAliasCount: -1 }),
      placeOf: (path, inside) => at(offsetOf(document, text, path, inside, yaml)),
      untyped: untypedKeys(document, yaml),
      spanOf: (path, inside, words) => spanIn(document, text, path, inside, words, yaml),
      findings: foldedSpaces(document, text, at, yaml),
    };
  } catch (error) {
    if (error instanceof RangeError) throw nestedTooDeep(file);
    throw error;
  }
}
