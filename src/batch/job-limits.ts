import { resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { choicesOf, type FontChoice } from '../fonts/fonts.js';
import { type FormatId, formats } from '../index.js';
import { capped } from '../limits/capped.js';
import type { Adjustable, Limits } from '../limits/limits.js';
import { type AllLimits, limitFaults, limitsOf } from '../limits/limits-of.js';
import type { EncodedJob } from './queue-job.js';
import { staysInside } from './store.js';

/** What a job from a queue may ask of a machine. Whoever can write to the queue has written it. */

/** The files of a machine that a job may name, and the limits that no job is beyond. */
export interface Allowed {
  readonly fonts: readonly string[];
  readonly templates: readonly string[];
  /** As a caller has them; those that are documented, if not given. */
  readonly limits?: Limits;
}

const fileOf = (choice: FontChoice): string => (typeof choice === 'string' ? choice : choice.file);

/** The files that the look of a job names, which are on no list. */
function unlisted({ look }: EncodedJob, { fonts, templates }: Allowed): readonly Diagnostic[] {
  const refuse = (file: string, cause: 'font' | 'templates') => diagnostic('queue/mismatch', { cause, file });
  const listed = (paths: readonly string[]) => new Set(paths.map((path) => resolve(path)));
  const [known, folders] = [listed(fonts), listed(templates)];
  const named = Object.values(look.fonts ?? {})
    .flatMap(choicesOf)
    .map(fileOf);
  const folder = look.templates === undefined ? [] : [look.templates];
  return [
    ...named.filter((path) => !known.has(resolve(path))).map((path) => refuse(path, 'font')),
    ...folder.filter((path) => !folders.has(resolve(path))).map((path) => refuse(path, 'templates')),
  ];
}

/** Longer than any path that a system takes. */
const LONGEST_NAME = 1000;

/** Whether a name is one that files of a format have: no file of the store's own, none that is hidden, none that forges a line of a listing. */
function isOrdinary(name: unknown, format: FormatId): boolean {
  if (typeof name !== 'string' || !Object.hasOwn(formats, format)) return false;
  return (
    name.length <= LONGEST_NAME &&
    !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/u.test(name) &&
    staysInside(name) &&
    name.endsWith(`.${formats[format].extension}`) &&
    name.split('/').every((part) => !part.startsWith('.'))
  );
}

/** What a job asks for beyond the limits of the machine. */
function beyondLimits({ look }: EncodedJob, allowed: Allowed): readonly Diagnostic[] {
  const faults = look.limits === undefined ? [] : limitFaults(look.limits);
  if (faults.length > 0) return faults;
  const most: AllLimits = limitsOf(allowed);
  const wider = Object.entries(limitsOf(look)).filter(([name, value]) => value > most[name as Adjustable]);
  return wider.map(([name, value]) =>
    diagnostic('queue/mismatch', {
      cause: 'limit',
      name,
      given: String(value),
      most: most[name as Adjustable],
    }),
  );
}

/** Why a machine does not do a job: files that are on no list of the machine, limits that are wider than its own, and names that no report has. */
export function jobFaults(job: EncodedJob, allowed: Allowed): readonly Diagnostic[] {
  const strange = job.formats.filter((format) => !isOrdinary(job.names[format], format));
  const names = strange.map((format) =>
    diagnostic('file/unwritable', { cause: 'unusual-name', file: String(job.names[format]).slice(0, LONGEST_NAME) }),
  );
  return capped([...names, ...unlisted(job, allowed), ...beyondLimits(job, allowed)], limitsOf(allowed));
}
