import type { Edit, Path } from '../diagnostics/diagnostic.js';
import { valueAt } from '../table/cells.js';
import { indexFinder } from './inside-text.js';

/** An edit of the file: the characters from one offset up to another. */
export interface Change {
  readonly edit: Edit;
  readonly from: number;
  readonly to: number;
}

/** A text with what stands at some places, none of which overlap, replaced. */
export function replacedIn(text: string, changes: readonly Change[]): string {
  let end = 0;
  const pieces = changes.map(({ from, to, edit }) => {
    const before = text.slice(end, from);
    end = to;
    return before + edit.replacement;
  });
  return pieces.join('') + text.slice(end);
}

/** What can be made at once: in their order, and of those that overlap the first. */
export function apart(changes: readonly Change[]): readonly Change[] {
  let end = 0;
  return changes
    .toSorted((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

/** What the data must be once the edits of one text are made. */
export function expectedText(value: string, edits: readonly Edit[]): string {
  const indexOf = indexFinder(value);
  const changes = edits.flatMap((edit): readonly Change[] => {
    const from = edit.place && 'line' in edit.place ? indexOf(edit.place) : undefined;
    return from === undefined ? [] : [{ edit, from, to: from + edit.words.length }];
  });
  return replacedIn(value, apart(changes));
}

/** The data as JSON with other texts at some paths. */
export function withTexts(value: unknown, texts: readonly (readonly [path: Path, text: string])[]): string {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  for (const [path, text] of texts) {
    const around = valueAt(copy, path.slice(0, -1));
    Reflect.set(Object(around), path.at(-1) ?? '', text);
  }
  return JSON.stringify(copy);
}
