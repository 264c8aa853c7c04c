/**
 * Words that are typed twice by mistake, and the words that are right although they look so. Found in print; the list is one of real slips, not
 * of all that can be doubled: 天天, 常常, 一一 and 研究研究 are Chinese.
 */

/** A doubled word is a slip unless it is followed, or preceded, by one of these. */
interface Doubling {
  readonly before?: string;
  readonly after?: string;
}

/** 存在在发布环节把关不严的情况: where something is, behind 存在. */
const SOMEWHERE = '[^，。；]{1,12}(?:环节|过程中|工作中|领域|方面)[^，。；的等]{3,20}的?(?:情况|现象|问题|情形)';

/** Single characters that no right wording doubles but where two words meet. */
const CHARACTERS: { readonly [character: string]: Doubling } = {
  的: { before: '(?<![栏项科节数题账名])目|打', after: '确|士|卢|哥' },
  了: { before: '不|明|一|未|终|罢|为|除', after: '之|解|然|却|结' },
  在: {
    before: '潜|实|现|内|自',
    after: `线|建|编|岗|职|校|册|读|售|途|研|办|押|籍|家|场|位|手|任|此|于|即|野|乎|意|外|先|世|逃|网|库|役|学|营|${SOMEWHERE}`,
  },
  和: { before: '共|调|总|饱|温|缓|柔|谐|随|平|联|中|附|人|议|讲|亲|融|祥', after: '美|气|谐|解|平|睦|善|好|顺|煦' },
  对: {
    before: '核|相|绝|反|校|比|应|面|针|派|结|一',
    after: '方|象|口|外|接|应|照|策|比|内|手|话|标|于|待|称|等|立|台|此',
  },
  为: { before: '作|成|认|行|因|转|改|变|视|列|以', after: '民|主|期|人|了|何|止|此|企|群|首|例|准' },
  及: { before: '普|涉|触|波|危|提|论|顾|惠|以|兼|来|企|旁', after: '时|早|格|第|其|至' },
  与: { before: '参|赋|给|授|付|干|相', after: '时|会|其|否|此|众' },
  是: { before: '国', after: '非|否' },
  不: { before: '得|从|无|莫|能|可', after: '懈|断' },
  够: { after: '的' },
  均: { before: '平|人|年|户|日', after: '衡|等|匀|值|价|分|可|势|摊|质|线|方' },
  已: { before: '而' },
  将: { before: '即|必|行|名|大|主', after: '军|领|士|官|帅|来|近|就|信|错|心|计' },
  并: { before: '合|归|兼|吞|一', after: '联|行|网|购|案|入|非|不|轨|列|举|重|存|发|未|无|且' },
  被: { before: '棉|植|覆', after: '告|申|动|征|诉|请|复|撤|执|处|害|选|检|监|评|许|投' },
};

/** What is done, of which things have their names: 审核审核表 is a form that is examined. */
const DEEDS =
  '审核 审查 检查 核查 核实 督查 督促 督导 考核 宣传 指导 协调 沟通 配合 参与 履行 承担 贯彻 执行 遵循 秉持 树立 营造 增强 降低 缩短 简化 办理 处理 解决 反映 满足 维护 明确 细化 深化 拓展 延伸 搭建 打造 构建 整合 汇总 统计 报送 提供 接受 接收 登记 征求 采纳 解答 引导 推广 普及 学习 研究部署 部署 安排 探索 创新 借鉴 总结 分析 研判 排查 整改 纠正 防范 杜绝 避免 减少 扩大 缩小 巩固 转变 改进 改善 提醒 通报 约谈 问责 选派 配备 充实 稳步 稳定 有序 有力 扎实 着力 大力 努力 持续 逐步 定期 适时 准确 高效 便捷 畅通 顺利 明显 显著 基本 普遍 个别 部分地区 仍有 尚有 还有 缺乏 欠缺 滞后 薄弱'.split(
    ' ',
  );
const THING =
  '人|员|者|机|制|办法|结果|情况|小组|组|会|性|度|率|型|化|表|书|册|栏|片|案|部|站|室|局|处|费|期|量|月|周|日|意见|决定|流|时限|渠道|平台|材料|事项|对|内容|标准|程序|方|系统|服务|体系|目录|指|清单|细则|要求|计划|活动|台账|档|报|记录|主体|单位|中心|窗口|电话|贯|资|教|班|力|成|点|问题|工作|信|公|政|数|措|建议|群|企|市|经|的问|难';

/**
 * Words of several characters that are typed twice. Words that begin others (公开公开栏) or end them (政府信息公开公开指南 is a slip,
 * 社会公众公众号 is not) name what may follow; what is left out is doubled by right as often as by mistake.
 */
