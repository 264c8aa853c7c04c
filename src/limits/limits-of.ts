import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import { type Adjustable, LIMITS, type Limit, type Limits } from './limits.js';

/** A caller may have limits of its own. */
export interface LimitOptions {
  /** Where the limits of `docs/limits.md` are too narrow, or too wide. */
  readonly limits?: Limits;
}

/** What each limit is. */
export type AllLimits = Required<Limits>;

const all: readonly (readonly [string, Limit])[] = Object.entries(LIMITS);
const adjustable = all.filter(([, { isFixed }]) => !isFixed);
const NAMES: readonly string[] = adjustable.map(([name]) => name);

const DEFAULTS = Object.fromEntries(adjustable.map(([name, { most }]) => [name, most])) as AllLimits;

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0;

/** What is wrong with limits, of whatever shape they are; empty if nothing is. */
export function limitFaults(limits: unknown): readonly Diagnostic[] {
  const hint = '如 { "characters": 200000 }';
  if (typeof limits !== 'object' || limits === null || Array.isArray(limits)) {
    const found = String(JSON.stringify(limits));
    return [
      diagnostic('config/invalid', {
        message: 'limits 应是一个对象',
        path: ['limits'],
        found,
        expected: '{ "名称": 数 }',
        hint,
      }),
    ];
  }
  return Object.entries(limits).flatMap(([name, value]) => {
    const path = ['limits', name];
    if (!NAMES.includes(name)) {
      const facts = { message: `没有 ${name} 这项限制`, found: name, expected: 'docs/limits.md 里可改的一项' };
      return diagnostic('config/invalid', { path, ...facts, hint: didYouMean(name, NAMES) });
    }
    if (isCount(value)) return [];
    const facts = { message: `限制 ${name} 不对`, found: String(value), expected: '大于 0 的整数' };
    return diagnostic('config/invalid', { path, ...facts, hint });
  });
}

/**
 * The limits of a call: the caller's own, or else those that are documented.
 *
 * @throws ReportError `config/invalid`
 */
export function limitsOf({ limits }: LimitOptions): AllLimits {
  if (limits === undefined) return DEFAULTS;
  const faults = limitFaults(limits);
  if (faults.length > 0) throw new ReportError(faults);
  return { ...DEFAULTS, ...limits };
}

/** `不超过 100000 字` */
export const atMost = (name: Adjustable, limits: AllLimits): string => `不超过 ${limits[name]} ${LIMITS[name].unit}`;

/** `超过 100000 字` */
export const beyond = (name: Adjustable, limits: AllLimits): string => `超过 ${limits[name]} ${LIMITS[name].unit}`;
