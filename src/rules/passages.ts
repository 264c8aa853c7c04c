import { excerpt } from '../characters/excerpt.js';
import type { Written } from '../narrative/narrate.js';
import type { Failure, Subject, Verdict } from './rule.js';
import { verdicts } from './rule.js';

/** A paragraph of the narrative, for the rules on wording. */
export interface Passage {
  readonly part: string;
  /** Counted from 1 within its part. */
  readonly number: number;
  readonly text: string;
  /** Whether all characters from `from` up to but not including `to` were typed rather than printed from data. */
  readonly isTyped: (from: number, to: number) => boolean;
}

function passagesOf(part: string, { text, bound }: Written): readonly Passage[] {
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return { line, start };
  });
  return lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, start }, i) => ({
      part,
      number: i + 1,
      text: line,
      isTyped: (from, to) => bound.every(([first, last]) => last <= start + from || first >= start + to),
    }));
}

/** All paragraphs of a report. */
export function passages({ narrated }: Subject): readonly Passage[] {
  return Object.entries(narrated.parts).flatMap(([part, written]) => passagesOf(part, written));
}

/** A failure in a passage, quoting the words. */
export function failureIn(
  passage: Passage,
  place: readonly [from: number, to: number],
  facts: Omit<Failure, 'status' | 'path' | 'found'>,
): Failure {
  return {
    ...facts,
    status: 'fail',
    path: ['narrative', passage.part],
    found: `第 ${passage.number} 段：${excerpt(passage.text, ...place)}`,
  };
}

/** Applies a check to each paragraph. */
export function eachPassage(check: (passage: Passage) => readonly Failure[]): (subject: Subject) => readonly Verdict[] {
  return (subject) => verdicts(passages(subject).flatMap(check));
}
