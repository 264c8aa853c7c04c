import type { Meta } from '../model/document.js';
import type { AnyReport } from '../report/report.js';

/** The date of a report: of its sign-off, or the last day of its year. */
export const dateOf = ({ signoff, year }: AnyReport): string => signoff?.date ?? `${year}-12-31`;

/** What a file made from a report says about itself. */
export function metaOf(
  report: AnyReport,
  { title, subject, keywords, column }: Pick<Meta, 'title' | 'subject' | 'keywords' | 'column'>,
): Meta {
  return {
    title,
    author: report.agency.name,
    subject,
    keywords,
    ...(column !== undefined && { column }),
    language: 'zh-CN',
    date: dateOf(report),
  };
}
