import type { Path } from '../diagnostics/diagnostic.js';
import type { Scope } from './scope.js';

/** What a block is about, and where the report has it. */
export interface Subject {
  readonly value: unknown;
  readonly at: Path | undefined;
}

/** A kind of block: what checking and filling templates need to know of it. */
export interface BlockKind {
  /** Whether it opens a scope, which `../` leaves. */
  readonly opens: boolean;
  /** How many block parameters (`as |item index|`) it can give. */
  readonly names: number;
  readonly options: readonly string[];
  /** The scopes in which its contents are written, one after another. If there are none, `{{else}}` is. */
  readonly scopes: (
    subject: Subject,
    scope: Scope,
    names: readonly string[],
    options: ReadonlyMap<string, unknown>,
  ) => readonly Scope[];
}

/** Nothing, an empty text or an empty list; 0 is something. */
function isEmpty(value: unknown): boolean {
  return (!value && value !== 0) || (Array.isArray(value) && value.length === 0);
}

function holds(subject: unknown, options: ReadonlyMap<string, unknown>): boolean {
  return !isEmpty(subject) && (subject !== 0 || Boolean(options.get('includeZero')));
}

/** The blocks that templates may use, and no others. */
export const blocks: { readonly [name: string]: BlockKind } = {
  if: {
    opens: false,
    names: 0,
    options: ['includeZero'],
    scopes: ({ value }, scope, _, options) => (holds(value, options) ? [scope] : []),
  },
  unless: {
    opens: false,
    names: 0,
    options: ['includeZero'],
    scopes: ({ value }, scope, _, options) => (holds(value, options) ? [] : [scope]),
  },
  with: {
    opens: true,
    names: 1,
    options: [],
    scopes: ({ value, at }, outer, names) =>
      isEmpty(value) ? [] : [{ value, at, outer, loop: outer.loop, names, named: [value], namedAt: [at] }],
  },
  each: {
    opens: true,
    names: 2,
    options: [],
    scopes: (subject, outer, names) => {
      const items: readonly unknown[] = Array.isArray(subject.value) ? subject.value : [];
      return items.map((value, index) => {
        const loop = { index, first: index === 0, last: index === items.length - 1, key: index, outer: outer.loop };
        const at = subject.at && [...subject.at, index];
        return { value, at, outer, loop, names, named: [value, index], namedAt: [at, undefined] };
      });
    },
  },
};
