import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { partName } from '../rules/repeated.js';
import { COPIED } from '../rules/similar.js';
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

/** How much of a text may stand in another report before it is told: figures of one's own make a text new only for oneself. */
export const mostShared = (isFresh: boolean): number => (isFresh ? COPIED.fresh : COPIED.other);

export function resembles(
  { part, whose, isOwn, more }: Resembled,
  { share, passages }: SharedText,
  form: Form,
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
    { severity: 'warning', path: ['narrative', part] },
  );
}
