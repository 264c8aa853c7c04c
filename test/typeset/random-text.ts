import { fc } from '../fast-check.js';

const han = fc.stringMatching(
  /^[公开政府信息年度报告依法受理申请办结机关条例规定工作要点网站平台建设监督保障情况]{1,9}$/,
);
const unit = fc.constantFrom('条', '件', '%', '年', '万元', '人次', '次', '个', '平方米', '‰', '亿元', '个百分点');
const figure = fc
  .tuple(fc.constantFrom('', '-', '+'), fc.nat({ max: 99999 }), fc.option(fc.stringMatching(/^\d{1,4}$/)), unit)
  .map(([sign, whole, fraction, unit]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${unit}`);
const address = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,9}$/), { minLength: 1, maxLength: 5 })
  .map((parts) => `https://www.example.gov.cn/${parts.join('/')}.html`);
const stop = fc.constantFrom('，', '、', '；', '：', '。', '！', '？');

const between = (open: string, close: string, inner: fc.Arbitrary<string>) =>
  inner.map((text) => `${open}${text}${close}`);

/** Figures and Latin words stand apart: side by side they would be one long word. */
const afterHan = (inner: fc.Arbitrary<string>) => fc.tuple(han, inner).map((parts) => parts.join(''));

/** A few words, with figures, quotations, titles and brackets among them. */
const phrase = fc.oneof(
  { weight: 6, arbitrary: han },
  { weight: 2, arbitrary: afterHan(figure) },
  between('“', '”', han),
  between('‘', '’', han),
  between('（', '）', fc.oneof(han, figure)),
  between('《', '》', han),
  between('《关于〈', '〉的通知》', han),
  between('“', '。”', han),
  between('——', '——', han),
  han.map((text) => `${text}……`),
  afterHan(fc.constantFrom('12345', 'GB/T', 'A', '5G', 'App')),
);

const clause = (part: fc.Arbitrary<string>) =>
  fc.tuple(fc.array(part, { minLength: 1, maxLength: 5 }), stop).map(([parts, mark]) => parts.join('') + mark);
const text = (part: fc.Arbitrary<string>) =>
  fc.array(clause(part), { minLength: 1, maxLength: 12 }).map((clauses) => `${clauses.join('')}公开。`);

/** Running text as reports have it. */
export const prose = text(phrase);

/** The same with web addresses, which no line may hold whole. */
export const proseWithAddresses = text(fc.oneof({ weight: 5, arbitrary: phrase }, { weight: 1, arbitrary: address }));

/** Nothing but Chinese characters and stops: every gap may stretch, and nearly every place is a break. */
export const plainProse = text(han);

/** From a little over half a page down to a narrow column. */
export const widths = fc.constantFrom(16, 20, 24, 28, 27.6, 33.3);
