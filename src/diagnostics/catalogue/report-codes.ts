import { codePointName } from '../code-point-name.js';
import { firstFew } from '../first-few.js';
import { type CharacterFacts, characterWords } from './character-words.js';
import { byCause, type CodeEntries } from './code-entry.js';
import type { AtMost, Cause, Counted, Given, Listed, Named, Quoted } from './fact-pieces.js';

type CellFacts =
  | Cause<'cell', Named & InTable>
  | Cause<'table', Named & InTable & Listed>
  | Cause<'row', Named & Counted & AtMost>;

/** A cell of a table. */
interface InTable {
  /** The key of the table in the report object. */
  readonly table: string;
}

type AssumedFacts = Cause<'cell', Named> | Cause<'table', Named & Listed>;

type LayoutFacts =
  | Cause<'cell', Named & OfSize>
  | Cause<'row' | 'note', Named>
  | Cause<'workbook-cell' | 'workbook-columns', Counted & Given & AtMost>;

/** A text that was set. */
interface OfSize {
  /** The size of the type, in points. */
  readonly size: number;
}

/** A part that came out empty. */
interface EmptyPart extends Named {
  /** Its place in the report object. */
  readonly writtenAt: string;
  /** The facts that its template would tell. */
  readonly facts: readonly string[];
  /** The key under which it can be declared absent, if it can. */
  readonly section?: string | undefined;
  /** Whether the file of the template has nothing in it. */
  readonly isEmptyFile: boolean;
}

/** A character that no font has. */
interface MissingGlyph extends Quoted {
  /** The character. */
  readonly character: string;
  /** The extension of the unified ideographs that it belongs to. */
  readonly area?: string | undefined;
  /** What sort of character it is: of private use, an emoji, one that is written otherwise, a Chinese one. */
  readonly sort: 'private' | 'emoji' | 'variant' | 'han' | 'other';
  /** What a variant is written as. */
  readonly instead?: string | undefined;
  /** Whether the program that opens the file draws it, with fonts of its own. */
  readonly isLeftToReader: boolean;
}

/** The facts of problems of the texts and the tables of a report, which are not rules. */
export interface ReportFacts {
  /** The cell, or the row and how many cells it has. */
  'cell/missing': CellFacts;
  /** The cell, or the table and its cells. */
  'cell/assumed': AssumedFacts;
  /** The words around the first of them, and how many there are. */
  'text/folded-space': Counted & Quoted;
  /** The characters. */
  'text/forbidden-character': CharacterFacts;
  /** The characters. */
  'text/line-break': CharacterFacts;
  /** The characters. */
  'text/script': CharacterFacts;
  /** The characters. */
  'text/combining': CharacterFacts;
  /** What does not fit. */
  'layout/too-large': LayoutFacts;
  /** The part. */
  'template/empty': EmptyPart;
  /** The character. */
  'font/missing-glyph': MissingGlyph;
}

function glyphHint({ sort, instead, isLeftToReader }: MissingGlyph): string {
  const hint = {
    private: '这是自造字，换一台机器就不是这个字；改用标准编码的字，或配上造有这个字的字体（--font）',
    emoji: '删去表情符号，改用文字',
    variant: `改用 ${instead}，或配上含有这个字符的字体（--font）`,
    han: '换用字形相同的规范字，或配上含有这个字的字体（--font）',
    other: '换用常用的字符，或配上含有这个字符的字体（--font）',
  }[sort];
  return isLeftToReader ? `${hint}。Word 用打开文件的电脑上的字体，可能有这个字；PDF 不能生成` : hint;
}

const toFill = (table: string): string =>
  `填写数字；确实为零时写 0，或在 ${table} 中写 fill: 0；总计可用 totals: "compute" 算出`;

