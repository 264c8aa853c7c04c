import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { excerpt } from '../readers/neutral/loss.js';
import { alignParts, type Step } from './align-parts.js';
import { outsideOf } from './outside.js';
import { headOf, type ShownPart, textOfPart } from './shown-part.js';
import { tableDifferences, tellSteps } from './table-differences.js';
import { changedText } from './tell-difference.js';

/** What was found between what was signed and what shows. */
export interface Compared {
  /** `verify/changed`, `verify/missing`, `verify/added`, in the order in which they stand. */
  readonly differences: readonly Diagnostic[];
  /** `verify/outside`: what the page around the report says. */
  readonly outside: readonly Diagnostic[];
}

/** The published file, as far as it matters here. */
export interface Published {
  readonly file: string;
  readonly parts: readonly ShownPart[];
  /** It may be a page with surroundings of its own, such as that of a site. */
  readonly hasSurroundings: boolean;
}

function compareStep({ signed, published }: Step, file: string): readonly Diagnostic[] {
  const [one, other] = [signed[0], published[0]];
  if (!one || !other) return [];
  if (one.kind === 'table') return tableDifferences(signed, published, file);
  // What is split otherwise is joined only if it says the same.
  const isJoined = signed.length !== published.length;
  return isJoined || one.key === other.key ? [] : [changedText(headOf(one), headOf(other), file)];
}

function tellOutside(part: ShownPart, file: string): Diagnostic {
  const { at } = headOf(part);
  return diagnostic(
    'verify/outside',
    { text: excerpt(textOfPart(part)) },
    { severity: 'note', ...(at !== undefined && { place: { file, at } }) },
  );
}

/** Compares what was signed with what shows. */
export function compareParts(signed: readonly ShownPart[], { file, parts, hasSurroundings }: Published): Compared {
  const steps = alignParts(signed, parts);
  const outside = hasSurroundings ? outsideOf(steps) : new Set<ShownPart>();
  const inside = steps.filter(({ published }) => !published.some((part) => outside.has(part)));
  return {
    differences: tellSteps(
      inside,
      ({ kind }) => kind,
      file,
      (step) => compareStep(step, file),
    ),
    outside: [...outside].map((part) => tellOutside(part, file)),
  };
}
