import { chance } from './made-reports.mjs';

/**
 * A county that is made up: eighty agencies that report for five years, in both editions, each report right in itself and beside the year
 * before, each text in words of its own. The same every time.
 */

export const COUNTY = '青河县';
export const YEARS = [2019, 2020, 2021, 2022, 2023];

const OFFICES =
  '发展和改革局 教育局 科学技术局 公安局 民政局 司法局 财政局 自然资源局 交通运输局 水务局 农业农村局 商务局 卫生健康局 应急管理局 审计局 统计局 医疗保障局 信访局 林业局 市场监督管理局 文化和旅游局 生态环境局 退役军人事务局 人力资源和社会保障局 住房和城乡建设局 工业和信息化局 综合行政执法局 行政审批服务局 乡村振兴局 机关事务管理局 地方金融监督管理局 粮食和物资储备局 体育局 档案局 气象局 消防救援大队 供销合作社联合社 残疾人联合会 投资促进局 大数据管理局'.split(
    ' ',
  );
const TOWNS =
  '白石 双桥 柳河 石门 金沙 新丰 长岭 大坪 龙泉 清水 平安 永兴 太和 高桥 红岩 桃源 南坝 北渡 东流 西岭 马场 牛角 三岔 五里 七星 八角 九龙 十里 黄荆 青木 竹林 松坪 梅溪 兰花 菊坪 茶园 枫香 桂花 银杏 樟树'.split(
    ' ',
  );

/** The agencies: forty offices of the county and forty towns. */
export const AGENCIES = [
  ...OFFICES.map((name) => `${COUNTY}${name}`),
  ...TOWNS.map((name) => `${COUNTY}${name}镇人民政府`),
];

/** What a text speaks of: some words for each kind of clause, of which each report takes its own. */
const MATTERS =
  '财政资金分配 招生入学 救助标准 征地补偿 水库除险 道路养护 农机补贴 养老服务 医保结算 劳动用工 消防检查 环境监测 林地管护 执法结果 项目审批 惠民政策 村务管理 防汛物资 创业扶持 公共文化'.split(
    ' ',
  );
const PLACES =
  '政务服务大厅 乡镇便民中心 村级公示栏 县图书馆 门户网站专栏 公众号菜单 社区活动室 农贸市场 企业园区 中小学校 车站候车厅 乡村大舞台 信访接待室 档案查阅点 广播站 电子显示屏'.split(
    ' ',
  );
const PEOPLE =
  '办事群众 返乡青年 个体工商户 老年居民 种养大户 学生家长 货车司机 外来务工人员 退役军人 合作社社员 村民代表 小微企业主 残疾人家庭 网约车司机 沿街商户 库区移民'.split(
    ' ',
  );
const FAULTS =
  '更新的间隔偏长 说明用语过于专业 查找入口层级太深 图表数量偏少 与实际办事环节脱节 各科室口径不尽一致 历史数据没有补齐 解读文章篇幅冗长 留言回复不够具体 线下张贴不够及时 目录编排较为零散 附件下载不够顺畅 对照条文不够明确 办理时限没有标明 联系方式变更后没有同步 适用范围交代不清'.split(
    ' ',
  );
const STEPS =
  '逐项核对目录并补录缺漏条目 编印一页纸问答送到村组 请业务骨干录制讲解短片 每周抽查一次栏目链接 把办理时限写进标题 同窗口人员一起改写说明 按季度邀请代表试用 指定专人跟踪留言答复 把常用表格放到首页 建立变更信息登记簿 与上级系统比对数据 开展一次全员练兵 为老年人准备大字版本 设立流动查阅点 公布各科室值守电话 将抽查结果在例会上讲评'.split(
    ' ',
  );
const RESULTS =
  '力争让人一看就懂 使查阅更省时间 减少重复咨询 让留言件件有着落 把差错消除在发布之前 让偏远村组同样方便 使新老政策衔接清楚 让办事不再多跑 使数据经得起核对 让解读贴近生活 使责任落到岗位 让监督有据可依'.split(
    ' ',
  );
const HABITS =
  '实行起草与公开属性同步审定 由办公室逐件登记并编号 每月初集中清理失效文件 发布前由两人分别校对 对涉及个人信息的内容先作遮盖 把移交档案与公开目录逐条对照 请法律顾问参与疑难事项研究 用台账记录每条信息的来源 按文号建立电子卷宗 将公开意见写入发文稿纸 对拟稿科室逐月反馈差错 把保密审查表随文归档'.split(
    ' ',
  );
const TENDING =
  '调整了网站栏目的排列次序 给公众号增设了查询按钮 把公示栏移到进门显眼处 为查阅点添置了自助终端 合并了内容重复的频道 开通了语音播报 更换了陈旧的展板 补上了失效的链接 为栏目写了简短的导语 增加了方言讲解的音频 把热点问答集中到一页 让检索结果按时间排列'.split(
    ' ',
  );
