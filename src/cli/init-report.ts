import { formsOf } from '../editions/editions.js';
import { loadForms } from '../host/load-forms.js';
import { blankReport, blankText, editions, type Form } from '../index.js';
import { EXIT } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { readFrom, tellLosses } from './inputs.js';
import { misuse } from './misuse.js';
import { writeText } from './outputs.js';

/** The options of `nianbao init` as they are typed. */
export interface InitFlags {
  readonly edition: string;
  readonly year: string;
  readonly agency: string;
  readonly previous?: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly form?: readonly string[];
}

/** JSON with each row of figures on one line, so that it reads like the table. */
function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\{[^{}[\]]*\}/g, (flat) => flat.replace(/\s+/g, ' '));
}

function formWithId(id: string, forms: readonly Form[]): Form {
  const form = formsOf({ forms }).find((one) => one.id === id);
  if (form) return form;
  const current = Object.values(editions).find(({ years }) => years.length === 1);
  const hint = current
    ? `${current.years[0]} 年度及以后用 --edition ${current.id}；自己的报告格式用 --form 加载`
    : '用 nianbao init --help 查看版式';
  throw misuse('没有这个版式', id, [...Object.keys(editions), ...forms.map((one) => one.id)].join('、'), hint);
}

/** `nianbao init`: writes a report to be filled in. */
export async function initReport(flags: InitFlags): Promise<number> {
  const forms = await loadForms(flags.form);
  const { id: edition } = formWithId(flags.edition, forms);
  const year = Number(flags.year);
  if (!Number.isInteger(year)) throw misuse('年份不是整数', flags.year, '如 2026', '用 --year 2026');
  const before = flags.previous === undefined ? undefined : await readFrom(flags.previous, { forms });
  if (before) tellLosses(before);
  const previous = before?.report;
  const options = { edition, year, agency: flags.agency, forms, ...(previous && { previous }) };
  // A report that is to be filled in is its author's from the beginning.
  const { output, force, json = /\.json$/i.test(output ?? '') } = flags;
  await writeText(json ? `${toJson(blankReport(options))}\n` : blankText(options), {
    output,
    force,
    inputs: flagFiles(flags),
    isOurs: async () => false,
  });
  return EXIT.done;
}
