import { blankReport, type EditionId, editions } from '../index.js';
import { readInput } from './inputs.js';
import { misuse } from './misuse.js';
import { writeWhole } from './write.js';

/** The options of `nianbao init` as they are typed. */
export interface InitFlags {
  readonly edition: string;
  readonly year: string;
  readonly agency: string;
  readonly previous?: string;
  readonly output?: string;
}

/** JSON in which a row of figures stays on one line, so that it reads like the table. */
function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\{[^{}[\]]*\}/g, (flat) => flat.replace(/\s+/g, ' '));
}

function editionOf(id: string): EditionId {
  if (Object.hasOwn(editions, id)) return id as EditionId;
  throw misuse('没有这个版式', id, Object.keys(editions).join('、'), '2021 年度及以后用 --edition 2021');
}

/** `nianbao init`: writes a report to be filled in. */
export function init(flags: InitFlags): number {
  const edition = editionOf(flags.edition);
  const year = Number(flags.year);
  if (!Number.isInteger(year)) throw misuse('年份不是整数', flags.year, '如 2026', '用 --year 2026');
  const previous = flags.previous === undefined ? undefined : readInput({ file: flags.previous, name: '' }).report;
  const blank = blankReport({ edition, year, agency: flags.agency, ...(previous && { previous }) });
  const text = `${toJson(blank)}\n`;
  if (flags.output === undefined) process.stdout.write(text);
  else writeWhole([{ path: flags.output, bytes: Buffer.from(text) }]);
  return 0;
}