const WATCHING =
  '请纪检人员旁听答复研究 把公开情况列入科室月度讲评 组织新进人员跟班学习 由分管领导抽看答复文稿 走访听取办事人的看法 对照年初计划逐条销号 开展案例研讨 向服务对象发放问卷 与兄弟单位交换检查 把网民评价转给有关科室 安排模拟申请来检验流程 对超过时限的情形及时提醒'.split(
    ' ',
  );

/** @param {number} sum @param {() => number} next */
function parted(sum, next) {
  const business = sum > 3 ? Math.floor(next() * 3) : 0;
  const other = sum > 5 ? Math.floor(next() * 2) : 0;
  return [sum - business - other, business, 0, 0, 0, other];
}

/** A row of the third table. @param {readonly number[]} counts */
const row = ([naturalPerson, business, research, charity, legalService, other]) => ({
  naturalPerson,
  organization: { business, research, charity, legalService, other },
  total: naturalPerson + business + research + charity + legalService + other,
});

const add = (/** @type {readonly number[][]} */ ...rows) =>
  rows[0].map((_, i) => rows.reduce((sum, one) => sum + one[i], 0));
const NONE = [0, 0, 0, 0, 0, 0];

const DENIED =
  'stateSecret forbiddenByLaw securityAndStability thirdParty internalAffairs processInformation enforcementFile administrativeInquiry'.split(
    ' ',
  );
const UNAVAILABLE = 'notHeld needsCreation stillUnclear'.split(' ');
const UNPROCESSED = 'petition repeated publication excessive reconfirmation'.split(' ');
const OTHERWISE = 'notCorrected feeUnpaid other'.split(' ');

const group = (/** @type {readonly string[]} */ keys, /** @type {{ [key: string]: number[] }} */ some) =>
  Object.fromEntries(keys.map((key) => [key, row(some[key] ?? NONE)]));

/** The third table, given what was carried over; and what is carried forward. */
function requestsOf(edition, over, next) {
  const upTo = (/** @type {number} */ n) => Math.floor(next() * n);
  const received = parted(8 + upTo(30), next);
  const all = add(received, over);
  const forward = [Math.min(all[0], upTo(3)), ...NONE.slice(1)];
  const done = all.map((count, i) => count - forward[i]);
  // What is not decided otherwise was granted.
  const take = (/** @type {number} */ most) => {
    const count = Math.min(done[0], upTo(most));
    done[0] -= count;
    return [count, ...NONE.slice(1)];
  };
  const [partial, affairs, notHeld, repeated, other] = [take(3), take(2), take(4), take(2), take(2)];
  const granted = [...done];
  const total = add(granted, partial, affairs, notHeld, repeated, other);
  return {
    forward,
    requests: {
      received: row(received),
      carriedOver: row(over),
      disposition: {
        granted: row(granted),
        partial: row(partial),
        denied: group(DENIED, { internalAffairs: affairs }),
        unavailable: group(UNAVAILABLE, { notHeld }),
        notProcessed: group(UNPROCESSED, { repeated }),
        otherwise: edition === '2019' ? row(other) : group(OTHERWISE, { other }),
        total: row(total),
      },
      carriedForward: row(forward),
    },
  };
}

function reviewOf(next) {
  const outcome = () => {
    const [upheld, corrected] = [Math.floor(next() * 3), Math.floor(next() * 2)];
    return { upheld, corrected, other: 0, pending: 0, total: upheld + corrected };
  };
  return { reconsideration: outcome(), litigation: { direct: outcome(), afterReconsideration: outcome() } };
}

/** What goes on from year to year. */
function begun(next) {
  const upTo = (/** @type {number} */ n) => Math.floor(next() * n);
  return {
    over: [upTo(3), ...NONE.slice(1)],
    inForce: 5 + upTo(30),
    licensing: 40 + upTo(400),
    penalties: 20 + upTo(200),
    coercion: 5 + upTo(10),
    items: {
      licensing: 20 + upTo(30),
      otherServices: 10 + upTo(20),
      penalties: 30 + upTo(60),
      coercion: 3 + upTo(6),
      fees: 1 + upTo(4),
    },
  };
}

/** About the same as last year's. */
const near = (/** @type {number} */ figure, /** @type {() => number} */ next) =>
  Math.max(1, Math.round(figure * (0.85 + 0.3 * next())));

function disclosure2019(state, next) {
  const changed = (/** @type {string} */ key) => {
    const previousItems = state.items[key];
    const change = Math.floor(next() * 5) - 2;
    state.items[key] = Math.max(0, previousItems + change);
    return { previousItems, change: state.items[key] - previousItems };
  };
  const documents = (/** @type {number} */ most) => {
    const made = Math.floor(next() * most);
    return { made, disclosed: made, disclosedTotal: state.inForce + made };
  };
  return {
    rules: { made: 0, disclosed: 0, disclosedTotal: 0 },
    normativeDocuments: documents(4),
    licensing: { ...changed('licensing'), decisions: state.licensing },
    otherServices: { ...changed('otherServices'), decisions: 3 + Math.floor(next() * 9) },
    penalties: { ...changed('penalties'), decisions: state.penalties },
    coercion: { ...changed('coercion'), decisions: state.coercion },
    fees: changed('fees'),
    procurement: { items: 1 + Math.floor(next() * 9), amount: { value: (10 + next() * 300).toFixed(2), unit: '万元' } },
  };
}

