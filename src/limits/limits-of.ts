import { more } from '../diagnostics/catalogue/fact-pieces.js';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { toldName } from '../diagnostics/told-names.js';
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

/** That there are more settings than anybody writes; empty if there are not. Of each that is wrong the nearest known one is looked for. */
export function settingsBeyond(settings: object, path: readonly string[]): readonly Diagnostic[] {
  const { length } = Object.keys(settings);
  const { most, unit } = LIMITS.settings;
  if (length <= most) return [];
  return [diagnostic('config/invalid', { cause: 'too-many', given: `${length} ${unit}`, most }, { path })];
}

/** What is wrong with limits, of whatever shape they are; empty if nothing is. */
export function limitFaults(limits: unknown): readonly Diagnostic[] {
  if (typeof limits !== 'object' || limits === null || Array.isArray(limits)) {
    return [
      diagnostic(
        'config/invalid',
        { cause: 'limits-not-an-object', given: toldName(String(JSON.stringify(limits))) },
        { path: ['limits'] },
      ),
    ];
  }
  const beyondAll = settingsBeyond(limits, ['limits']);
  if (beyondAll.length > 0) return beyondAll;
  return Object.entries(limits).flatMap(([key, value]) => {
    const name = toldName(key);
    const path = ['limits', name];
    if (!NAMES.includes(name)) {
      return diagnostic('config/invalid', { cause: 'unknown-limit', name, known: NAMES }, { path });
    }
    if (isCount(value)) return [];
    return diagnostic('config/invalid', { cause: 'limit', name, given: toldName(String(value)) }, { path });
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

/** A limit as facts of a problem. */
export const limitFacts = (name: Adjustable, limits: AllLimits) => ({
  limit: name,
  most: limits[name],
  unit: LIMITS[name].unit,
});

/** `超过 100000 字` */
export const beyond = (name: Adjustable, limits: AllLimits): string => more(limitFacts(name, limits));
