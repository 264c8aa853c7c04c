import type { Scope } from './scope.js';

/** A kind of block: what checking and filling templates need to know of it. */
export interface BlockKind {
  /** Whether it opens a scope, which `../` leaves. */
  readonly opens: boolean;
  /** How many block parameters (`as |item index|`) it can give. */
  readonly names: number;
  readonly options: readonly string[];
  /** The scopes in which its contents are written, one after another. If there are none, `{{else}}` is. */
  readonly scopes: (
    subject: unknown,
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
    scopes: (subject, scope, _, options) => (holds(subject, options) ? [scope] : []),
  },
  unless: {
    opens: false,
    names: 0,
    options: ['includeZero'],
    scopes: (subject, scope, _, options) => (holds(subject, options) ? [] : [scope]),
  },
  with: {
    opens: true,
    names: 1,
    options: [],
    scopes: (value, outer, names) =>
      isEmpty(value) ? [] : [{ value, outer, loop: outer.loop, names, named: [value] }],
  },
  each: {
    opens: true,
    names: 2,
    options: [],
    scopes: (subject, outer, names) => {
      const items: readonly unknown[] = Array.isArray(subject) ? subject : [];
      return items.map((value, index) => {
        const loop = { index, first: index === 0, last: index === items.length - 1, key: index, outer: outer.loop };
        return { value, outer, loop, names, named: [value, index] };
      });
    },
  },
};
