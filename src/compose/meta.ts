import type { Meta } from '../model/document.js';
import type { AnyReport } from '../report/report.js';

/** What a file made from a report says about itself. */
export function metaOf(
  { agency, year, signoff }: AnyReport,
  { title, subject, keywords }: Pick<Meta, 'title' | 'subject' | 'keywords'>,
): Meta {
  return {
    title,
    author: agency.name,
    subject,
    keywords,
    language: 'zh-CN',
    date: signoff?.date ?? `${year}-12-31`,
  };
}
