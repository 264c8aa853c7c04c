import { diffArrays } from 'diff';

/** Where a row or a column of a sheet is now. */
export interface MovedLine {
  readonly at: number;
  /** Whether the labels leave no other place for it. */
  readonly isSure: boolean;
  /** Whether there are labels on both sides of it. */
  readonly isBetween: boolean;
  /** Whether its own labels are no longer there, and no line either that may have had them. */
  readonly isGone: boolean;
}

/** The rows of a sheet, or its columns, as they were made and as they are. */
export interface Lines {
  readonly made: readonly number[];
  readonly now: readonly number[];
  /** Whether a line says now what another said. */
  readonly isSame: (made: number, now: number) => boolean;
}

/** More insertions and deletions than anybody makes in a form. */
const MOST = 2000;

/** Lines with labels by what they say: those in their order first, then those that are left and are alone in saying it. */
export function matchLines({ made, now, isSame }: Lines): ReadonlyMap<number, number> {
  const changes = diffArrays([...made], [...now], { comparator: isSame, maxEditLength: MOST }) ?? [];
  const found = new Map<number, number>();
  const left: number[] = [];
  const free: number[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of changes) {
    for (let step = 0; step < count; step++) {
      if (removed) left.push(made[i++] ?? 0);
      else if (added) free.push(now[j++] ?? 0);
      else found.set(made[i++] ?? 0, now[j++] ?? 0);
    }
  }
  for (const one of left) {
    const [place, ...others] = free.filter((line) => isSame(one, line));
    if (place === undefined || others.length > 0) continue;
    if (left.filter((other) => isSame(other, place)).length === 1) found.set(one, place);
  }
  return found;
}

/**
 * Finds lines that were made, by those with labels that were found. Lines without labels stand between them. Where these are as far apart
 * as they were, there is one place; else a line stands as far from the one before it, or the last of several from the one after them, as
 * it stood. At an end of the sheet only a neighbour that has moved says that a line has.
 *
 * @param labelled the lines that had labels
 */
export function linePlaces(
  labelled: ReadonlySet<number>,
  found: ReadonlyMap<number, number>,
): (line: number, isEnd?: boolean) => MovedLine {
  const known = [...found.keys()].sort((a, b) => a - b);
  const shifted = (from: number, line: number): number => (found.get(from) ?? from) + line - from;
  return (line, isEnd = false) => {
    const before = known.findLast((one) => one <= line);
    const after = known.find((one) => one >= line);
    if (before === undefined || after === undefined) {
      const only = before ?? after ?? line;
      return {
        at: shifted(only, line),
        isSure: found.has(only) && found.get(only) !== only,
        isBetween: false,
        isGone: false,
      };
    }
    const [fromBefore, fromAfter] = [shifted(before, line), shifted(after, line)];
    const isSure = fromBefore === fromAfter;
    return { at: isEnd ? fromAfter : fromBefore, isSure, isBetween: true, isGone: !isSure && labelled.has(line) };
  };
}
