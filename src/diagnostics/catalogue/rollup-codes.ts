import { firstFew } from '../first-few.js';
import { byCause, type CodeEntries } from './code-entry.js';
import type { Cause, Counted, Given, Listed, Named, Near, Wanted } from './fact-pieces.js';

/** An agency whose report counts. */
interface OfAgency {
  /** Its name. */
  readonly agency: string;
}

/** A year. */
interface OfYear {
  /** The year of the whole. */
  readonly year: number;
}

/** Cells of one agency and table. */
interface Cells extends OfAgency {
  /** The heading of the section. */
  readonly heading: string;
  /** The cells, in the form's own words. */
  readonly cells: readonly string[];
}

type MissingFacts =
  | Cause<'report', OfAgency & OfYear & Listed>
  | Cause<'reports', OfYear & Listed>
  | Cause<'form', OfAgency & OfYear & Listed & TwoForms>
  | Cause<'unread' | 'absent', Cells>;

/** A report that does not count. */
interface LeftOut extends OfAgency {
  /** The report, as messages call it. */
  readonly handed: string;
}

/** Two editions that cannot be added up. */
interface TwoForms {
  /** What such forms are called. */
  readonly noun: string;
  /** The form of the report. */
  readonly edition: string;
  /** The form of the whole. */
  readonly wanted: string;
}

type LeftOutFacts =
  | Cause<'own' | 'elsewhere', LeftOut>
  | Cause<'below', LeftOut & Upper>
  | Cause<'unlisted', LeftOut & Near>
  | Cause<'year', LeftOut & OfYear>
  | Cause<'form', LeftOut & TwoForms>
  | Cause<'years' | 'before', Counted & OfYear & ByYear>;

/** The agency between. */
interface Upper {
  /** Its name. */
  readonly upper: string;
}

/** Reports of other years. */
interface ByYear {
  /** How many there are of each. */
  readonly counts: readonly (readonly [year: number, count: number])[];
}

/** Cells of which an agency handed in two figures. */
interface Disputed extends OfAgency, Listed {
  /** The cells, in the form's own words; none if the reports say the same. */
  readonly cells: readonly string[];
}

/** What is wrong in a report that counts. */
interface OwnFault extends OfAgency, Counted {
  /** The first fault, as its rule tells it. */
  readonly first: string;
  /** What is there. */
  readonly given?: string | undefined;
  /** What should be there. */
  readonly wanted?: string | undefined;
}

/** A cell of the whole that was published otherwise. */
interface Difference extends Named, Given, Wanted {
  /** What was published minus the sum, as an exact decimal. */
  readonly difference: string;
}

/** The facts of what is told of reports added up. */
export interface RollupFacts {
  /** What is not there. */
  'rollup/missing': MissingFacts;
  /** The cells, and whether they count as 0. */
  'rollup/blank': Cells & AsZero;
  /** The report, and why it does not count. */
  'rollup/left-out': LeftOutFacts;
  /** The reports, as messages call them, and where they differ. */
  'rollup/repeated': Disputed;
  /** The cell, and what the agencies gave. */
  'rollup/units': Cause<'units' | 'too-great', Named & Given>;
  /** Whose report it is. */
  'rollup/sums': OwnFault;
  /** Whose report it is. */
  'rollup/years': OwnFault;
  /** The cell, and the notes of the agencies. */
  'rollup/note': Named & Notes;
  /** The cell; what was published and the sum. */
  'rollup/differs': Difference;
  /** How many cells, and why. */
  'rollup/not-compared': Counted & Listed;
  /** Whose report was published, and whose the whole is. */
  'rollup/other-agency': Given & Wanted;
}

/** Blank cells. */
interface AsZero {
  /** Whether they count as 0. */
  readonly isZero: boolean;
}

/** Notes in cells. */
interface Notes {
  /** Of which agency each is. */
  readonly notes: readonly (OfAgency & Noted)[];
}

/** A note. */
interface Noted {
  /** Its words. */
  readonly note: string;
}

/** So many agencies are named in one message; a result names all of them once. */
const MOST_NAMED = 100;

const firstNames = (all: readonly string[]): string =>
  all.slice(0, MOST_NAMED).join('、') + (all.length > MOST_NAMED ? ` 等 ${all.length} 个机关` : '');

const leftOut = ({ handed, agency }: LeftOut, reason: string, hint: string) => ({
  message: `没有计入${handed}：${reason}`,
  found: agency,
  expected: '',
  hint,
});

