import { timeAtEnd } from './times.js';
import type { Told } from './told.js';

/** Which year a sentence is in, and which it goes back to. */
export interface Times {
  readonly now: Told['time'];
  /** The year of its first number, to which a semicolon goes back. */
  readonly lead: Told['time'] | undefined;
  /** Inside brackets, the year outside of them. */
  readonly outer: Told['time'] | undefined;
}

/** 较上年（598件）: the number in the brackets is last year's. */
const FORMER = /[比较与同和](?:[上去前]一?年度?|\d{4}年度?)(?:同期|的)*（$/u;

function after(piece: string, year: number, { now, lead, outer }: Times): Times {
  const time = timeAtEnd(piece, year, now);
  if (piece.endsWith('（')) return { now: FORMER.test(piece) ? 'then' : time, lead, outer: outer ?? time };
  if (piece.endsWith('）')) return { now: outer ?? time, lead, outer: undefined };
  const isBack = piece.endsWith('；') && outer === undefined && time === 'then' && lead === 'now';
  return { now: isBack ? 'now' : time, lead, outer };
}

/** Where a year may end. */
const MARKS = /[（）；]/u;

/** The year of a number, by the words between it and the one before. */
export function timesAfter(gap: string, year: number, before: Times): Times {
  const pieces = MARKS.test(gap) ? gap.split(/(?<=[（）；])/u) : [gap];
  const times = pieces.reduce((state, piece) => (piece === '' ? state : after(piece, year, state)), before);
  return { ...times, lead: times.lead ?? times.now };
}
