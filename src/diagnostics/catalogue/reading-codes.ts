import { byCause, type CodeEntries } from './code-entry.js';
import {
  type AtMost,
  type Because,
  type Cause,
  type Counted,
  type Given,
  more,
  type Named,
  noMore,
  type OfFile,
  type OfLimit,
} from './fact-pieces.js';
import type { Loss } from './loss-facts.js';
import { lossWords } from './loss-words.js';

type UnsupportedFacts =
  | Cause<'kind', OfFile & Named & WayOut>
  | Cause<'converter', OfFile & Named>
  | Cause<'locked' | 'scanned', OfFile>
  | Cause<'illegible', OfFile & Because>
  | Cause<'nothing-published', OfFile & Given>;

/** A kind of file that is not read. */
interface WayOut {
  /** What to do with it. */
  readonly remedy: string;
}

type DamagedFacts =
  | Cause<'word' | 'workbook' | 'pdf' | 'ofd' | 'conversion', OfFile & Because>
  | Cause<'text', OfFile>
  | Cause<'markup', AtMost>;

type TooLargeFacts =
  | Cause<'package' | 'workbook' | 'pages', OfFile & Because & AtMost>
  | Cause<'elements', AtMost>
  | Cause<'characters' | 'list' | 'list-name', OfFile & OfLimit>
  | Cause<'bytes' | 'settings', OfFile & AtMost>;

/** Something that is taken for a report. */
interface Opening extends OfFile, Counted {
  /** How its text begins; nothing if it has none. `count` is how many tables there are. */
  readonly begins?: string | undefined;
}

/** The facts of what is told of files of other makers, as they are read. */
export interface ReadingFacts {
  /** What was read otherwise than it stands there. */
  'read/interpreted': Loss<'interpreted'>;
  /** What was seen and not placed. */
  'read/unplaced': Loss<'unplaced'>;
  /** What was not found. */
  'read/missing': Loss<'missing'>;
  /** What was placed with a doubt. */
  'read/doubtful': Loss<'doubtful'>;
  /** What belongs to no report. */
  'read/left-out': Loss<'left-out'>;
  /** The form and the year. */
  'read/form': Loss<'form'>;
  /** How many more there are. */
  'read/several': Loss<'several'>;
  /** How it begins. */
  'read/no-report': Opening;
  /** Why it is not read. */
  'read/unsupported': UnsupportedFacts;
  /** What of it is broken. */
  'read/damaged': DamagedFacts;
  /** What there is too much of. */
  'read/too-large': TooLargeFacts;
}

const SAVE_AS_WORD = '用 Word、WPS 或 LibreOffice 打开，另存为 .docx 后再读';

const FIND_SOURCE = '用生成它的 Word 文件；没有的，先作文字识别（OCR），存成 Word 后逐格核对再读';

const damaged = (file: string, found: string, expected: string, hint: string) => ({
  message: `${file} 打不开`,
  found,
  expected,
  hint,
});

