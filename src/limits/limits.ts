import type { Code } from '../diagnostics/codes.js';

/** A bound of what is taken in, so that no input fills the memory or takes all the time. */
export interface Limit {
  /** At most so much, if the caller says nothing else. */
  readonly most: number;
  /** What is counted. */
  readonly unit: string;
  /** What is told when it is exceeded. */
  readonly code: Code;
  /** What is limited, in Chinese. */
  readonly title: string;
  /** Whether it rests on what the program can hold, so that no caller changes it. */
  readonly isFixed?: true;
}

const MEGABYTE = 2 ** 20;

/**
 * Every bound that input has, once; `docs/limits.md` is made of it. None is below ten times the largest of the published reports that
 * were looked at, which have some 1,000 values, texts of 1,500 characters, 11 further tables with 480 cells, 3 waivers and 33 findings.
 */
const BOUNDS = {
  fileBytes: { most: 60 * MEGABYTE, unit: '字节', code: 'read/too-large', title: '读入的一个文件' },
  configBytes: { most: MEGABYTE, unit: '字节', code: 'read/too-large', title: '设置文件', isFixed: true },
  settings: { most: 10_000, unit: '项', code: 'config/invalid', title: '一组设置：rules、limits', isFixed: true },
  dataCharacters: { most: 2_000_000, unit: '字', code: 'read/too-large', title: '一份 JSON、YAML、机关名单的全文' },
  listRows: { most: 20_000, unit: '行', code: 'read/too-large', title: '一份机关名单，空行不算' },
  listColumns: { most: 500, unit: '列', code: 'read/too-large', title: '一份机关名单，末尾的空列不算' },

  values: { most: 200_000, unit: '个', code: 'shape/too-large', title: '报告里的值' },
  charactersInAll: { most: 2_000_000, unit: '字', code: 'shape/too-large', title: '报告里文字的总长' },
  characters: { most: 100_000, unit: '字', code: 'shape/too-large', title: '报告里的一段文字' },
  nameCharacters: { most: 500, unit: '字', code: 'shape/too-large', title: '机关的名称，名单里的也是' },
  keyCharacters: { most: 300, unit: '字', code: 'shape/too-large', title: '报告里一个键的名称' },
  items: { most: 25_000, unit: '项', code: 'shape/too-large', title: '报告里的一个列表' },
  tables: { most: 10_000, unit: '张', code: 'shape/too-large', title: '报告自己的表格' },
  cells: { most: 100_000, unit: '格', code: 'shape/too-large', title: '报告自己的表格里的格，表头在内' },
  waivers: { most: 1000, unit: '条', code: 'shape/too-large', title: '豁免' },
  depth: { most: 100, unit: '层', code: 'shape/too-large', title: '报告里一层套一层', isFixed: true },
  digits: { most: 100, unit: '位', code: 'shape/value', title: '一个金额的数字', isFixed: true },

  templateSteps: { most: 100_000, unit: '步', code: 'template/too-large', title: '写一段模板要做的事' },
  templateCharacters: { most: 200_000, unit: '字', code: 'template/too-large', title: '一段模板写出的文字' },
  templateDepth: { most: 100, unit: '层', code: 'template/syntax', title: '模板里一层套一层', isFixed: true },
  templateSentences: { most: 1000, unit: '处', code: 'template/syntax', title: '一个模板里引用的句子', isFixed: true },
  templateValues: { most: 1000, unit: '个', code: 'template/syntax', title: '模板辅助函数后面的值', isFixed: true },

  findings: { most: 1000, unit: '条', code: 'findings/more', title: '一次给出的问题' },

  sealPixels: { most: 2 ** 22, unit: '像素', code: 'seal/unreadable', title: '印章图片，也限定了它解压后的大小' },
  sealBytes: { most: 20 * MEGABYTE, unit: '字节', code: 'seal/unreadable', title: '印章图片的文件' },
  sealChunks: { most: 20_000, unit: '段', code: 'seal/unreadable', title: '印章图片的文件里的数据块' },

  fontBytes: { most: 200 * MEGABYTE, unit: '字节', code: 'font/unreadable', title: '自备字体的文件' },
  fontTables: { most: 200, unit: '张', code: 'font/unreadable', title: '自备字体里的表' },
  glyphParts: { most: 1000, unit: '个', code: 'font/unreadable', title: '组成自备字体一个字形的部件' },
  glyphPoints: { most: 50_000, unit: '个', code: 'font/unreadable', title: '自备字体一个字形的点，部件的在内' },
  glyphBytes: { most: MEGABYTE, unit: '字节', code: 'font/unreadable', title: '自备字体一个字形的轮廓' },

  packageParts: {
    most: 4000,
    unit: '个',
    code: 'read/too-large',
    title: 'Word 文件、工作簿、OFD 文件的部件',
    isFixed: true,
  },
  partBytes: { most: 40 * MEGABYTE, unit: '字节', code: 'read/too-large', title: '一个部件解压后', isFixed: true },
  markupElements: {
    most: 600_000,
    unit: '个',
    code: 'read/too-large',
    title: '网页、Word 文件或 OFD 文件的一个部件里的元素',
    isFixed: true,
  },
  sheetBytes: { most: 12 * MEGABYTE, unit: '字节', code: 'read/too-large', title: '一张工作表解压后', isFixed: true },
  packageBytes: { most: 80 * MEGABYTE, unit: '字节', code: 'read/too-large', title: '各部件解压后合计', isFixed: true },
  sheetRows: { most: 6000, unit: '行', code: 'read/too-large', title: '一张工作表', isFixed: true },
  sheetColumns: { most: 1000, unit: '列', code: 'read/too-large', title: '一张工作表', isFixed: true },
  pdfStreamBytes: {
    most: 100 * MEGABYTE,
    unit: '字节',
    code: 'read/too-large',
    title: 'PDF 的一段解压后',
    isFixed: true,
  },
  pdfBytes: { most: 400 * MEGABYTE, unit: '字节', code: 'read/too-large', title: 'PDF 各段解压后合计', isFixed: true },
  pdfObjects: { most: 300_000, unit: '个', code: 'read/too-large', title: 'PDF 的对象', isFixed: true },
  pdfCodes: { most: 2_000_000, unit: '个', code: 'read/too-large', title: 'PDF 各字体的编码', isFixed: true },
  pdfPages: { most: 300, unit: '页', code: 'read/too-large', title: 'PDF、OFD 文件', isFixed: true },
  pdfGlyphs: { most: 600_000, unit: '字', code: 'read/too-large', title: 'PDF、OFD 文件', isFixed: true },
  pdfOperators: { most: 3_000_000, unit: '个', code: 'read/too-large', title: 'PDF 的绘图指令', isFixed: true },
  pieces: { most: 10_000, unit: '个', code: 'read/unplaced', title: '读入的段落和格', isFixed: true },
  readRows: { most: 4000, unit: '行', code: 'read/unplaced', title: '读入的一张表', isFixed: true },
  readColumns: { most: 200, unit: '列', code: 'read/unplaced', title: '读入的一张表', isFixed: true },
  readSlots: { most: 200_000, unit: '格', code: 'read/unplaced', title: '读入的一张表', isFixed: true },
  pageRules: { most: 30_000, unit: '条', code: 'read/doubtful', title: '网页样式表的规则', isFixed: true },
} as const satisfies { readonly [name: string]: Limit };

/** A limit, by its name. */
export type LimitName = keyof typeof BOUNDS;

/** Every limit, with what holds if a caller sets nothing. */
export const LIMITS: { readonly [N in LimitName]: Limit } = BOUNDS;

/** What a caller may set; in what unit, `LIMITS` says. */
export type Adjustable = {
  [N in LimitName]: (typeof BOUNDS)[N] extends { readonly isFixed: true } ? never : N;
}[LimitName];

/** Limits of the caller's own, by name; what is not named is as `docs/limits.md` has it. */
export type Limits = { readonly [N in Adjustable]?: number };
