import { resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { choicesOf, type FontChoice } from '../fonts/fonts.js';
import { type FormatId, formats } from '../index.js';
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
  const refuse = (path: string, what: string, option: string): Diagnostic =>
    diagnostic('queue/mismatch', {
      message: `任务要用的${what}不在这台 worker 的名单里`,
      found: path,
      expected: `启动 worker 时用 ${option} 列出的${what}`,
      hint: `确实要用的，在各台机器上给 worker 加上 ${option}，再重新启动`,
    });
  const listed = (paths: readonly string[]) => new Set(paths.map((path) => resolve(path)));
  const [known, folders] = [listed(fonts), listed(templates)];
  const named = Object.values(look.fonts ?? {})
    .flatMap(choicesOf)
    .map(fileOf);
  const folder = look.templates === undefined ? [] : [look.templates];
  return [
    ...named.filter((path) => !known.has(resolve(path))).map((path) => refuse(path, '字体', '--font')),
    ...folder.filter((path) => !folders.has(resolve(path))).map((path) => refuse(path, '模板', '--templates')),
  ];
}

/** Whether a name is one that files of a format have: no file of the store's own, and none that is hidden. */
function isOrdinary(name: unknown, format: FormatId): boolean {
  if (typeof name !== 'string' || !Object.hasOwn(formats, format)) return false;
  return (
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
      message: `任务的限制 ${name} 比这台 worker 的宽`,
      found: String(value),
      expected: `不超过 ${most[name as Adjustable]}`,
      hint: '确实要放宽的，写进各台机器上 worker 的 nianbao.config.json，再重新启动',
    }),
  );
}

/** Why a machine does not do a job: files that are on no list of the machine, limits that are wider than its own, and names that no report has. */
export function jobFaults(job: EncodedJob, allowed: Allowed): readonly Diagnostic[] {
  const strange = job.formats.filter((format) => !isOrdinary(job.names[format], format));
  const names = strange.map((format) =>
    diagnostic('file/unwritable', {
      message: '任务要写的文件名不能用',
      found: String(job.names[format]),
      expected: `输出文件夹之内、以格式的扩展名结尾、不以点开头的相对路径`,
      hint: '用 nianbao batch 发起任务',
    }),
  );
  return [...names, ...unlisted(job, allowed), ...beyondLimits(job, allowed)];
}
