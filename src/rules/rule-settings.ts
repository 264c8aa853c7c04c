import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { Form } from '../form/form.js';
import { rulesOf } from './all-rules.js';
import type { Rule, RuleSetting, RuleSettings } from './rule.js';

const SETTINGS: readonly string[] = ['off', 'note', 'warning', 'error'] satisfies RuleSetting[];

/** The sums of the form hold by law: a report that must break one says why, and that is printed with it. */
const isFixed = (code: string): boolean => code.startsWith('sum/');

function problem(code: string, message: string, found: string, expected: string, hint: string): Diagnostic {
  return diagnostic('config/invalid', { message, path: ['rules', code], found, expected, hint });
}

function faultOf(code: string, setting: unknown, known: readonly string[]): Diagnostic | undefined {
  if (!known.includes(code)) {
    return problem(code, `没有 ${code} 这条规则`, code, 'docs/rules.md 里的代码', didYouMean(code, known));
  }
  if (typeof setting !== 'string' || !SETTINGS.includes(setting)) {
    const hint = 'off 关掉，note、warning、error 改为建议、警告、错误';
    return problem(code, `${code} 的设置不对`, String(JSON.stringify(setting)), SETTINGS.join('、'), hint);
  }
  if (!isFixed(code) || setting === 'error') return undefined;
  const hint = '确须按已公布的数字印出的，在那份报告的 waivers 里写明 rule、path 和 reason';
  return problem(code, `${code} 是规定的勾稽关系，不能关掉或降低`, setting, 'error，或不写', hint);
}

/** What is wrong with settings, of whatever shape they are; empty if nothing is. */
export function settingFaults(settings: unknown, forms: readonly Form[]): readonly Diagnostic[] {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    return [
      diagnostic('config/invalid', {
        message: 'rules 应是一个对象',
        path: ['rules'],
        found: String(JSON.stringify(settings)),
        expected: '{ "规则代码": "off" }',
        hint: '如 { "rules": { "text/unbound": "off", "text/figure": "error" } }',
      }),
    ];
  }
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
