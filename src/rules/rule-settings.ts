import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { toldName } from '../diagnostics/told-names.js';
import type { Form } from '../form/form.js';
import { settingsBeyond } from '../limits/limits-of.js';
import { rulesOf } from './all-rules.js';
import type { Rule, RuleSetting, RuleSettings } from './rule.js';

const SETTINGS: readonly string[] = ['off', 'note', 'warning', 'error'] satisfies RuleSetting[];

/** The sums of the form hold by law: a report that must break one says why, and that is printed with it. */
const isFixed = (code: string): boolean => code.startsWith('sum/');

function faultOf(name: string, setting: unknown, known: readonly string[]): Diagnostic | undefined {
  const where = { path: ['rules', toldName(name)] };
  if (!known.includes(name)) {
    return diagnostic('config/invalid', { cause: 'unknown-rule', name: toldName(name), known }, where);
  }
  if (typeof setting !== 'string' || !SETTINGS.includes(setting)) {
    const facts = { name, given: toldName(String(JSON.stringify(setting))), known: SETTINGS };
    return diagnostic('config/invalid', { cause: 'rule-setting', ...facts }, where);
  }
  if (!isFixed(name) || setting === 'error') return undefined;
  return diagnostic('config/invalid', { cause: 'fixed-rule', name, given: setting }, where);
}

/** What is wrong with settings, of whatever shape they are; empty if nothing is. */
export function settingFaults(settings: unknown, forms: readonly Form[]): readonly Diagnostic[] {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    return [
      diagnostic(
        'config/invalid',
        { cause: 'rules-not-an-object', given: toldName(String(JSON.stringify(settings))) },
        { path: ['rules'] },
      ),
    ];
  }
  const beyondAll = settingsBeyond(settings, ['rules']);
  if (beyondAll.length > 0) return beyondAll;
  const known = [...new Set(forms.flatMap((form) => rulesOf(form).map(({ code }): string => code)))];
  return Object.entries(settings).flatMap(([code, setting]) => faultOf(code, setting, known) ?? []);
}

/** The setting of a rule, if it has one. */
export const settingOf = (settings: RuleSettings, code: string): RuleSetting | undefined =>
  Object.hasOwn(settings, code) ? (settings as { readonly [code: string]: RuleSetting })[code] : undefined;

/** The rules as they are set: without those that are off. */
export function asSet(rules: readonly Rule[], settings: RuleSettings = {}): readonly Rule[] {
  if (Object.keys(settings).length === 0) return rules;
  return rules.flatMap((rule) => {
    const setting = settingOf(settings, rule.code);
    if (setting === 'off') return [];
    return setting === undefined ? rule : { ...rule, severity: setting };
  });
}
