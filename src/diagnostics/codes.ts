/**
 * Whose fault a problem is. The command line has one exit code for each:
 * the report's data, the call itself, a template or a font, the file system, or nianbao.
 */
export type Kind = 'report' | 'usage' | 'resource' | 'io' | 'internal';

const KINDS = {
  'syntax/invalid': 'report',
  'text/forbidden-character': 'report',
  'text/folded-space': 'report',
  'text/line-break': 'report',
  'text/script': 'report',
  'text/combining': 'report',
  'text/invisible': 'report',
  'text/space': 'report',
  'shape/type': 'report',
  'shape/value': 'report',
  'shape/missing': 'report',
  'shape/unknown-key': 'report',
  'edition/unknown': 'report',
  'edition/year': 'report',
  'previous/year': 'report',
  'previous/agency': 'report',
  'cell/missing': 'report',
  'cell/blank': 'report',
  'cell/assumed': 'report',
  'section/absent': 'report',
  'section/contradicted': 'report',
  'heading/variant': 'report',
  'title/mismatch': 'report',
  'period/mismatch': 'report',
  'author/mismatch': 'report',
  'signoff/mismatch': 'report',
  'text/figure': 'report',
  'text/claim': 'report',
  'text/share': 'report',
  'text/change': 'report',
  'text/parts': 'report',
  'text/twice': 'report',
  'text/unbound': 'report',
  'text/too-long': 'report',
  'text/repeated': 'report',
  'text/too-short': 'report',
  'text/doubled': 'report',
  'text/unit': 'report',
  'text/no-stop': 'report',
  'text/stray-space': 'report',
  'fees/amount': 'report',
  'fees/unstated': 'report',
  'section/parts': 'report',
  'years/jump': 'report',
  'text/half-width': 'report',
  'text/enumerator': 'report',
  'text/debris': 'report',
  'text/unbalanced': 'report',
  'text/placeholder': 'report',
  'text/radical': 'report',
  'text/wrong-year': 'report',
  'facts/unused': 'report',
  'waiver/unused': 'report',
  'layout/too-large': 'report',
  'batch/same-id': 'report',
  'batch/same-name': 'report',
  'batch/no-name': 'report',
  'read/interpreted': 'report',
  'read/unplaced': 'report',
  'read/missing': 'report',
  'read/doubtful': 'report',
  'read/left-out': 'report',
  'read/form': 'report',
  'read/several': 'report',
  'read/no-report': 'report',
  'read/unsupported': 'io',
  'read/damaged': 'io',
  'read/too-large': 'io',
  'usage/argument': 'usage',
  'config/invalid': 'usage',
  'usage/output-is-input': 'usage',
  'template/syntax': 'resource',
  'template/unknown-variable': 'resource',
  'template/unknown-helper': 'resource',
  'template/missing-value': 'resource',
  'template/bad-value': 'resource',
  'template/empty': 'report',
  'template/missing-file': 'resource',
  'font/missing-file': 'resource',
  'font/unreadable': 'resource',
  'font/missing-glyph': 'report',
  'font/substituted': 'resource',
  'seal/unreadable': 'resource',
  'seal/no-signoff': 'resource',
  'seal/opaque': 'resource',
  'file/not-found': 'io',
  'file/unreadable': 'io',
  'file/unwritable': 'io',
  'file/exists': 'io',
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
export type Code = keyof typeof KINDS | FormCode;

/** The rules that a form defines: its sums, its ties to the year before, and what its texts must mention. */
export type FormCode = `sum/${string}` | `years/${string}` | `${string}/missing`;

/** Whether a code has a meaning of its own, which no form can give it. */
export const isTaken = (code: string): boolean => Object.hasOwn(KINDS, code);

/**
 * The kind of a problem, which decides the exit code: the one that it states itself, or else that of its code. The rules that a form
 * defines are about the report.
 */
export function kindOf({ code, kind }: { readonly code: Code; readonly kind?: Kind }): Kind {
  return kind ?? (KINDS as { readonly [code: string]: Kind })[code] ?? 'report';
}
