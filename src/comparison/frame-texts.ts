import { titleLinesOf } from '../compose/title-phrases.js';
import { titleText } from '../model/block-texts.js';
import { printedDay } from '../model/day.js';
import { isAbsent } from '../report/absent.js';
import { signersOf } from '../report/signers.js';
import type { Given } from './compared-reports.js';

/** What stands around the texts of a report, as a section of a comparison. No section of a form can have its key. */
export const FRAME = { key: 'title', heading: '标题和落款' } as const;

/** What a report says outside of its texts and tables: title, addressee, headings, who signs, and when. */
export function frameTexts({ report, form }: Given, isDated: boolean): readonly string[] {
  const { addressee, signoff } = report;
  const title = titleText({ kind: 'title', lines: titleLinesOf(report, form), path: ['title'] });
  const sections = form.sections.filter(({ key }) => !isAbsent(report, key));
  return [
    `标题：${title}`,
    ...(addressee === undefined ? [] : [`主送机关：${addressee}`]),
    ...sections.map(({ key, heading }) => report.headings?.[key] ?? heading),
    ...(signoff === undefined ? [] : signersOf(report).map((name) => `落款：${name}`)),
    ...(signoff === undefined || !isDated ? [] : [`日期：${printedDay(signoff.date)}`]),
  ];
}
