import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type LimitOptions, limitsOf } from '../limits/limits-of.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import type { Source } from './source.js';
import type { LoadYaml } from './yaml-package.js';

/** What the name of a report's file ends in. */
export const REPORT_EXTENSION = /\.(?:json|ya?ml)$/i;

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** JSON and YAML are told apart by the file's extension, otherwise by the text: JSON begins with a brace or bracket. */
function isYaml(content: string, file: string): boolean {
  return /\.ya?ml$/i.test(file) || (!/\.json$/i.test(file) && !/^\s*[{[]/.test(content));
}

interface SourceOptions extends LimitOptions {
  /** What it is, if that is known already. */
  readonly kind?: 'json' | 'yaml' | undefined;
}

/**
 * Reads JSON or YAML.
 *
 * @param file the name that problems give for the text
 * @throws ReportError `syntax/invalid`
 */
export function readSource(text: string, file: string, loadYaml: LoadYaml, options: SourceOptions = {}): Source {
  const { kind } = options;
  const content = withoutMark(text);
  if (content.trim() === '') {
    throw new ReportError([diagnostic('syntax/invalid', { cause: 'empty' }, { place: { file, line: 1, column: 1 } })]);
  }
  const isOfYaml = kind === undefined ? isYaml(content, file) : kind === 'yaml';
  return isOfYaml ? readYaml(content, file, loadYaml(), limitsOf(options)) : readJson(content, file);
}

/**
 * The value of a text without places, checks or exact numbers; undefined if it cannot be read. For a quick look at a report that
 * will be read properly later: for JSON it is faster than `readSource`. What is too long to be read is not looked at either.
 */
export function glance(text: string, file: string, loadYaml: LoadYaml, options: LimitOptions): unknown {
  const limits = limitsOf(options);
  if (text.length > limits.dataCharacters) return undefined;
  const content = withoutMark(text);
  try {
    return isYaml(content, file) ? readYaml(content, file, loadYaml(), limits).value : JSON.parse(content);
  } catch {
    return undefined;
  }
}
