import { byCause, type Said } from './code-entry.js';
import type { InPassage, PassageFacts, SaidToHave } from './passage-facts.js';

type Sayings = { readonly [C in keyof PassageFacts]: (facts: PassageFacts[C] & InPassage) => Said };

const year = (message: string, hint?: string) => (facts: { readonly wanted: string }) => ({
  message,
  expected: facts.wanted,
  ...(hint !== undefined && { hint }),
});

const slip =
  (messageOf: (words: string) => string) => (facts: { readonly given: string; readonly remedy: string }) => ({
    message: messageOf(facts.given),
    hint: facts.remedy,
  });

const toBind = (binding: string | undefined, why: (binding: string) => string) =>
  binding === undefined ? {} : { hint: why(binding) };

const members = ({ said, count, wanted }: SaidToHave) => ({
  message: `说的是${said}项，列出的是 ${count} 项`,
  expected: wanted,
});

const ENDED = '段末有句号';

/** What is said of words in texts. */
const WORDS: Sayings = {
  'text/figure': byCause<PassageFacts['text/figure']>({
    count: ({ name, given, data, binding }) => ({
      message: `文字里${name}是 ${given}，表格里是 ${data}`,
      expected: String(data),
      ...toBind(binding, (bound) => `核对后改写成 ${bound}，文字和表格就不会不一致`),
    }),
    amount: ({ name, given, wanted }) => ({
      message: `文字里${name}是 ${given}，表格里是 ${wanted}`,
      expected: wanted,
    }),
  }),
  'text/unbound': ({ name, given, binding }) => ({
    message: `${name} ${given}是手写的`,
    ...toBind(binding, (bound) => `改写成 ${bound}，数字改动时文字随之改动`),
  }),
  'text/claim': byCause<PassageFacts['text/claim']>({
    denied: ({ all }) => ({
      message: `文字里说没有，表格里有${all.map(({ name, data }) => `${name} ${data} 件`).join('、')}`,
      expected: all.map(({ data }) => data).join('、'),
    }),
    exaggerated: ({ name, cell, data }) => ({
      message: `文字里说全部如此，表格里${name}${cell === '' ? '' : `（${cell}）`}有 ${data} 件`,
      expected: '0',
    }),
    reason: ({ name, data }) => ({
      message: `文字里说全部如此，表格里${name}有 ${data} 件`,
      expected: String(data),
    }),
    outcome: ({ name }) => ({ message: `文字里说${name}，表格里是 0 件`, expected: '与表格一致' }),
  }),
  'text/parts': byCause<PassageFacts['text/parts']>({
    sum: ({ unit, left, right }) => ({
      message: `分项之和是 ${left}${unit}，总数写的是 ${right}${unit}`,
      expected: left,
    }),
    product: ({ each, unit, product, total }) => ({
      message: `按每${each}的数量算是 ${product}${unit}，总数写的是 ${total}${unit}`,
      expected: String(product),
    }),
    members,
  }),
  'text/twice': ({ before, now, unit }) => ({
    message: `前面写的是 ${before}${unit}，这里是 ${now}${unit}`,
    expected: String(before),
  }),
  'text/share': ({ given, wanted }) => ({
    message: `写的是 ${given}，按有关的数字算应为 ${wanted}`,
    expected: wanted,
  }),
  'text/change': byCause<PassageFacts['text/change']>({
    difference: ({ now, before, wanted }) => ({
      message: `与上年的数字不符：本年 ${now}，上年 ${before}`,
      expected: wanted,
    }),
    former: ({ given, data }) => ({
      message: `写的是上年 ${given}，上年的报告里是 ${data}`,
      expected: String(data),
    }),
  }),
  'text/repeated': ({ name, percent, limit, isWhole, passages }) => ({
    message: isWhole ? `${name}与上年几乎相同` : `${name}有 ${percent}% 与上年相同`,
    found: [
      `与上年相同的占 ${percent}%，如`,
      ...passages.map(({ paragraph, text }) => `第 ${paragraph} 段：${text}`),
    ].join('\n'),
    expected: `与上年相同的低于 ${limit}%`,
  }),
  'text/wrong-year': byCause<PassageFacts['text/wrong-year']>({
    'left-over': year('像是上一年度留下的年份'),
    later: year('写的是报告年度以后的年份'),
    plan: year('要做的事写的还是报告年度', '多半是照抄上年的；改为下一年度'),
    next: year('下一年度的年份不对'),
    'carried-to': year('结转到的不是下一年度'),
    'carried-from': year('结转自的不是上一年度'),
    end: year('截止的年份不是报告年度'),
    period: year('统计期限与报告年度不符'),
    report: year('报告的年度不对'),
  }),
  'text/half-width': ({ all, count, isFixable }) => ({
    message: `中文里用了半角标点 ${all.join(' ')}${count > 1 ? `，共 ${count} 处` : ''}`,
    ...(isFixable ? {} : { hint: '改为全角标点；配对不全或上下文不定的，要逐处核对' }),
  }),
  'text/debris': ({ given, isTitle }) => ({
    message: `文字里有 ${given}`,
    ...(isTitle && { hint: '书名号里的书名号写作〈〉；nianbao check --fix 可以代为改正' }),
  }),
  'text/unbalanced': ({ given }) => ({ message: `“${given}”没有配对` }),
  'text/enumerator': byCause<PassageFacts['text/enumerator']>({
    order: ({ given, wanted }) => ({ message: `“${given}”的序号不连续`, expected: wanted }),
    'section-number': ({ given }) => ({
      message: `“${given}、”是各部分标题的序号，用在了一个部分里面`,
      expected: `（${given}）`,
    }),
    members,
  }),
  'text/doubled': byCause<PassageFacts['text/doubled']>({
    words: ({ given, wanted }) => ({ message: `“${given}”写了两遍`, expected: wanted }),
    clause: ({ given }) => ({ message: `“${given}”写了两遍`, expected: '只写一遍' }),
    marks: ({ given }) => ({ message: `标点重复：${given}`, expected: '一个标点' }),
    sentence: () => ({ message: '这一句前面已经写过', expected: '只写一遍' }),
  }),
  'text/unit': byCause<PassageFacts['text/unit']>({
    'wrong-unit': slip((words) => `“${words}”的单位不对`),
    'without-unit': slip((words) => `“${words}”后面缺了单位`),
    'without-number': slip((words) => `“${words}”里缺了数字`),
    'number-before': slip((words) => `“${words}”前面缺了数字`),
    empty: slip((words) => `“${words}”后面没有内容`),
    'exact-and-more': slip((words) => `“${words}”既是确数，又说有余`),
  }),
  'text/no-stop': byCause<PassageFacts['text/no-stop']>({
    unfinished: ({ given }) => ({
      message: `这一段以“${given}”结束，像是没有写完`,
      expected: ENDED,
      hint: '补上没有写完的话，或把末尾的标点改为句号',
    }),
    semicolon: () => ({ message: '最后一段以分号结束', expected: ENDED }),
    'without-stop': () => ({ message: '这一段末尾没有句号', expected: ENDED }),
  }),
  'text/stray-space': ({ count }) => ({
    message: `汉字之间有空格${count > 1 ? `，共 ${count} 处` : ''}`,
    expected: '汉字之间没有空格',
  }),
  'text/too-short': ({ name, least }) => ({
    message: `${name}几乎没有内容`,
    expected: `至少 ${least} 字的具体内容`,
  }),
  'fees/amount': ({ name, given, step }) => ({
    message: `${name} ${given}不是 ${step} 元的整倍数`,
    expected: `${step} 元的整倍数`,
  }),
  'fees/unstated': ({ name, isVague }) => ({
    message: isVague ? `没有写明${name}收了多少` : `引了收费的规定，没有写明${name}收了多少`,
    expected: '收取的件数和金额，没有收取的写明没有',
  }),
  'period/mismatch': ({ year: of }) => ({
    message: '统计期限与报告年度不符',
    expected: `${of}年1月1日至${of}年12月31日`,
  }),
};

const quoted = ({ paragraph, text }: InPassage): Said => ({ found: `第 ${paragraph} 段：${text}` });

/** What is said of words in texts, which are quoted. */
export const PASSAGE_WORDS = Object.fromEntries(
  Object.entries(WORDS).map(([code, say]) => [
    code,
    (facts: InPassage) => ({ ...quoted(facts), ...(say as (facts: InPassage) => Said)(facts) }),
  ]),
) as unknown as Sayings;
