import type { Loss, LossKind } from '../../diagnostics/catalogue/loss-facts.js';
import { type Diagnostic, diagnostic, type Path } from '../../diagnostics/diagnostic.js';

const NOTES: readonly LossKind[] = ['interpreted', 'left-out'];

/** Where something stands that was read otherwise, or not at all. */
interface LossPlace {
  readonly file: string;
  /** In words; nothing if it is about the whole file. */
  readonly at?: string | undefined;
  readonly path?: Path;
  readonly label?: string;
}

/** A loss: what was read otherwise than it stands in the source, or not at all. Only what may have changed the report is a warning. */
export function loss<K extends LossKind>(kind: K, facts: Loss<K>, { file, at, ...where }: LossPlace): Diagnostic {
  return diagnostic(`read/${kind}` as const, facts as never, {
    severity: NOTES.includes(kind) ? 'note' : 'warning',
    ...(at !== undefined && { place: { file, at } }),
    ...where,
  });
}

/** Enough of a text to recognise it. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
