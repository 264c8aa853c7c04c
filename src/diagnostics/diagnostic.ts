/**
 * How grave a problem is: an `error` stops the rendering unless it is waived; a `warning` never does; a `note` says what could
 * be better or could not be checked.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Where something stands in the report object: the keys and indices that lead to it. The empty path is the whole report. */
export type Path = readonly (string | number)[];

/** The path of a part. What has no path of its own, such as a table made from findings, has none for its parts either. */
export function within(path: Path, ...keys: Path): Path {
  return path.length === 0 ? path : [...path, ...keys];
}

/** A place in a file, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Whose fault a problem is. The command line has one exit code for each:
 * the report's data, the call itself, a template or a font, the file system, or nianbao.
 */
export type Kind = 'report' | 'usage' | 'resource' | 'io' | 'internal';

const KINDS = {
  'syntax/invalid': 'report',
  'text/forbidden-character': 'report',
  'shape/type': 'report',
  'shape/value': 'report',
  'shape/missing': 'report',
  'shape/unknown-key': 'report',
  'edition/unknown': 'report',
  'edition/year': 'report',
  'cell/missing': 'report',
  'cell/blank': 'report',
  'heading/variant': 'report',
  'sum/E1': 'report',
  'sum/I1': 'report',
  'sum/I2': 'report',
  'sum/I3': 'report',
  'years/C1': 'report',
  'years/C2': 'report',
  'years/C3': 'report',
  'title/mismatch': 'report',
  'period/mismatch': 'report',
  'author/mismatch': 'report',
  'signoff/mismatch': 'report',
  'text/figure': 'report',
  'text/parts': 'report',
  'text/unbound': 'report',
  'text/too-long': 'report',
  'text/repeated': 'report',
  'text/half-width': 'report',
  'text/enumerator': 'report',
  'text/debris': 'report',
  'text/unbalanced': 'report',
  'text/placeholder': 'report',
  'text/radical': 'report',
  'text/wrong-year': 'report',
  'fees/missing': 'report',
  'facts/unused': 'report',
  'waiver/unused': 'report',
  'layout/too-large': 'report',
  'batch/same-id': 'report',
  'batch/same-name': 'report',
  'batch/no-name': 'report',
  'usage/argument': 'usage',
  'template/syntax': 'resource',
  'template/unknown-variable': 'resource',
  'template/unknown-helper': 'resource',
  'template/missing-value': 'resource',
  'template/bad-value': 'resource',
  'template/empty': 'resource',
  'template/missing-file': 'resource',
  'font/missing-file': 'resource',
  'font/unreadable': 'resource',
  'font/missing-glyph': 'resource',
  'font/substituted': 'resource',
  'seal/unreadable': 'resource',
  'seal/no-signoff': 'resource',
  'file/not-found': 'io',
  'file/unreadable': 'io',
  'file/unwritable': 'io',
  'file/no-space': 'io',
  'package/missing': 'usage',
  'queue/unreachable': 'io',
  'queue/refused': 'io',
  'queue/mismatch': 'io',
  'queue/abandoned': 'internal',
  'worker/crashed': 'internal',
  'worker/memory': 'internal',
  'worker/timeout': 'internal',
  internal: 'internal',
} as const satisfies Record<string, Kind>;

/** The stable name of a kind of problem, for programs to tell them apart. */
export type Code = keyof typeof KINDS;

/** One problem, as a plain record that can be logged, compared and sent to another thread. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence in Chinese, without the path. */
  readonly message: string;
  readonly path: Path;
  /** The cell in the form's own words, such as `三、（七）总计 · 自然人`. */
  readonly label?: string;
  /** Known when the report or the template was read from text. */
  readonly place?: Place;
  readonly found?: string;
  readonly expected?: string;
  /** The two sides of an equation that does not hold, and right less left, as exact decimals. */
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  /** What the rule demands, and the clause or practice it rests on. */
  readonly formula?: string;
  readonly basis?: string;
  /** What to do about it, in Chinese. */
  readonly hint: string;
  /** The reason with which the report waives this problem. */
  readonly waived?: string;
}

/** Makes a diagnostic; an error in the whole report unless told otherwise. */
export function diagnostic(
  code: Code,
  facts: Pick<Diagnostic, 'message' | 'hint'> & Partial<Omit<Diagnostic, 'code'>>,
): Diagnostic {
  return { code, severity: 'error', path: [], ...facts };
}

/** The kind of a diagnostic, which decides the exit code. */
export function kindOf(code: Code): Kind {
  return KINDS[code];
}

/** Whether this problem stops the rendering: an error that nobody has waived. */
export function stops(problem: Diagnostic): boolean {
  return problem.severity === 'error' && problem.waived === undefined;
}

/** Whether the rendering stops at something that may be otherwise next time, or on another machine: not at the report itself. */
export function isPassing(problem: Diagnostic): boolean {
  return stops(problem) && ['io', 'internal'].includes(kindOf(problem.code));
}

/** `requests.disposition.total`, with indices in brackets; `（整份报告）` for the empty path. */
export function formatPath(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text === '' ? '（整份报告）' : text.replace(/^\./, '');
}

const LEVELS: { readonly [S in Severity]: string } = { error: '错误', warning: '警告', note: '建议' };

/** One problem as lines of text: place, code, message, where, found and expected, hint. */
export function formatDiagnostic(problem: Diagnostic): string {
  const { place, path, label, found, expected, waived } = problem;
  const at = place ? `${place.file}:${place.line}:${place.column} ` : '';
  const level = waived !== undefined ? '已豁免' : LEVELS[problem.severity];
  const facts = [
    path.length === 0 ? '' : `位置：${formatPath(path)}${label ? `（${label}）` : ''}`,
    found === undefined ? '' : `实际：${found}`,
    expected === undefined ? '' : `应为：${expected}`,
    waived === undefined ? '' : `豁免理由：${waived}`,
    `提示：${problem.hint}`,
  ];
  const lines = facts.filter((line) => line !== '').map((line) => `    ${line}`);
  return [`${at}${level} ${problem.code} ${problem.message}`, ...lines].join('\n');
}

/** The one error that nianbao throws. It carries every problem found, never only the first. */
export class ReportError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'ReportError';
    this.diagnostics = diagnostics;
  }
}

/** Throws all problems at once if one of them stops the rendering. */
export function throwIfStopped(problems: readonly Diagnostic[]): void {
  if (problems.some(stops)) throw new ReportError(problems);
}
