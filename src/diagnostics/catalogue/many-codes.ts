import { byCause, type CodeEntries } from './code-entry.js';
import type { Cause, Counted, Given, Listed, Quoted, Wanted } from './fact-pieces.js';

const UNITS = { text: '文字', row: '行', cell: '单元格', table: '表', entry: '目录项' } as const;

/** A part of what a file shows. */
interface Shown extends Quoted {
  /** A text, a table, a row of one, a cell, a line of a table of contents. */
  readonly unit: keyof typeof UNITS;
}

type AddedFacts = Cause<'part', Shown & After> | Cause<'beside', Quoted & Told>;

/** Where something stands that was added. */
interface After {
  /** Whether it is known after what. */
  readonly isAfterPart: boolean;
}

/** What was told as a file was read. */
interface Told {
  /** What that says. */
  readonly told: string;
}

/** Texts that two reports share. */
interface Shared extends Counted {
  /** The section, as messages call it. */
  readonly part: string;
  /** The report that has them too, such as `示例县教育局2024年`; `count` is how many more do. */
  readonly whose: string;
  /** Whether that is of the same agency, of an earlier year. */
  readonly isOwn: boolean;
  /** How much of the section it is. */
  readonly percent: number;
  /** The longest of them. */
  readonly passages: readonly Passage[];
}

/** A part of a paragraph. */
interface Passage {
  /** The number of the paragraph, counted from 1. */
  readonly paragraph: number;
  /** Its words. */
  readonly text: string;
}

/** A report by whose it is. */
interface OfReport {
  /** The agency. */
  readonly agency: string;
  /** The year. */
  readonly year: number;
}

/** A text that a spreadsheet would run. */
interface Formula extends OfReport, Quoted {
  /** The cell in the form's own words; nothing if it is the name of the agency. */
  readonly cell?: string | undefined;
}

/** The facts of what is told of several reports, or of one and what was published of it. */
export interface ManyFacts {
  /** What is published and what was signed. */
  'verify/changed': Given & Wanted;
  /** What does not show. */
  'verify/missing': Shown;
  /** What shows and was not signed. */
  'verify/added': AddedFacts;
  /** The words. */
  'verify/outside': Quoted;
  /** The other files, and whether they say the same. */
  'audit/repeated': Listed & Alike;
  /** What they share. */
  'audit/similar': Shared;
  /** The text, and where it stands. */
  'export/formula': Formula;
  /** Whose report it is. */
  'export/repeated': OfReport;
}

/** Two reports for one. */
interface Alike {
  /** How many others there are; of very many only the first are named. */
  readonly count: number;
  /** Whether they say the same. */
  readonly isSame: boolean;
}

const orBlank = (text: string): string => (text === '' ? '空白' : text);

/** What is told of several reports, or of one and what was published of it. */
export const MANY_CODES: CodeEntries<ManyFacts> = {
  'verify/changed': {
    kind: 'report',
    means: '公布的文字或数字与签发的不一样',
    found: '收到申请21件',
    expected: '收到申请12件',
    remedy: '按签发的报告改正公布的文件；报告确已改过的，用新的报告核对',
    says: ({ given, wanted }) => ({
      message: '公布的与签发的不一样',
      found: orBlank(given),
      expected: orBlank(wanted),
    }),
  },
  'verify/missing': {
    kind: 'report',
    means: '签发的一段文字、一行、一格或一张表没有公布',
    found: '没有',
    expected: '六、其他需要报告的事项',
    remedy: '补上；网页里隐藏了的也要显示出来',
    says: ({ unit, text }) => ({
      message: `签发的${UNITS[unit]}没有公布`,
      found: '没有',
      expected: orBlank(text),
    }),
  },
  'verify/added': {
    kind: 'report',
    means: '公布的文件里多出一段文字、一行、一格或一张表',
    found: '另行公布的一段',
    expected: '没有',
    remedy: '不属于报告的，从正文里移出或删去',
    says: byCause<AddedFacts>({
      part: ({ unit, text, isAfterPart }) => ({
        message: `公布的文件里多出${UNITS[unit]}`,
        found: orBlank(text),
        expected: isAfterPart ? '这里之后没有' : '没有',
      }),
      beside: ({ told, text }) => ({ message: told, found: text, hint: '看一看原件：多半是后来加上的' }),
    }),
  },
  'verify/outside': {
    kind: 'report',
    means: '公布的网页在报告以外还有文字，如导航、页脚',
    found: '首页 > 政府信息公开',
    expected: '',
    remedy: '属于网页自身的，不必处理',
    says: ({ text }) => ({ message: '报告以外的文字', found: text }),
  },
  'audit/repeated': {
    kind: 'report',
    means: '同一机关同一年度交了不止一份报告',
    found: '另有 财政局2.docx',
    expected: '每个机关每年一份',
    remedy: '去掉多余的文件；内容不同的，问清哪一份是正式的',
    says: ({ all, count, isSame }) => ({
      message: isSame ? '同一份报告交了不止一次' : '同一机关同一年度交了内容不同的报告',
      found: `另有 ${all.join('、')}${all.length < count ? ` 等 ${count} 个文件` : ''}`,
      hint: isSame ? '去掉多余的文件' : '问清哪一份是正式的，去掉其余的',
    }),
  },
  'audit/similar': {
    kind: 'report',
    means: '一部分文字与别的机关或以前年度的报告大段相同',
    found: '第五部分有 92% 与上年相同',
    expected: '写本机关、本年度的情况',
    remedy: '照抄的，改写；统一提供的文字，可以不管',
    says: ({ part, whose, isOwn, count, percent, passages }) => ({
      message: `${part}有 ${percent}% 与${whose}${count > 0 ? `等 ${count + 1} 份` : ''}的报告相同`,
      found: passages.map(({ paragraph, text }) => `第 ${paragraph} 段：${text}`).join('\n'),
      expected: isOwn ? '写本年度的情况' : '写本机关的情况',
      hint: isOwn ? '照抄以前年度的，改写为本年度的情况' : '两个机关互相照抄的，各写各的情况；统一提供的文字，可以不管',
    }),
  },
  'export/formula': {
    kind: 'report',
    means: '导出的文字以 =、+、-、@ 开头，表格软件会当作公式，前面已加撇号',
    found: '=SUM(A1:A3)',
    expected: '不以 =、+、-、@ 开头的文字',
    remedy: '用程序读取时去掉撇号，或改用 --format jsonl',
    says: ({ agency, year, cell, text }) => ({
      message: `${agency}${year}年的${cell ?? '机关名称'}：表格软件会把它当作公式，CSV 里已在前面加上撇号`,
      found: text,
      hint: '用程序读取时去掉这个撇号；或改用 --format jsonl',
    }),
  },
  'export/repeated': {
    kind: 'report',
    means: '同一机关同一年度的报告有两份，导出的数据里也有两份',
    found: '财政局 2024：a.yaml、b.yaml',
    expected: '每个机关每年一份',
    remedy: '去掉重复的文件再导出',
    says: ({ agency, year }) => ({
      message: '同一机关同一年的报告有两份，数据里也有两份',
      found: `${agency}${year}年`,
    }),
  },
};
