import { editions } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { once } from '../memo/once.js';
import { absentRules } from './absent-sections.js';
import { changeRules } from './changes.js';
import { characterRules } from './characters.js';
import { chargeRules } from './charges.js';
import { claimRules } from './claims.js';
import { doubledRules } from './doubled.js';
import { endsRules } from './ends.js';
import { enumeratorRules } from './enumerators.js';
import { jumpRules } from './jumps.js';
import { partsRules } from './parts.js';
import { prescribedRules } from './prescribed.js';
import { repeatedRules } from './repeated.js';
import { reportYearRules } from './report-year.js';
import type { Rule } from './rule.js';
import { shareRules } from './shares.js';
import { statedRules } from './stated.js';
import { stopRules } from './stops.js';
import { tableRules } from './sum-rules.js';
import { unitRules } from './unit-slips.js';
import { factRules } from './unused.js';
import { wordingRules } from './wording.js';
import { yearRules } from './years.js';

/** The rules for reports of a form, in the order in which findings are told, in the form's own words where it has any. */
export const rulesOf = once((form: Form): readonly Rule[] =>
  [
    ...tableRules(form),
    ...yearRules(form),
    ...jumpRules,
    ...endsRules,
    ...absentRules,
    ...prescribedRules(form),
    ...chargeRules,
    ...statedRules,
    ...claimRules,
    ...partsRules,
    ...shareRules,
    ...changeRules,
    ...repeatedRules,
    ...reportYearRules,
    ...wordingRules,
    ...enumeratorRules,
    ...doubledRules,
    ...unitRules,
    ...stopRules,
    ...characterRules,
    ...factRules,
  ].map((rule) => ({ ...rule, ...form.wording[rule.code] })),
);

/** The rules for reports of the statutory form; all its editions have the same list. */
export const rules: readonly Rule[] = Object.values<Form>(editions).slice(-1).flatMap(rulesOf);
