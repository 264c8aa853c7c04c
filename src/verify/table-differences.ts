import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { alignParts, type Step } from './align-parts.js';
import { cellParts, headOf, rowParts, type ShownPart, withoutHeadOf } from './shown-part.js';
import { addedPart, changedText, missingPart, type Unit } from './tell-difference.js';

/** Goes through steps and tells what has no counterpart after the place that was passed last; what has one is for `compare`. */
export function tellSteps(
  steps: readonly Step[],
  unitOf: (part: ShownPart) => Unit,
  file: string,
  compare: (step: Step) => readonly Diagnostic[],
): readonly Diagnostic[] {
  let at: string | undefined;
  let path: Path | undefined;
  return steps.flatMap((step) => {
    const { signed, published } = step;
    const found =
      signed.length > 0 && published.length > 0
        ? compare(step)
        : [
            ...signed.map((part) => missingPart(part, unitOf(part), at, file)),
            ...published.map((part) => addedPart(part, unitOf(part), path, file)),
          ];
    at = published.at(-1)?.rows.at(-1)?.at(-1)?.at ?? at;
    path = signed.at(-1)?.rows.at(-1)?.at(-1)?.path ?? path;
    return found;
  });
}

const isSame = ({ signed: [one], published: [other] }: Step): boolean => one?.key === other?.key;

function cellSteps(signed: ShownPart, published: ShownPart): readonly Step[] {
  const [one, other] = [cellParts(signed), cellParts(published)];
  if (one.length !== other.length) return alignParts(one, other);
  return one.map((cell, i) => ({ signed: [cell], published: other.slice(i, i + 1) }));
}

/** The differences of two rows, cell by cell. */
function rowDifferences(signed: ShownPart, published: ShownPart, file: string): readonly Diagnostic[] {
  return tellSteps(
    cellSteps(signed, published),
    () => 'cell',
    file,
    (step) => {
      const [one, other] = [step.signed[0], step.published[0]];
      return isSame(step) || !one || !other ? [] : [changedText(headOf(one), headOf(other), file)];
    },
  );
}

/** The differences of two tables, row by row. */
export function tableDifferences(signed: readonly ShownPart[], published: readonly ShownPart[], file: string) {
  const [whole] = signed;
  const pieces = published.map((part, i) => (i > 0 && whole ? withoutHeadOf(whole, part) : part));
  const [one, other] = [signed.flatMap(rowParts), pieces.flatMap(rowParts)];
  return tellSteps(
    alignParts(one, other),
    () => 'row',
    file,
    (step) => {
      const [row, shown] = [step.signed[0], step.published[0]];
      const isJoined = step.signed.length !== step.published.length;
      return isJoined || isSame(step) || !row || !shown ? [] : rowDifferences(row, shown, file);
    },
  );
}