const WORDS: { readonly [word: string]: Doubling } = {
  ...Object.fromEntries(
    [
      ...[
        '存在',
        '问题',
        '资金',
        '进行',
        '情况',
        '加强',
        '及时',
        '通过',
        '我局',
        '我委',
        '我办',
        '我县',
        '我市',
        '我区',
        '我镇',
      ],
      ...[
        '我们',
        '群众',
        '领域',
        '依法',
        '提高',
        '不断',
        '积极',
        '以及',
        '同时',
        '按照',
        '根据',
        '全面',
        '深入',
        '认真',
      ],
      ...[
        '严格',
        '落实',
        '完善',
        '健全',
        '推进',
        '推动',
        '促进',
        '强化',
        '优化',
        '规范',
        '进一步',
        '组织',
        '开展',
        '坚持',
      ],
      ...[
        '切实',
        '主要',
        '相关',
        '有关',
        '以来',
        '由于',
        '关于',
        '对于',
        '为了',
        '但是',
        '因此',
        '并且',
        '或者',
        '已经',
        '还是',
      ],
      ...[
        '公民',
        '本年',
        '本年度',
        '全年',
        '年度',
        '上年',
        '共计',
        '累计',
        '其中',
        '分别',
        '左右',
        '方面',
        '不够',
        '不足',
        '仍然',
      ],
      ...[
        '需要',
        '能力',
        '水平',
        '意识',
        '效率',
        '力度',
        '质量',
        '措施',
        '举措',
        '方式',
        '渠道',
        '途径',
        '形式',
        '作用',
        '成效',
      ],
      ...[
        '收到',
        '收取',
        '未收',
        '予以',
        '受理',
        '答复',
        '告知',
        '发布',
        '更新',
        '公布',
        '编制',
        '回应',
        '关切',
        '透明',
        '保障',
      ],
      ...[
        '下一步',
        '信息公开',
        '政务公开',
        '政府信息公开',
        '依申请公开',
        '主动公开',
        '工作人员',
        '县政府',
        '市政府',
        '人民政府',
      ],
      ...'认识 继续 加大 加快 充分 拓宽 政务 网站 平台 栏目 材料 任务 方案 机制 体系 乡镇 重视 高度 强调 围绕 聚焦 结合 实现 实施 提升 确保 做好 建立 制定 修订 梳理 回复 开通 设置 利用 依托 拓展 丰富'.split(
        ' ',
      ),
    ].map((word) => [word, {}]),
  ),
  ...Object.fromEntries(DEEDS.map((word) => [word, { after: THING }])),
  工作: { after: '人员|日|者|量|站|室|组|制|会|证|台账' },
  信息: { after: '化|量|源|员|技|系|平|处|管|共|安|报|发' },
  政策: { after: '解|文|咨|性|库|法|宣|措|问|找|落|兑' },
  申请: { after: '人|表|书|材|事|方|公|渠|条' },
  内容: { after: '为|包' },
  规定: { after: '的|动|期|时' },
  管理: { after: '办|人|机|服|部|条|制|体|规|平|系|者|权|工' },
  服务: { after: '中|事|平|大|对|型|窗|指|于|热|企|器|业|类|群' },
  建设: { after: '项|单|工|用|银|者|部|局|厅' },
  制度: { after: '化|性|建|体' },
  责任: { after: '人|制|追|清|书|单|主|感|编|部|科' },
  有效: { after: '期|率|性|投' },
  监督: { after: '管|机|员|电|检|部|者|执' },
  单位: { after: '内|名|面|负|职|人|食|工' },
  培训: { after: '班|会|计|人|内|课|对|教' },
};

const pattern = (word: string, { before, after }: Doubling): string =>
  `${before ? `(?<!${before})` : ''}${word}${word}${after ? `(?!${after})` : ''}`;

/** One character of a common word typed again: 信息息, 进一步步. What may rightly follow is named. */
const TAILS: { readonly [word: string]: string } = {
  信息: '相',
  政府: '',
  群众: '多|筹',
  情况: '且',
  完善: '于|后|意',
  问题: '目|材|库|型|为|写|词|名',
  制度: '过|量|假',
  进一步: '伐|骤|入|行|履|调',
  提高: '效|质|标|水|度|要|频|新|位|于|压|层|危|龄|校|速|端|精',
  加强: '制|化|调|有|力|度|弱|硬|劲|县|市|国|镇|信(?!息)|军|者',
  落实: '施|际|效|地|行|现|名|时|体|践|事|处|力|在|到|例|质|操',
  规范: '围|本|例|畴|式|文',
  存在: `线|建|编|岗|职|校|册|读|售|途|研|办|押|籍|家|场|位|手|任|此|于|外|逃|网|库|${SOMEWHERE}`,
  机构: '成|建|筑|造|想|思',
  及时: '候|间|段|效|长|机|刻|代|常|期|令|任|有|而',
  解读: '者|书|懂|取|本|图|网|卡',
  组织: '',
  领导: '向|航|致|读|出|入|引|师|游',
  监督: '促|查|办|导|察|战|学|考',
};

const tail = ([word, after]: readonly [string, string]): string =>
  `${word}${word.at(-1)}${after ? `(?!${after})` : ''}`;

/** What is not followed by its own kind: three characters or more, twice in a row. */
const LONG = '(?![一每逐某]|[\\d０-９])([\\p{Script=Han}]{3,8})\\1';

/** What is twice in a match of one or two characters. */
export const DOUBLES: ReadonlySet<string> = new Set([
  ...Object.keys({ ...WORDS, ...CHARACTERS }),
  ...Object.keys(TAILS).map((word) => word.slice(-1)),
  '及',
  '公开',
]);

/** How many characters of a word stand before the one of it that is typed again. */
export const BEFORE_TAIL = Math.max(...Object.keys(TAILS).map((word) => word.length - 1));

/** A word that was typed twice, at one place. */
export const DOUBLED = new RegExp(
  [
    ...Object.entries({ ...WORDS, ...CHARACTERS }).map(([word, doubling]) => pattern(word, doubling)),
    ...Object.entries(TAILS).map(tail),
    // At the head of a clause the one before belongs to no other word.
    '(?<=[，。；])及及',
    '(?<=信息|政务)公开公开(?![栏专渠透内信方查窗区号电])',
    LONG,
  ].join('|'),
  'uy',
);