const ownFault = ({ agency, first, count, given = '', wanted = '' }: OwnFault, words: string) => ({
  message: `“${agency}”的报告${words}：${first}${count > 1 ? `，等 ${count} 处` : ''}`,
  found: given,
  expected: wanted,
  hint: '照报上来的数计入了；请这个机关核对改正，合计才相符',
});

/** `2022 年度 12 份、2023 年度 11 份` */
export const ofEachYear = (counts: ByYear['counts']): string =>
  counts.map(([year, count]) => `${year} 年度 ${count} 份`).join('、');

/** What is told of reports added up. */
export const ROLLUP_CODES: CodeEntries<RollupFacts> = {
  'rollup/missing': {
    kind: 'report',
    means: '名单里有一个机关没有报告，合计不全',
    found: '没有报告',
    expected: '某县水利局 2024 年度的报告',
    remedy: '补上它的报告再汇总；撤销了的，从名单里去掉；更了名的，写进“曾用名”一列',
    says: byCause<MissingFacts>({
      report: ({ agency, year, all }) => ({
        message: `没有“${agency}”${year}年度的报告，合计不全`,
        found: all.length === 0 ? '没有报告' : `只有${all.join('、')}`,
        expected: `${agency}${year}年度的报告`,
        hint: '补上它的报告再汇总；机关已撤销的，从名单里去掉；更了名的，写进名单的“曾用名”一列',
      }),
      reports: ({ year, all }) => ({
        message: `${all.length} 个机关没有${year}年度的报告，合计不全`,
        found: firstNames(all),
        expected: `这些机关${year}年度的报告`,
      }),
      form: ({ agency, year, all, noun, edition, wanted }) => ({
        message: `“${agency}”${year}年度的报告用的${noun}是 ${edition}，不是 ${wanted}，合计不全`,
        found: all.join('、'),
        expected: `${agency}${year}年度的报告，${noun}是 ${wanted}`,
        hint: `请这个机关用同一${noun}重报；要汇总另一种的，用 --edition`,
      }),
      unread: ({ agency, heading, cells }) => ({
        message: `“${agency}”的报告，${heading}：有 ${cells.length} 格没有读到，这些格没有合计`,
        found: firstFew(cells, '格'),
        expected: '',
        hint: '对照原件，用 nianbao read 读成数据补上再汇总；没有读到的不按 0 计',
      }),
      absent: ({ agency, heading, cells }) => ({
        message: `“${agency}”的报告没有这一部分：${heading}，${cells.length} 格没有合计`,
        found: firstFew(cells, '格'),
        expected: '',
        hint: '请这个机关补报这一部分',
      }),
    }),
  },
  'rollup/blank': {
    kind: 'report',
    means: '有的报告里这一格空白，没有合计',
    found: '某县水利局：空白',
    expected: '各机关都填了数',
    remedy: '请那个机关补上，再汇总',
    says: ({ agency, heading, cells, isZero }) => ({
      message: `“${agency}”的报告，${heading}：有 ${cells.length} 格留空，${isZero ? '按 0 计入' : '这些格没有合计'}`,
      found: firstFew(cells, '格'),
      expected: '',
      hint: `请这个机关补填，没有的填 0${isZero ? '' : '；确实都是 0 的，加 --blank-as-zero 汇总'}`,
    }),
  },
  'rollup/left-out': {
    kind: 'report',
    means: '有的报告没有计入，如不是这个年度的、不是下级机关的',
    found: '某市财政局',
    expected: '名单上的下级机关、同一年度的报告',
    remedy: '应当计入的，核对机关名称、年度和名单',
    says: byCause<LeftOutFacts>({
      own: (facts) => leftOut(facts, '是汇总的机关自己的，不是下级的', '要和它核对，用 --against'),
      below: ({ upper, ...facts }) =>
        leftOut(facts, `数字由上一级“${upper}”汇总，这里再计就重了`, `先汇总出“${upper}”的报告，再计入`),
      elsewhere: (facts) => leftOut(facts, '不是汇总的机关的下级', '核对名单的“上级”一列'),
      unlisted: ({ near, ...facts }) => {
        const known = `是不是“${near}”？更了名的，把原名写进名单的“曾用名”一列`;
        return leftOut(facts, '名单里没有这个机关', near === undefined ? '补进名单，或从输入里去掉' : known);
      },
      year: ({ year, ...facts }) => leftOut(facts, `不是 ${year} 年度的`, '换用这个年度的报告，或从输入里去掉'),
      form: ({ noun, edition, wanted, ...facts }) =>
        leftOut(
          facts,
          `用的${noun}是 ${edition}，汇总的是 ${wanted}`,
          `各机关用同一${noun}；要汇总另一种的，用 --edition`,
        ),
      years: ({ count, year, counts }) => ({
        message: `没有计入其他年度的 ${count} 份报告：不是 ${year} 年度的`,
        found: ofEachYear(counts),
        expected: '',
        hint: '要汇总另一年度的，用 --year；上年的只用来核对与本年是否相接',
      }),
      before: ({ count, year, counts }) => ({
        message: `上年的 ${count} 份报告都没有用上，没有核对与上年是否相接：没有下级机关 ${year} 年度的`,
        found: ofEachYear(counts),
        expected: `下级机关 ${year} 年度的报告`,
        hint: '换用上年报告所在的文件夹；机关更了名的，写进名单的“曾用名”一列',
      }),
    }),
  },
  'rollup/repeated': {
    kind: 'report',
    means: '一个机关报了几份；数字不同的，没有合计',
    found: '两份，三格数字不同',
    expected: '每个机关一份',
    remedy: '留下作准的一份再汇总',
    says: ({ agency, all, cells }) => ({
      message:
        cells.length === 0
          ? `“${agency}”报了 ${all.length} 份，数字相同，只计一份`
          : `“${agency}”报了 ${all.length} 份，数字不同，没有合计：${firstFew(cells, '格')}`,
      found: all.join('、'),
      hint: cells.length === 0 ? '去掉重复的文件' : '留下作准的一份再汇总',
    }),
  },
  'rollup/units': {
    kind: 'report',
    means: '各机关用的单位换算不了，或加起来太大，没有合计',
    found: '甲局：3 万元；乙局：2 批',
    expected: '能互相换算的单位',
    remedy: '各机关用同一单位，如 万元',
    says: ({ cause, name, given }) => ({
      message: `${name} 没有合计`,
      found: given,
      expected: cause === 'units' ? '能互相换算的单位' : `不大于 ${Number.MAX_SAFE_INTEGER}`,
      hint: cause === 'units' ? '各机关用同一单位，如 万元' : '核对各机关的数字',
    }),
  },
  'rollup/sums': {
    kind: 'report',
    means: '下级机关的报告自身的勾稽关系不符，照报上来的数计入了',
    found: '某县水利局：总计 9，各项之和 8',
    expected: '各项之和等于总计',
    remedy: '请这个机关核对改正，合计才相符',
    says: (facts) => ownFault(facts, '自己就不平'),
  },
  'rollup/years': {
    kind: 'report',
    means: '下级机关的报告与上年的接不上，照报上来的数计入了',
    found: '上年结转 2，上年的结转下年度 3',
    expected: '两数相同',
    remedy: '请这个机关核对改正',
    says: (facts) => ownFault(facts, '与它上年的不相接'),
  },
  'rollup/note': {
    kind: 'report',
    means: '格内的注没有写进合计',
    found: '某县水利局：其中修订16件',
    expected: '',
    remedy: '需要的，自己写进汇总的报告',
    says: ({ name, notes }) => ({
      message: `${name} 的格内注没有写进合计`,
      found: notes.map(({ agency, note }) => `${agency}：${note}`).join('；'),
    }),
  },
  'rollup/differs': {
    kind: 'report',
    means: '公布的汇总报告与各机关的合计不同',
    found: '128',
    expected: '130',
    remedy: '核对公布的报告和各机关的报告；各机关报的数见汇总的工作簿（-o 写 .xlsx）',
    says: ({ name, given, wanted, difference }) => ({
      message: `${name}：公布的比合计${difference.startsWith('-') ? '少' : '多'} ${difference.replace(/^-/u, '')}`,
      found: given,
      expected: wanted,
    }),
  },
  'rollup/not-compared': {
    kind: 'report',
    means: '有的格无法与公布的比较',
    found: '公布的是另一年版的格式',
    expected: '公布的和合计都有数，年度、格式相同',
    remedy: '补全合计，或核对公布的报告',
    says: ({ count, all }) => ({ message: `有 ${count} 格无法与公布的比较`, found: all.join('；') }),
  },
  'rollup/other-agency': {
    kind: 'report',
    means: '用来比较的不是汇总的机关公布的',
    found: '另一县人民政府',
    expected: '示例县人民政府',
    remedy: '换用汇总的机关公布的报告；两个名称是同一机关的，不用管',
    says: ({ given, wanted }) => ({
      message: '用来比较的报告是另一机关的，照样比较了',
      found: given,
      expected: wanted,
    }),
  },
};
