import { composes } from './drawn-units.js';
import { unifiedOf } from './radicals.js';
import { SHAPED } from './scripts.js';

/**
 * What becomes of a character: it is drawn as typed; another is put in its place, or nothing is, and both are told; it is refused; or it
 * stands for a break, where one may be meant. The same in every format.
 */
export type Treatment = 'drawn' | 'replaced' | 'dropped' | 'refused' | 'break';

/** The codes under which characters are told. */
export type CharacterCode =
  | 'text/forbidden-character'
  | 'text/line-break'
  | 'text/script'
  | 'text/combining'
  | 'text/space'
  | 'text/invisible'
  | 'text/radical';

/** A kind of characters and its treatment. */
export interface CharacterKind {
  /** In Chinese, as messages and the documentation say it. */
  readonly name: string;
  /** Which they are, for the documentation: code points, or the characters themselves where they can be seen. */
  readonly examples: string;
  /** What becomes of them. */
  readonly treatment: Treatment;
  /** Source of a regular expression with the flag `u`. Of two kinds that match, the first in the list counts. */
  readonly pattern: string;
  /** What else must hold of what matches. */
  readonly isMeant?: (found: string) => boolean;
  /** Under which code it is told; nothing for what is drawn. */
  readonly code?: CharacterCode;
  /** What is put in its place. */
  readonly as?: (found: string) => string;
  /** What is done, or what to do about it. */
  readonly hint: string;
}

/** Parts of emoji that are put together: skin tones, letters of flags. */
const TONE = '[\\u{1f3fb}-\\u{1f3ff}]';
const FLAG = '\\u{1f1e6}-\\u{1f1ff}';
const EMOJI = `\\p{Extended_Pictographic}\\ufe0f?${TONE}?`;

/** Marks that combine with the character before them; not the invisible ones, such as variation selectors. */
const MARK = '(?!\\p{Default_Ignorable_Code_Point})\\p{M}';

const DELETE = '删去它；多半是从网页、聊天软件或别的文件复制时带来的';

/** What no file can carry: refused in every text of a report, printed or not. */
export const FORBIDDEN: CharacterKind = {
  name: '控制字符、残缺的代理对、非字符',
  examples: 'U+0000–0008 U+000B–001F U+007F–009F U+D800–DFFF U+FDD0–FDEF U+FFFE U+FFFF',
  treatment: 'refused',
  pattern: '[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f]|\\p{Cs}|\\p{Noncharacter_Code_Point}',
  code: 'text/forbidden-character',
  hint: '删去它；多半是从别处复制时带来的',
};

/**
 * Every kind of characters that is not simply drawn, and some that are and might not be. What is in none of them is drawn from the first
 * face that has it, and is told as `font/missing-glyph` if none has.
 */
