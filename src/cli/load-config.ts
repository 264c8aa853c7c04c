import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { toldName } from '../diagnostics/told-names.js';
import { formsOf } from '../editions/editions.js';
import { isFile, readWithin } from '../host/files.js';
import { loadYaml } from '../host/load-yaml.js';
import type { Form, RuleSettings } from '../index.js';
import { capped } from '../limits/capped.js';
import { LIMITS, type Limits } from '../limits/limits.js';
import { limitFaults, limitsOf, settingsBeyond } from '../limits/limits-of.js';
import { decodeText } from '../readers/decode-text.js';
import { glance, readSource } from '../readers/read-source.js';
import { located } from '../readers/source.js';
import { rulesOf } from '../rules/all-rules.js';
import { settingFaults } from '../rules/rule-settings.js';
import { valueAt } from '../table/cells.js';
import { tellAside, tellHow } from './voice.js';

/** A file with settings, and the key under which it has them. */
interface ConfigFile {
  readonly file: string;
  readonly at: readonly string[];
}

const MOST = LIMITS.configBytes.most;

/** The text of a file with settings. @throws ReportError `read/too-large` before so much has been read */
function textOf(file: string): string {
  const bytes = readWithin(file, MOST);
  if (bytes.length <= MOST) return decodeText(bytes, file);
  throw new ReportError([diagnostic('read/too-large', { cause: 'settings', file, most: MOST })]);
}

/** The settings in a `package.json`. Other people's is let be, even if it is broken, or larger than a file with settings may be. */
function sharedIn(file: string): unknown {
  const bytes = readWithin(file, MOST);
  if (bytes.length > MOST) return undefined;
  return valueAt(glance(new TextDecoder().decode(bytes), file, loadYaml, {}), ['nianbao']);
}

/** The file of a folder that has settings. */
function configIn(folder: string): ConfigFile | undefined {
  const own = join(folder, 'nianbao.config.json');
  if (isFile(own)) return { file: own, at: [] };
  const shared = join(folder, 'package.json');
  if (!isFile(shared)) return undefined;
  return sharedIn(shared) === undefined ? undefined : { file: shared, at: ['nianbao'] };
}

/** The nearest file with settings, in the current folder or one around it. */
function nearestConfig(): ConfigFile | undefined {
  let folder = resolve('.');
  for (;;) {
    const found = configIn(folder);
    if (found !== undefined || dirname(folder) === folder) return found;
    folder = dirname(folder);
  }
}

/** The path of the nearest file with settings; undefined if there is none. */
export const configPath = (): string | undefined => nearestConfig()?.file;

/** What a file can set. */
interface Settings {
  readonly rules?: RuleSettings;
  readonly limits?: Limits;
}

/** What is wrong with the settings themselves: all that can be set is `rules` and `limits`; `$schema` is for editors. */
function configFaults(config: unknown): readonly Diagnostic[] {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    return [diagnostic('config/invalid', { cause: 'not-an-object', given: toldName(String(JSON.stringify(config))) })];
  }
  const beyondAll = settingsBeyond(config, []);
  if (beyondAll.length > 0) return beyondAll;
  const unknown = Object.keys(config)
    .filter((key) => !['rules', 'limits', '$schema'].includes(key))
    .map(toldName)
    .map((name) => diagnostic('config/invalid', { cause: 'unknown-setting', name }, { path: [name] }));
  if ('rules' in config || 'limits' in config || unknown.length > 0) return unknown;
  return [diagnostic('config/invalid', { cause: 'without-rules', given: '' })];
}

const RANKS: readonly (string | undefined)[] = ['off', 'note', 'warning', 'error'];
const NAMES: { readonly [setting: string]: string } = { note: '建议', warning: '警告' };

/** What somebody should know who reads the findings: some are not asked for, some are told as less than they are. */
export function tellLess({
  forms,
  rules = {},
}: {
  readonly forms: readonly Form[];
  readonly rules?: RuleSettings;
}): void {
  const all = formsOf({ forms }).flatMap(rulesOf);
  const less = Object.entries(rules).flatMap(([code, setting]) => {
    const rule = all.find((one) => one.code === code);
    return rule && RANKS.indexOf(setting) < RANKS.indexOf(rule.severity) ? { code, setting } : [];
  });
  const told = ['off', 'warning', 'note'].flatMap((setting) => {
    const codes = less.filter((one) => one.setting === setting).map(({ code }) => code);
    if (codes.length === 0) return [];
    return setting === 'off' ? `不检查 ${codes.join('、')}` : `把 ${codes.join('、')} 降为${NAMES[setting]}`;
  });
  if (told.length > 0) tellAside(`按 ${configPath()} ${told.join('；')}`);
}

/**
 * The settings of rules and limits of the nearest `nianbao.config.json`, or of `nianbao` in a `package.json`; empty if there are none.
 *
 * @throws ReportError `config/invalid` with everything that is wrong with them, `syntax/invalid` if the file cannot be read
 */
export function loadSettings(forms: readonly Form[] = []): Settings {
  const config = nearestConfig();
  if (config === undefined) return {};
  const { file, at } = config;
  tellHow(`设置：${file}`);
  const source = readSource(textOf(file), file, loadYaml, { kind: 'json' });
  const [rules, limits] = ['rules', 'limits'].map((key) => valueAt(source.value, [...at, key]));
  const faults = [
    ...configFaults(valueAt(source.value, at)),
    ...(rules === undefined ? [] : settingFaults(rules, formsOf({ forms }))),
    ...(limits === undefined ? [] : limitFaults(limits)),
  ];
  if (faults.length > 0) throw new ReportError(capped(faults, limitsOf({})).map((one) => located(one, source, at)));
  return { ...(rules !== undefined && { rules }), ...(limits !== undefined && { limits }) } as Settings;
}