/** What is told of files of other makers, as they are read. */
export const READING_CODES: CodeEntries<ReadingFacts> = {
  'read/interpreted': {
    kind: 'report',
    means: '读入时换了写法，意思不变，如全角数字换成半角',
    found: '１２',
    expected: '12',
    remedy: '核对一下读入的内容',
    says: lossWords,
  },
  'read/unplaced': {
    kind: 'report',
    means: '看到了，但不知道属于报告的哪一处，没有读入',
    found: '“其他情况：3”',
    expected: '规定的行和列',
    remedy: '对照原件，需要的自己补进报告',
    says: lossWords,
  },
  'read/missing': {
    kind: 'report',
    means: '报告应有的一部分、一行、一列没有找到',
    found: '没有找到第四部分的表格',
    expected: '规定的表格',
    remedy: '对照原件补上；原件确实没有的，不必处理',
    says: lossWords,
  },
  'read/doubtful': {
    kind: 'report',
    means: '读入了，但没有把握',
    found: '行标题认不出，按顺序读入',
    expected: '规定的行标题',
    remedy: '对照原件核对这一处',
    says: lossWords,
  },
  'read/left-out': {
    kind: 'report',
    means: '不属于报告的内容没有读入，如页眉、批注、网页的导航',
    found: '页眉“某县人民政府文件”',
    expected: '',
    remedy: '不必处理；属于报告的，自己补上',
    says: lossWords,
  },
  'read/form': {
    kind: 'report',
    means: '文件用的格式不是那一年度施行的',
    found: '2020 年度的报告用了 2021 年版的格式',
    expected: '2019 年版的格式',
    remedy: '核对年度和表格；重新编制时改用那一年度施行的格式',
    says: lossWords,
  },
  'read/several': {
    kind: 'report',
    means: '一个文件里有不止一份报告，只读了第一份',
    found: '两份报告',
    expected: '一份报告',
    remedy: '把各份分开，各存一个文件',
    says: lossWords,
  },
  'read/no-report': {
    kind: 'report',
    means: '文件看来不是年度报告',
    found: '没有规定的表格，也没有各部分的标题',
    expected: '有规定的表格或各部分标题的年度报告',
    remedy: '检查是不是选错了文件；图片和扫描件里的文字读不出',
    says: ({ file, begins, count }) => ({
      message: `${file} 看来不是年度报告`,
      found: begins === undefined ? `没有文字，${count} 张表` : `“${begins}”开头的文字，${count} 张表`,
    }),
  },
  'read/unsupported': {
    kind: 'io',
    means: '这种文件读不了，如图片、加密的文件、扫描件',
    found: '加密的 PDF',
    expected: 'Word 文件（.docx）、Excel 工作簿（.xlsx）、PDF、OFD、网页、纯文本、JSON 或 YAML',
    remedy: '按提示另存为能读的文件；.doc、.wps 等加 --soffice',
    says: byCause<UnsupportedFacts>({
      kind: ({ file, name, remedy }) => ({
        message: `${file} 是${/^\w/.test(name) ? ' ' : ''}${name}，读不了`,
        found: name,
        expected: 'Word 文件（.docx）、Excel 工作簿（.xlsx）、PDF、OFD、网页（.html）、纯文本，或本程序的 JSON、YAML',
        hint: remedy,
      }),
      converter: ({ file, name }) => ({
        message: `${file} 要先用 LibreOffice 转换，而它运行不了`,
        found: name,
        expected: '装好的 LibreOffice 的 soffice 程序',
        hint: `检查 --soffice 或环境变量 NIANBAO_SOFFICE 里的路径；或者${SAVE_AS_WORD}`,
      }),
      locked: ({ file }) => ({
        message: `${file} 有打开密码，不能读`,
        found: '加密的 PDF',
        expected: '不用密码就能打开的 PDF',
        hint: '输入密码打开后，打印或另存成没有密码的 PDF',
      }),
      scanned: ({ file }) => ({
        message: `${file} 里没有文字，多半是扫描件`,
        found: '只有图像',
        expected: '带文字的 PDF 或 OFD',
        hint: FIND_SOURCE,
      }),
      illegible: ({ file, reason }) => ({
        message: `${file} 的字体没有文字编码，只能看，不能读`,
        found: reason,
        expected: '文字可以复制的 PDF 或 OFD',
        hint: FIND_SOURCE,
      }),
      'nothing-published': ({ file, given }) => ({
        message: `${file} 里没有可以核对的文字`,
        found: given,
        expected: '公布的网页、Word 文件、PDF、OFD 或工作簿',
        hint: '扫描的图片要先作文字识别；JSON、YAML 是数据，不是公布的文件',
      }),
    }),
  },
  'read/damaged': {
    kind: 'io',
    means: '文件打不开，可能没有下载完、存坏了',
    found: '压缩包不完整',
    expected: '完好的文件',
    remedy: '重新下载，或用 Word、WPS 等打开后另存一次',
    says: byCause<DamagedFacts>({
      word: ({ file, reason }) =>
        damaged(file, reason, '完好的 Word 文件（.docx）', '用 Word 或 WPS 打开，另存为 .docx 后再试'),
      workbook: ({ file, reason }) =>
        damaged(file, reason, '完好的 Excel 工作簿（.xlsx）', '用 Excel 或 WPS 表格打开，另存为 .xlsx 后再试'),
      pdf: ({ file, reason }) => damaged(file, reason, '完好的 PDF 文件', '重新下载，或用生成它的程序再导出一次'),
      ofd: ({ file, reason }) => damaged(file, reason, '完好的 OFD 文件', '重新下载，或用生成它的程序再导出一次'),
      conversion: ({ file, reason }) => ({
        message: `${file} 用 LibreOffice 转换不了`,
        found: reason,
        expected: '能转成 Word 文件的文件',
        hint: `检查文件能否打开；${SAVE_AS_WORD}`,
      }),
      text: ({ file }) => ({
        message: `${file} 不是文字`,
        found: '认不出的字节',
        expected: '一份年度报告',
        hint: '检查文件是否完整',
      }),
      markup: ({ most }) => ({
        message: '标记一层套一层，套得太深',
        found: `超过 ${most} 层`,
        expected: '网页或 Word 文件那样的几十层',
        hint: '用浏览器或 Word 打开，另存后再试',
      }),
    }),
  },
  'read/too-large': {
    kind: 'io',
    means: '文件太大，不像一份年度报告',
    found: '超过 60 MB',
    expected: '不超过 60 MB',
    remedy: '只留报告的文字和表格，另存后再试',
    says: byCause<TooLargeFacts>({
      package: ({ file, reason, most }) => ({
        message: `${file} 太大，不是一份年度报告`,
        found: reason,
        expected: `解压后不超过 ${most} MB`,
      }),
      workbook: ({ file, reason, most }) => ({
        message: `${file} 太大，不是一份年度报告`,
        found: reason,
        expected: `每张表解压后不超过 ${most} MB`,
        hint: '只留报告的几张表，另存后再试；多选了整行整列格式的，先清除格式',
      }),
      pages: ({ file, reason, most }) => ({
        message: `${file} 太大，不是一份年度报告`,
        found: reason,
        expected: `一份年度报告，不超过 ${most} 页`,
        hint: '只留报告的几页，另存后再试',
      }),
      elements: ({ most }) => ({
        message: '标记太多，不是一份年度报告',
        found: `超过 ${most} 个元素`,
        expected: '一份年度报告',
      }),
      characters: ({ file, ...limit }) => ({
        message: `${file} 太长`,
        found: more(limit),
        expected: noMore(limit),
        hint: '检查是不是一份报告的数据；确须这样长的，由调用程序放宽 limits',
      }),
      bytes: ({ file, most }) => ({
        message: `${file} 太大`,
        found: `超过 ${most} 字节`,
        expected: '一份年度报告',
        hint: '检查是不是一份报告；报告没有这样大',
      }),
      list: ({ file, ...limit }) => ({
        message: `${file} 太大，不像一份机关名单`,
        found: more(limit),
        expected: noMore(limit),
        hint: `只留名单的行和列，另存后再试；确须这样大的，放宽 limits 里的 ${limit.limit}`,
      }),
      'list-name': ({ file, ...limit }) => ({
        message: `${file} 里的一个机关名称太长`,
        found: more(limit),
        expected: noMore(limit),
        hint: '检查这一行是不是把别的文字写进了名称、曾用名或上级一列',
      }),
      settings: ({ file, most }) => ({
        message: `${file} 太大，不像设置文件`,
        found: `超过 ${most} 字节`,
        expected: `不超过 ${most} 字节`,
        hint: '只写 rules 和 limits 里与平常不同的',
      }),
    }),
  },
};