export const characterKinds: readonly CharacterKind[] = [
  {
    name: '换行',
    examples: 'U+000A，U+000D U+000A',
    treatment: 'break',
    pattern: '\\r?\\n',
    code: 'text/line-break',
    as: () => '\n',
    hint: '删去换行；这里的文字只有一段',
  },
  {
    name: '分行符、分段符',
    examples: 'U+2028 U+2029',
    treatment: 'refused',
    pattern: '[\\u2028\\u2029]',
    code: 'text/line-break',
    hint: '删去它；正文要另起一段的，改用普通的换行',
  },
  FORBIDDEN,
  {
    name: '替代字符',
    examples: 'U+FFFC U+FFFD',
    treatment: 'refused',
    pattern: '[\\ufffc\\ufffd]',
    code: 'text/forbidden-character',
    hint: '原文在复制或转码时丢了字；对照原文补上，再删去它',
  },
  {
    name: '空格、不断行空格、全角空格',
    examples: 'U+0020 U+00A0 U+3000',
    treatment: 'drawn',
    pattern: '[ \\u00a0\\u3000]',
    hint: '照印；文字两端的去掉',
  },
  {
    name: '制表符',
    examples: 'U+0009',
    treatment: 'replaced',
    pattern: '\\t',
    code: 'text/space',
    as: () => ' ',
    hint: '印成空格；最好改正数据',
  },
  {
    name: '不断行的数字空格、窄空格',
    examples: 'U+2007 U+202F',
    treatment: 'replaced',
    pattern: '[\\u2007\\u202f]',
    code: 'text/space',
    as: () => '\u00a0',
    hint: '印成不断行空格；最好改正数据',
  },
  {
    name: '其他宽度的空格',
    examples: 'U+1680 U+2000–2006 U+2008–200A U+205F',
    treatment: 'replaced',
    pattern: '[\\u1680\\u2000-\\u200a\\u205f]',
    code: 'text/space',
    as: () => ' ',
    hint: '印成空格；最好改正数据',
  },
  {
    name: '部首字符',
    examples: '⼀ ⽂ ⺠',
    treatment: 'replaced',
    pattern: '[\\u2e80-\\u2fdf]',
    isMeant: (found) => unifiedOf(found) !== found,
    code: 'text/radical',
    as: unifiedOf,
    hint: '多半是从 PDF 或扫描件复制来的；印成同形的汉字，最好也改正数据',
  },
  {
    name: '要连写、重排、叠写或从右向左排的文字',
    examples: '维吾尔文、哈萨克文、藏文、蒙古文、满文、泰文、缅甸文、希伯来文等，没有拼成音节的谚文字母',
    treatment: 'refused',
    pattern: `(?:${SHAPED}(?:${MARK})*)+`,
    code: 'text/script',
    hint: '这里排不了这种文字，换字体也不行；改为图片，或另附译文件',
  },
  {
    name: '拼成一个图形的表情符号',
    examples: '国旗、肤色、键帽，用 U+200D 连起来的',
    treatment: 'refused',
    pattern: `${EMOJI}(?:\\u200d${EMOJI})+|\\p{Extended_Pictographic}\\ufe0f?${TONE}|[\\d#*]?\\ufe0f?\\u20e3|${TONE}|[${FLAG}]+`,
    code: 'text/combining',
    hint: '删去表情符号，改用文字',
  },
  {
    name: '汉字之后的异体选择符',
    examples: 'U+FE00–FE0F U+E0100–E01EF',
    treatment: 'refused',
    pattern: '(?<=\\p{Script=Han})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
    code: 'text/forbidden-character',
    hint: '这里选不了异体字形；删去它，印出通行的字形',
  },
  {
    name: '看不见的字符',
    examples:
      '零宽空格、软连字符、字节序标记等：U+00AD U+034F U+200B–200F U+202A U+202C U+202D U+2060–2064 U+2066 U+2068–206F U+FE00–FE0F U+FEFF',
    treatment: 'dropped',
    pattern:
      '[\\u00ad\\u034f\\u200b-\\u200f\\u202a\\u202c\\u202d\\u2060-\\u2064\\u2066\\u2068-\\u206f\\ufeff\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
    code: 'text/invisible',
    hint: `${DELETE}。印出时略去`,
  },
  {
    name: '看不见而有作用的字符',
    examples: '改变方向的、加注的、标签、填充符等：U+202B U+202E U+2067 U+2800 U+3164 U+FFF9–FFFB U+E0000–E007F',
    treatment: 'refused',
    pattern: '\\p{Cf}|\\p{Default_Ignorable_Code_Point}|\\u2800',
    code: 'text/forbidden-character',
    hint: DELETE,
  },
  {
    name: '附在前一个字上、与它合成一个字符的符号',
    examples: 'e 加 U+0301 是 é',
    treatment: 'drawn',
    pattern: `\\P{M}(?:${MARK})+`,
    isMeant: composes,
    hint: '印成一个字符，复制出来与原文相同',
  },
  {
    name: '附在前一个字上的其他符号',
    examples: 'U+0300–036F U+20D0–20F0 等',
    treatment: 'refused',
    pattern: `(?:${MARK})+`,
    code: 'text/combining',
    hint: '这里叠不上这种符号；换用合成的字符，如 é，或删去它',
  },
];
