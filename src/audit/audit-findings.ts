import { type Diagnostic, diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { partName } from '../rules/repeated.js';
import { COPIED, LONG } from '../rules/similar.js';
import type { SharedText } from './shared-text.js';

/** What is wrong with a report only beside others. */

/** @param others the other files with a report of the agency and the year, or the first of very many */
export function handedInTwice(others: readonly string[], count: number, isSame: boolean): Diagnostic {
  return diagnostic('audit/repeated', { all: others, count, isSame }, { severity: 'warning' });
}

/** Whose report a text resembles. */
export interface Resembled {
  /** The key of the section. */
  readonly part: string;
  /** Such as `示例县教育局2024年`. */
  readonly whose: string;
  /** Whether it is the same agency's, of an earlier year. */
  readonly isOwn: boolean;
  /** How many more there are. */
  readonly more: number;
}

/** How much of a text, in whole paragraphs, is told of that other agencies have too. */
const PARTLY = { share: 0.4, size: 2 * LONG } as const;

/**
 * How grave it is that so much of a text stands in another report; undefined if it is not told. Figures of one's own make a text new only
 * for oneself, and only others' paragraphs are told where the rest is new.
 */
export function gravityOf(
  { share }: SharedText,
  { size, isOwn, isFresh }: { readonly size: number; readonly isOwn: boolean; readonly isFresh: boolean },
): Severity | undefined {
  if (share >= (isFresh ? COPIED.fresh : COPIED.other)) return 'warning';
  return !isOwn && share >= PARTLY.share && share * size >= PARTLY.size ? 'note' : undefined;
}

export function resembles(
  { part, whose, isOwn, more }: Resembled,
  { share, passages }: SharedText,
  form: Form,
  severity: Severity,
): Diagnostic {
  return diagnostic(
    'audit/similar',
    {
      part: partName(form, part),
      whose,
      isOwn,
      count: more,
      percent: Math.floor(share * 100),
      passages,
    },
    { severity, path: ['narrative', part] },
  );
}
