/**
 * Reports made by chance, the same ones every time: right figures, any names, texts of any length, with all that makes lines
 * hard to break. Written from the form itself, not from our table definitions.
 */

/** Mulberry32: numbers from 0 to 1 in a fixed order. @param {number} seed */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  '政府信息 公开 工作 依法 申请 答复 主动 规范 群众 制度 监督 保障 平台 建设 机关 条例 办公室 行政 复议 诉讼 改进 措施 培训 业务 及时 准确 全面 解读 政策 会议 部门 落实 要求 加强 管理 服务 意见 建议 按照 通知 统计 数据 期限 办理 结果 渠道 网站 微博 微信 公众号 答复率 满意度 和 的 在 了 对 于 为 等 与 并'.split(
    ' ',
  );
const NAMES = '银川 宿迁 淮安 示例 青河 塔什库尔干塔吉克 双柏 和田 临沧 黔东南苗族侗族'.split(' ');
const BODIES =
  '市人民政府 县市政管理局 区卫生健康委员会 自治县特色农牧业与清洁能源综合示范区管理委员会 局 州生态环境局'.split(' ');
const UNITS =
  '条 件 个 次 人 项 份 家 场 期 万元 人次 篇 名 天 年 月 日 % ‰ 亿元 万平方米 吨 亩 公顷 平方公里 千米 辆 所 岁 层 余万元 多个 个工作日 个百分点 ％ ℃ ㎡'.split(
    ' ',
  );

/** @param {number} seed */
export function madeReport(seed) {
  const next = chance(seed * 7919 + 1);
  const upTo = (/** @type {number} */ n) => Math.floor(next() * n);
  const oneOf = (/** @type {readonly any[]} */ list) => list[upTo(list.length)];
  const many = (/** @type {number} */ n, /** @type {() => string} */ make) => Array.from({ length: n }, make).join('');

  const number = () =>
    oneOf([String(upTo(10)), String(upTo(1000)), String(upTo(1e7)), (next() * 1000).toFixed(1 + upTo(4))]);
  const words = () => many(1 + upTo(5), () => oneOf(WORDS));
  const piece = () =>
    oneOf([
      words,
      words,
      words,
      () => `${words()}${number()}${oneOf(UNITS)}`,
      () => `《${words()}》`,
      () => `《关于印发〈${words()}〉的通知》`,
      () => `“${words()}”`,
      () => `“${words()}、‘${words()}’”`,
      () => `（${words()}）`,
      () => `${words()}〔${2015 + upTo(10)}〕${1 + upTo(99)}号`,
      () => `——${words()}`,
      () => `${words()}……`,
      () =>
        `https://www.example.gov.cn/${many(1 + upTo(6), () => oneOf(['zwgk/', 'a1b2-', 'x_y/', 'index.html?id=', '20250101&']))}1`,
      () => `${oneOf(['zfxxgk', 'a.b-c'])}@${oneOf(['example', 'mail.shifan'])}.gov.cn`,
      () => `0${900 + upTo(99)}-${1e6 + upTo(8e6)}`,
      () => `${2019 + upTo(6)}年${1 + upTo(12)}月${1 + upTo(28)}日`,
      () =>
        `${words()}${oneOf(['10%～20%', '3～5', '9:00—17:00', '≥95%', '2024-2025', '1：2', '12/15', '￥100', '第12条'])}${words()}`,
      () => `${words()}${oneOf(['～', '－', '／', '・', '‐', '丙［', '｛'])}${words()}`,
      () => oneOf(['APP', 'Wi-Fi', 'PDF 文件', '5G网络', 'A座18层', 'COVID-19']),
      () => number(),
    ])();
  const sentence = () =>
    `${words()}${many(upTo(12), () => piece() + oneOf(['，', '', '、', '；', '：', '']))}${words()}${oneOf(['。', '。', '！'])}`;
  const paragraph = () => many(1 + upTo(6), sentence);
  const numeral = (/** @type {number} */ i) => '一二三四五六七八九'[i];
  const part = (/** @type {unknown} */ _, /** @type {number} */ i) =>
    oneOf([
      paragraph,
      () => `（${numeral(i)}）${words()}。${paragraph()}`,
      () => `（${numeral(i)}）${words()}\n${paragraph()}`,
    ])();
  const text = () =>
    Array.from({ length: 1 + upTo(5) }, part)
      .join('\n')
      .split('\n');

  const figure = () => (next() < 0.6 ? 0 : oneOf([upTo(10), upTo(1000), upTo(100000)]));
  const edition = oneOf(['2019', '2021', '2021']);
  const year = edition === '2019' ? 2019 + upTo(2) : 2021 + upTo(5);
  const name = `${oneOf(NAMES)}${oneOf(BODIES)}`;
  const table = () => ({
    caption: `表${1 + upTo(9)}　${words()}`,
    stubhead: '序号',
    columns: [words().slice(0, 8), { label: words().slice(0, 6), columns: ['上半年', '下半年'] }],
    rows: Array.from({ length: 1 + upTo(50) }, (_, i) =>
      next() < 0.1
        ? {
            label: `第${i}组`,
            rows: Array.from({ length: 2 + upTo(6) }, (_, k) => ({
              label: `${k + 1}`,
              values: [words(), upTo(99), '0.5'],
            })),
          }
        : { label: String(i + 1), values: [words(), upTo(1e6), `${upTo(100)}%`] },
    ),
  });
  return {
    edition,
    year,
    agency: {
      name,
      shortName: '我局',
      address: `${words()}路${upTo(999)}号`,
      postcode: '100000',
      telephone: '010-00000000',
    },
    ...(next() < 0.3 && { title: `${name}${words()}${year}年政府信息公开工作年度报告` }),
    narrative: {
      preamble: text(),
      overview: text(),
      problems: text(),
      other: [...text(), '本机关本年度未收取信息处理费。'],
    },
    disclosure: edition === '2019' ? disclosure2019(figure, next) : disclosure2021(figure, next),
    requests: requests(edition, figure),
    review: review(figure),
    ...(next() < 0.4 && { tables: { [oneOf(['overview', 'other', 'requests'])]: [table()] } }),
    ...(next() < 0.6 && { signoff: { date: `${year + 1}-01-${String(1 + upTo(30)).padStart(2, '0')}` } }),
  };
}

