import { characterRules } from './characters.js';
import { endsRules } from './ends.js';
import { formRules } from './prescribed.js';
import { repeatedRules } from './repeated.js';
import type { Rule } from './rule.js';
import { statedRules } from './stated.js';
import { tableRules } from './sum-rules.js';
import { factRules } from './unused.js';
import { wordingRules } from './wording.js';
import { yearRules } from './years.js';

/** Every rule, in the order in which findings are told. */
export const rules: readonly Rule[] = [
  ...tableRules,
  ...yearRules,
  ...endsRules,
  ...formRules,
  ...statedRules,
  ...repeatedRules,
  ...wordingRules,
  ...characterRules,
  ...factRules,
];