function disclosure2021(state, next) {
  const [issued, repealed] = [Math.floor(next() * 5), Math.floor(next() * 3)];
  state.inForce += issued - repealed;
  return {
    rules: { issued: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { issued, repealed, inForce: state.inForce },
    licensing: { decisions: state.licensing },
    penalties: { decisions: state.penalties },
    coercion: { decisions: state.coercion },
    fees: { amount: (next() * 90).toFixed(2) },
  };
}

/** Takes words that no other report of the county has together. @param {() => number} next */
function writer(next) {
  const oneOf = (/** @type {readonly string[]} */ list) => list[Math.floor(next() * list.length)];
  const two = (/** @type {readonly string[]} */ list) => {
    const first = oneOf(list);
    const rest = list.filter((one) => one !== first);
    return [first, oneOf(rest)];
  };
  return { oneOf, two };
}

function overviewOf({ requests }, next) {
  const { oneOf, two } = writer(next);
  const figure = (/** @type {number} */ most) => 3 + Math.floor(next() * most);
  const { received, carriedOver, disposition, carriedForward } = requests;
  const [one, other] = two(MATTERS);
  const [habit, second] = two(HABITS);
  const [tended, again] = two(TENDING);
  const [watched, also] = two(WATCHING);
  return [
    `（一）主动公开。围绕${one}、${other}等${oneOf(PEOPLE)}关心的事项，在${oneOf(PLACES)}和${oneOf(PLACES)}发布信息${figure(300)}条，${oneOf(STEPS)}。`,
    `（二）依申请公开。本年度新收政府信息公开申请${received.total}件，上年结转${carriedOver.total}件，办结${disposition.total.total}件，结转下年度继续办理${carriedForward.total}件。申请人多为${oneOf(PEOPLE)}，内容集中在${oneOf(MATTERS)}方面。`,
    `（三）政府信息管理。${habit}，${second}，${oneOf(RESULTS)}。`,
    `（四）政府信息公开平台建设。${tended}，并且${again}，方便${oneOf(PEOPLE)}查阅${oneOf(MATTERS)}方面的信息。`,
    `（五）监督保障。${watched}，还${also}，${oneOf(RESULTS)}。`,
  ];
}

function problemsOf(next) {
  const { oneOf, two } = writer(next);
  const [first, second] = two(FAULTS);
  const [step, other] = two(STEPS);
  return [
    `存在的主要问题：一是${oneOf(MATTERS)}信息在${oneOf(PLACES)}${first}，${oneOf(PEOPLE)}感到不便；二是面向${oneOf(PEOPLE)}的${oneOf(MATTERS)}内容${second}。`,
    `改进情况：针对${oneOf(MATTERS)}，${step}，${oneOf(RESULTS)}；针对${oneOf(PEOPLE)}的意见，${other}，${oneOf(RESULTS)}。`,
  ];
}

/** The reports of an agency, year by year. @param {number} number of the agency */
export function seriesOf(number) {
  const next = chance(number * 104729 + 17);
  const state = begun(next);
  return YEARS.map((year) => {
    const edition = year < 2021 ? '2019' : '2021';
    for (const key of ['licensing', 'penalties', 'coercion']) state[key] = near(state[key], next);
    const disclosure = edition === '2019' ? disclosure2019(state, next) : disclosure2021(state, next);
    const { forward, requests } = requestsOf(edition, state.over, next);
    state.over = forward;
    const agency = AGENCIES[number];
    const town = number >= OFFICES.length;
    const day = 5 + Math.floor(next() * 24);
    return {
      edition,
      year,
      agency: {
        name: agency,
        shortName: town ? '我镇' : '本机关',
        address: `${COUNTY}为民路${10 + number}号`,
        postcode: '400000',
        telephone: `023-${60000000 + number}`,
      },
      narrative: {
        preamble: `本报告由${agency}根据《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限为${year}年1月1日至${year}年12月31日。联系地址：${COUNTY}为民路${10 + number}号；邮编：400000；电话：023-${60000000 + number}。`,
        overview: overviewOf({ requests }, next),
        problems: problemsOf(next),
        other: ['本年度没有收取信息处理费，没有其他需要报告的事项。'],
      },
      disclosure,
      requests,
      review: reviewOf(next),
      signoff: { date: `${year + 1}-01-${String(day).padStart(2, '0')}` },
    };
  });
}
