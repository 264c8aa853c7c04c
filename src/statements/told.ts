import type { StatedSubject } from '../form/figure-words.js';
import type { Counted } from './counted-numbers.js';

/** What a sentence says of a number. */
export interface Told {
  readonly counted: Counted;
  /** The subjects whose sum it is; empty if it is none of the tables', or if that cannot be told. */
  readonly subjects: readonly StatedSubject[];
  /** Others that the same words name: 因重复申请不予处理. */
  readonly also: readonly StatedSubject[];
  /** The columns that are meant in place of the total. */
  readonly columns: readonly string[];
  /** The row whose columns are meant, where a sentence tells the parts of a row. */
  readonly row: readonly StatedSubject[];
  /** The report year, the year before, or another time or a plan. */
  readonly time: 'now' | 'then' | 'other';
  /** The number itself, or by how much it differs from the year before. */
  readonly kind: 'number' | 'change';
  /** The number that it is a part of. */
  readonly parent: Told | undefined;
  /** Whether only some of the subject is meant: a channel, an office, a sample. */
  readonly isNarrow: boolean;
  /** Counted from 0 within the paragraph. */
  readonly sentence: number;
  /** Where what is said before the number begins, in the plain words. */
  readonly begins: number;
  /** Where what is said of it ends: behind its unit, or behind the words after it that are. */
  readonly ends: number;
}
