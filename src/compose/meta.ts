import type { Meta } from '../model/document.js';
import type { AnyReport } from '../report/report.js';

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
    date: report.signoff?.date,
  };
}
