import { codePointName } from '../code-point-name.js';
import type { CodeEntries } from './code-entry.js';
import type { Because, Cause, Listed, NoFacts, OfFile, Quoted } from './fact-pieces.js';

/** A character that another font draws. */
interface Substitution extends Quoted {
  /** The character. */
  readonly character: string;
  /** The shipped face that draws it. */
  readonly face: string;
}

/** The facts of problems of fonts, seals and what a file carries. */
export interface ResourceFacts {
  /** The file of the package. */
  'assets/missing': OfFile;
  /** The file. */
  'font/missing-file': Cause<'file', OfFile & Because>;
  /** The file. */
  'font/unreadable': Cause<'file' | 'font', OfFile & Because>;
  /** The character and what draws it. */
  'font/substituted': Substitution;
  /** What is wrong with the picture. */
  'seal/unreadable': Because;
  /** There is nothing more to say. */
  'seal/no-signoff': NoFacts;
  /** There is nothing more to say. */
  'seal/opaque': NoFacts;
  /** The files. */
  'attach/left-out': Listed;
}

/** Problems of fonts, seals and what a file carries. */
export const RESOURCE_CODES: CodeEntries<ResourceFacts> = {
  'assets/missing': {
    kind: 'resource',
    means: '找不到随 nianbao 附带的模板或字体，多半是代码经打包工具合并，没有带上它们',
    found: '没有 fonts/GongWen-Hei.ttf',
    expected: 'nianbao 的 templates 和 fonts 文件夹',
    remedy: '把这两个文件夹复制到生成的文件旁边，或用 assets 选项指明（docs/bundlers.md）',
    says: ({ file }) => ({
      message: `找不到随 nianbao 附带的文件 ${file}`,
      found: '没有',
      hint: '用打包工具合并了代码的，把这两个文件夹复制到生成的文件旁边，或用 assets 选项指明它们在哪里',
    }),
  },
  'font/missing-file': {
    kind: 'resource',
    means: '找不到字体文件',
    found: '仿宋.ttf：没有这个文件',
    expected: '可以读取的字体文件',
    remedy: '检查 --font 后面的路径',
    says: ({ file, reason }) => ({ message: `找不到字体文件 ${file}`, found: reason }),
  },
  'font/unreadable': {
    kind: 'resource',
    means: '字体文件用不了，如 .otf、.ttc、.woff2',
    found: 'CFF 轮廓的字体（.otf）',
    expected: '含 glyf 轮廓的 TrueType 字体（.ttf）',
    remedy: '换用 TrueType 格式的字体文件；CFF（.otf）、集合（.ttc）和 WOFF2 不能用',
    says: ({ cause, file, reason }) =>
      cause === 'font'
        ? { message: `不能使用字体文件 ${file}`, found: reason }
        : {
            message: `无法读取字体文件 ${file}`,
            found: reason,
            expected: '可以读取的字体文件',
            hint: '检查它是不是文件、有没有读取权限',
          },
  },
  'font/substituted': {
    kind: 'resource',
    means: '所配的字体里没有这个字，用自带的字体代替',
    found: '淏',
    expected: '所配字体里有的字符',
    remedy: '配上字数更多的字体，如带 GBK 的版本；不介意的，不必处理',
    says: ({ character, face, text }) => ({
      message: `所配的字体里没有“${character}”（${codePointName(character)}），用自带的 ${face} 代替`,
      found: text,
    }),
  },
  'seal/unreadable': {
    kind: 'resource',
    means: '不能使用印章图片',
    found: 'JPEG 图片',
    expected: '完整的 PNG 图片',
    remedy: '换用完整的 PNG 图片，底色透明为好',
    says: ({ reason }) => ({ found: reason }),
  },
  'seal/no-signoff': {
    kind: 'resource',
    means: '报告没有落款，印章没有地方可盖',
    found: '没有 signoff',
    expected: '有落款（signoff）的报告',
    remedy: '在报告里写上 signoff，或者不要印章和盖章的位置',
    says: () => ({}),
  },
  'seal/opaque': {
    kind: 'resource',
    means: '印章图片的底色不透明，在 Word 文件里会盖住署名和日期',
    found: '白色的底',
    expected: '底色透明的 PNG 图片',
    remedy: '去掉底色后另存为透明的 PNG',
    says: () => ({
      message: '印章图片有不透明的底色',
      found: '没有透明的底色',
      hint: '去掉底色后另存为透明的 PNG；在 Word 文件里，底色会盖住署名和日期',
    }),
  },
  'attach/left-out': {
    kind: 'usage',
    means: '存档用的 OFD 没有附带这些文件：存档只收 TXT 和 XML',
    found: 'JSON',
    expected: 'TXT、XML 文件',
    remedy: '数据随 PDF、Word 文件或不存档的 OFD 附带，或用 nianbao export 另存',
    says: ({ all }) => ({ found: all.join('、') }),
  },
};
