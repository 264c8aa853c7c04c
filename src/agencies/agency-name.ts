import { unifiedOf } from '../characters/radicals.js';

/** Brackets of all kinds as one, and the dots that stand within names of peoples as one. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[〔【〖[{]/gu, '('],
  [/[〕】〗\]}]/gu, ')'],
  [/[·•‧∙⋅・･]/gu, '·'],
  [/[‐‑‒–—―－−]/gu, '-'],
];

/** What stands beside a name without being of it: the word for a seal, quotation marks around it, stops at its ends. */
const DEBRIS = /\((?:公章|印章|盖章|加盖公章|签章|章)\)|[“”"'‘’《》]|^[:;,.、。*]+|(?<![:;,.、。*])[:;,.、。*]+$/gu;

const UNSEEN = /[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu;

const RADICALS = /[\u2e80-\u2fdf]/gu;

/**
 * The name of an agency as it is compared: two spellings of one name give the same key. Only spelling is levelled out – white space,
 * full-width forms, kinds of brackets, what was left of a seal – because names that differ in one character, such as 办公室 and
 * 办公厅, belong to different agencies; former names are known from a list alone.
 */
export function agencyKey(name: string): string {
  const unified = name.replace(RADICALS, unifiedOf).normalize('NFKC').replace(UNSEEN, '');
  return ALIKE.reduce((text, [from, to]) => text.replace(from, to), unified)
    .replace(DEBRIS, '')
    .toUpperCase();
}