const amount = (/** @type {() => number} */ next) =>
  (next() * 10 ** Math.floor(next() * 6)).toFixed(Math.floor(next() * 7));

function disclosure2019(/** @type {() => number} */ figure, /** @type {() => number} */ next) {
  const documents = () => ({ made: figure(), disclosed: figure(), disclosedTotal: figure() });
  const change = () => ({ previousItems: figure(), change: Math.round(next() * 40) - 20 });
  const decided = () => ({ ...change(), decisions: figure() });
  return {
    rules: documents(),
    normativeDocuments: documents(),
    licensing: decided(),
    otherServices: decided(),
    penalties: decided(),
    coercion: decided(),
    fees: change(),
    procurement: { items: figure(), amount: next() < 0.5 ? amount(next) : { value: amount(next), unit: '万元' } },
  };
}

function disclosure2021(/** @type {() => number} */ figure, /** @type {() => number} */ next) {
  const documents = () => ({ issued: figure(), repealed: figure(), inForce: figure() });
  const decided = () => ({ decisions: figure() });
  return {
    rules: documents(),
    normativeDocuments: documents(),
    licensing: decided(),
    penalties: decided(),
    coercion: decided(),
    fees: { amount: amount(next) },
  };
}

const APPLICANTS = ['naturalPerson', 'business', 'research', 'charity', 'legalService', 'other'];

/** A row: the counts of the six kinds of applicants, with their total. @param {readonly number[]} counts */
function row(counts) {
  const [naturalPerson, business, research, charity, legalService, other] = counts;
  const total = counts.reduce((a, b) => a + b, 0);
  return { naturalPerson, organization: { business, research, charity, legalService, other }, total };
}

function requests(/** @type {string} */ edition, /** @type {() => number} */ figure) {
  const sums = APPLICANTS.map(() => 0);
  const result = () => {
    const counts = APPLICANTS.map(figure);
    for (const [i, count] of counts.entries()) sums[i] += count;
    return row(counts);
  };
  const group = (/** @type {string} */ keys) => Object.fromEntries(keys.split(' ').map((key) => [key, result()]));
  const results = {
    granted: result(),
    partial: result(),
    denied: group(
      'stateSecret forbiddenByLaw securityAndStability thirdParty internalAffairs processInformation enforcementFile administrativeInquiry',
    ),
    unavailable: group('notHeld needsCreation stillUnclear'),
    notProcessed: group('petition repeated publication excessive reconfirmation'),
    otherwise: edition === '2019' ? result() : group('notCorrected feeUnpaid other'),
  };
  const forward = APPLICANTS.map(figure);
  const all = sums.map((sum, i) => sum + forward[i]);
  const over = all.map((sum) => Math.floor(sum / 3));
  return {
    received: row(all.map((sum, i) => sum - over[i])),
    carriedOver: row(over),
    disposition: { ...results, total: row(sums) },
    carriedForward: row(forward),
  };
}

function review(/** @type {() => number} */ figure) {
  const outcome = () => {
    const [upheld, corrected, other, pending] = [figure(), figure(), figure(), figure()];
    return { upheld, corrected, other, pending, total: upheld + corrected + other + pending };
  };
  return { reconsideration: outcome(), litigation: { direct: outcome(), afterReconsideration: outcome() } };
}
