import { type Diagnostic, diagnostic, type Path } from '../../diagnostics/diagnostic.js';

/**
 * What a loss is: read in other words than it is written; seen and not placed; not found; placed with a doubt; left out because it
 * belongs to no report; a form that did not hold in the year; a second report in the file.
 */
type LossKind = 'interpreted' | 'unplaced' | 'missing' | 'doubtful' | 'left-out' | 'form' | 'several';

const NOTES: readonly LossKind[] = ['interpreted', 'left-out'];

/** A loss: what was read otherwise than it stands in the source, or not at all. Only what may have changed the report is a warning. */
export function loss(
  kind: LossKind,
  file: string,
  facts: Pick<Diagnostic, 'message' | 'hint' | 'found' | 'expected' | 'label'> & {
    readonly at?: string | undefined;
    readonly path?: Path;
  },
): Diagnostic {
  const { at, path = [], ...says } = facts;
  return diagnostic(`read/${kind}`, {
    severity: NOTES.includes(kind) ? 'note' : 'warning',
    path,
    ...(at !== undefined && { place: { file, at } }),
    ...says,
  });
}

/** Enough of a text to recognise it. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
