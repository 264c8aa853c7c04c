import { composeReport, parseReport, type Read, read } from '../../src/index.js';
import { htmlOf } from '../readers/other-sources.mjs';

/** A small report whose figures are all different from their neighbours. */
export const small = parseReport({
  edition: '2021',
  year: 2024,
  agency: { name: '示例县交通运输局' },
  narrative: {
    preamble: '本报告由示例县交通运输局编制，数据的统计期限为2024年1月1日至2024年12月31日。',
    overview: ['（一）主动公开。及时更新各栏目。', '（二）依申请公开。办理及时。'],
    problems: '公开的及时性有待提高，将加强检查。',
    other: '本年度未收取信息处理费。',
  },
  disclosure: {
    rules: { issued: 1, repealed: 2, inForce: 3 },
    normativeDocuments: { issued: 4, repealed: 5, inForce: 22 },
    licensing: { decisions: 1234 },
    penalties: { decisions: 567 },
    coercion: { decisions: 8 },
    fees: { amount: '12.50' },
  },
  requests: {
    fill: 0,
    totals: 'compute',
    received: { naturalPerson: 11, organization: { business: 3, other: 1 } },
    disposition: {
      granted: { naturalPerson: 6, organization: { business: 3 } },
      otherwise: { other: { naturalPerson: 5, organization: { other: 1 } } },
    },
  },
  review: {
    fill: 0,
    totals: 'compute',
    reconsideration: { upheld: 2, corrected: 1 },
    litigation: { direct: { pending: 4 } },
  },
  signoff: { date: '2025-01-20' },
});

/** It as a bare page. */
export const page: string = htmlOf(composeReport(small), {});

/** Reads a page. */
export const readPage = (html: string): Promise<Read> => read(html, { name: '年报.html' });

/** The page with one text in place of another, which must be there. */
export function changed(from: string | RegExp, to: string, html = page): string {
  const other = html.replace(from, to);
  if (other === html) throw new Error(`${from} is not on the page`);
  return other;
}
