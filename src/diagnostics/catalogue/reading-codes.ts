import type { CodeEntries } from './code-entry.js';

/** What is told of files of other makers, as they are read. */
export const READING_CODES = {
  'read/interpreted': {
    kind: 'report',
    means: '读入时换了写法，意思不变，如全角数字换成半角',
    found: '１２',
    expected: '12',
    remedy: '核对一下读入的内容',
  },
  'read/unplaced': {
    kind: 'report',
    means: '看到了，但不知道属于报告的哪一处，没有读入',
    found: '“其他情况：3”',
    expected: '规定的行和列',
    remedy: '对照原件，需要的自己补进报告',
  },
  'read/missing': {
    kind: 'report',
    means: '报告应有的一部分、一行、一列没有找到',
    found: '没有找到第四部分的表格',
    expected: '规定的表格',
    remedy: '对照原件补上；原件确实没有的，不必处理',
  },
  'read/doubtful': {
    kind: 'report',
    means: '读入了，但没有把握',
    found: '行标题认不出，按顺序读入',
    expected: '规定的行标题',
    remedy: '对照原件核对这一处',
  },
  'read/left-out': {
    kind: 'report',
    means: '不属于报告的内容没有读入，如页眉、批注、网页的导航',
    found: '页眉“某县人民政府文件”',
    expected: '',
    remedy: '不必处理；属于报告的，自己补上',
  },
  'read/form': {
    kind: 'report',
    means: '文件用的格式不是那一年度施行的',
    found: '2020 年度的报告用了 2021 年版的格式',
    expected: '2019 年版的格式',
    remedy: '核对年度和表格；重新编制时改用那一年度施行的格式',
  },
  'read/several': {
    kind: 'report',
    means: '一个文件里有不止一份报告，只读了第一份',
    found: '两份报告',
    expected: '一份报告',
    remedy: '把各份分开，各存一个文件',
  },
  'read/no-report': {
    kind: 'report',
    means: '文件看来不是年度报告',
    found: '没有规定的表格，也没有各部分的标题',
    expected: '政府信息公开工作年度报告',
    remedy: '检查是不是选错了文件；图片和扫描件里的文字读不出',
  },
  'read/unsupported': {
    kind: 'io',
    means: '这种文件读不了，如图片、加密的文件、扫描件',
    found: '加密的 PDF',
    expected: 'Word 文件（.docx）、Excel 工作簿（.xlsx）、PDF、OFD、网页、纯文本、JSON 或 YAML',
    remedy: '按提示另存为能读的文件；.doc、.wps 等加 --soffice',
  },
  'read/damaged': {
    kind: 'io',
    means: '文件打不开，可能没有下载完、存坏了',
    found: '压缩包不完整',
    expected: '完好的文件',
    remedy: '重新下载，或用 Word、WPS 等打开后另存一次',
  },
  'read/too-large': {
    kind: 'io',
    means: '文件太大，不像一份年度报告',
    found: '超过 60 MB',
    expected: '不超过 60 MB',
    remedy: '只留报告的文字和表格，另存后再试',
  },
} as const satisfies CodeEntries;