/** Problems of the texts and the tables of a report, which are not rules. */
export const REPORT_CODES: CodeEntries<ReportFacts> = {
  'cell/missing': {
    kind: 'report',
    means: '规定表格里有格没有填，那张表也没有写 fill: 0；或自己的表格里一行的格数与列数不符',
    found: '没有填',
    expected: '数字',
    remedy: '填写数字；其余都是 0 的，在那张表里写 fill: 0',
    says: byCause<CellFacts>({
      cell: ({ name, table }) => ({
        message: `${name} 没有填写`,
        expected: '',
        hint: toFill(table),
      }),
      table: ({ name, table, all }) => ({
        message: `${name}：有 ${all.length} 格没有填写`,
        found: firstFew(all, '格'),
        expected: '',
        hint: toFill(table),
      }),
      row: ({ name, count, most }) => ({
        message: `${name || '这一行'}的数值个数与列数不符`,
        found: `${count} 个`,
        expected: `${most} 个`,
        hint: '每一列给一个值；空白的写 null',
      }),
    }),
  },
  'cell/assumed': {
    kind: 'report',
    means: '写了 fill: 0 的表里，冒号后面空着的格按 0 计',
    found: '没有填',
    expected: '数字，或整行不写',
    remedy: '确实是 0 的不用再填',
    says: byCause<AssumedFacts>({
      cell: ({ name }) => ({ message: `${name} 没有填，按 0 计`, found: '没有填', expected: '' }),
      table: ({ name, all }) => ({
        message: `${name}：有 ${all.length} 格没有填，按 0 计`,
        found: firstFew(all, '格'),
        expected: '',
      }),
    }),
  },
  'text/folded-space': {
    kind: 'report',
    means: 'YAML 里折行书写，在汉字之间留下了空格',
    found: '收到政府信息公开 申请3件',
    expected: '收到政府信息公开申请3件',
    remedy: '写在一行里；各行要各成一段的，用 | 或写成列表',
    says: ({ count, text }) => ({
      message: `折行在汉字之间留下了空格${count > 1 ? `，共 ${count} 处` : ''}`,
      found: `……${text}……`,
      expected: '汉字之间没有空格',
    }),
  },
  'text/forbidden-character': {
    kind: 'report',
    means: '文字里有印不出的字符，如控制字符、乱码',
    found: 'U+FFFD（乱码替代符）',
    expected: '没有乱码',
    remedy: '删去，或改为原来的字（docs/characters.md）',
    says: characterWords((names) => `文字里有不能印出的字符 ${names}`),
  },
  'text/line-break': {
    kind: 'report',
    means: '只能写一行的地方有换行，如机关名称',
    found: '某县⏎财政局',
    expected: '某县财政局',
    remedy: '写在一行里',
    says: characterWords((names) => `这里不能换行：${names}`),
  },
  'text/script': {
    kind: 'report',
    means: '文字里有须按上下文变形的文字，如维吾尔文、藏文，本程序排不了',
    found: '维吾尔文',
    expected: '汉字、拉丁字母等',
    remedy: '删去，或用能排这种文字的软件另行制作',
    says: characterWords((_, { scripts }) => `文字里有${scripts.join('，')}`),
  },
  'text/combining': {
    kind: 'report',
    means: '文字里有叠不到前一个字上的符号',
    found: 'U+20DD',
    expected: '没有叠加的符号',
    remedy: '改用一个完整的字符，如 ①',
    says: characterWords((names) => `文字里有叠不上去的符号 ${names}`),
  },
  'layout/too-large': {
    kind: 'report',
    means: '一格、一行、表注或一段文字太大，用最小的字号也排不下',
    found: '一行高于一页',
    expected: '每一行都能排进一页',
    remedy: '缩短格内文字，减少列数，或移到正文里',
    says: byCause<LayoutFacts>({
      cell: ({ name, size }) => ({
        message: `表格“${name}”里有一格，用最小的字号也放不下`,
        found: `${size} 磅时仍放不下`,
        expected: '每个数字和词都能在格内排成一行',
        hint: '缩短格内文字，减少列数，或用 width 调整列宽',
      }),
      row: ({ name }) => ({
        message: `表格“${name}”里有一行比一页还高`,
        found: '一行高于一页',
        hint: '缩短格内文字，或把它移到正文里',
      }),
      note: ({ name }) => ({
        message: `表格“${name}”的表注太长，与表格的末行排不进一页`,
        found: '表注高于一页',
        expected: '表注与表格的末行在同一页',
        hint: '缩短表注，或把它写成表后的文字',
      }),
      'workbook-cell': ({ count, given, most }) => ({
        message: '一段文字太长，工作簿的一个格放不下',
        found: `${count} 字，应在 ${given}`,
        expected: `一格不超过 ${most} 字`,
        hint: '把它分成几段',
      }),
      'workbook-columns': ({ count, given, most }) => ({
        message: '表格的列太多，一张工作表放不下',
        found: `${count} 列，应在 ${given}`,
        expected: `一张工作表不超过 ${most} 列`,
        hint: '把它分成几张表格',
      }),
    }),
  },
  'template/empty': {
    kind: 'report',
    means: '报告的一部分没有写出任何文字：模板要用的事实（facts）没有填，或模板是空的',
    found: '没有文字',
    expected: '至少一段文字',
    remedy: '填写提示所说的 facts，或在 narrative 里自己撰写',
    says: ({ name, writtenAt, facts, section, isEmptyFile }) => ({
      message: `${name}：没有写出任何文字`,
      found: isEmptyFile ? '模板是空的' : '没有文字',
      hint: `在 ${writtenAt} 里撰写${facts.length === 0 ? '' : `，或填写 ${facts.join('、')}`}${
        section === undefined ? '' : `；报告里确实没有这一部分的，在 absent.${section} 里写明理由`
      }`,
    }),
  },
  'font/missing-glyph': {
    kind: 'report',
    means: '字体里没有这个字',
    found: '𬭩',
    expected: '字体里有的字符',
    remedy: '换用字形相同的规范字，或用 --font 配上含有这个字的字体',
    says: (facts) => {
      const { character, area, text } = facts;
      const name = codePointName(character) + (area === undefined ? '' : `，${area}`);
      return { message: `字体里没有“${character}”（${name}）`, found: text, hint: glyphHint(facts) };
    },
  },
};
