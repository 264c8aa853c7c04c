import type { Words } from './code-entry.js';
import type { Cause, Clash, Given, OfFile, OneOf } from './fact-pieces.js';

/** A pattern for names of files. */
interface Pattern extends Given, OneOf {}

/** What can be wrong with where the command line is to write. */
export type OutputFacts =
  | Cause<'rollup-extension' | 'compare-extension' | 'audit-extension', OfFile & OneOf>
  | Cause<'output-format', OfFile & OfExtension>
  | Cause<'output-folder' | 'workbook-extension' | 'workbook-folder' | 'read-folder' | 'read-extension', OfFile>
  | Cause<'one-to-output' | 'json-and-output' | 'json-and-standard-output' | 'batch-folder'>
  | Cause<'findings-file', OfFile>
  | Cause<'templates-folder', OfFile>
  | Cause<'same-output', Clash>
  | Cause<'locked' | 'lock-lost', OfFile>
  | Cause<'name-end' | 'name-part' | 'name-character', Pattern>
  | Cause<'name-key', Pattern & OfKey>;

/** The extension that a name should have. */
interface OfExtension {
  /** The format that is asked for. */
  readonly format: string;
  /** The extension of its files, with the dot. */
  readonly extension: string;
}

/** A key of a pattern. */
interface OfKey {
  /** The key, without braces. */
  readonly key: string;
}

const pattern = (message: string, { given, known }: Pattern) => ({
  message,
  found: given,
  expected: `以 .{ext} 结尾的相对路径，可用 ${known.map((key) => `{${key}}`).join('、')}`,
  hint: '如 --name {year}/{agency}.{ext}',
});

/** What is said of where the command line is to write. */
export const OUTPUT_WORDS: Words<OutputFacts> = {
  'rollup-extension': ({ file, known }) => ({
    message: '-o 的扩展名不对',
    found: file,
    expected: known.join('、'),
    hint: '如 -o 汇总.yaml -o 各机关.xlsx',
  }),
  'compare-extension': ({ file, known }) => ({
    message: '-o 的文件名要说明写成什么格式',
    found: file,
    expected: `以 ${known.join('、')} 结尾的文件名`,
    hint: '如 -o 比较.html',
  }),
  'audit-extension': ({ file, known }) => ({
    message: '-o 的扩展名不对',
    found: file,
    expected: known.join('、'),
    hint: '如 -o 审核.html',
  }),
  'output-format': ({ file, format, extension }) => ({
    message: `-o 的文件名与格式 ${format} 不符`,
    found: file,
    expected: `以 ${extension} 结尾的文件名，或文件夹`,
    hint: `把文件名改成以 ${extension} 结尾，或用 -f 指定格式；要写到这个名字的文件夹，先建立它`,
  }),
  'output-folder': ({ file }) => ({
    message: '-o 只能是文件夹：要生成的不止一个文件',
    found: file,
    expected: '文件夹',
    hint: '用 -f 只选一种格式（如 -f pdf），只生成一个文件，或把 -o 改成文件夹',
  }),
  'workbook-extension': ({ file }) => ({
    message: '-o 的文件名不对',
    found: file,
    expected: '以 .xlsx 结尾的文件名',
    hint: '如 -o 填报.xlsx；给许多机关各生成一份，用 --agencies',
  }),
  'workbook-folder': ({ file }) => ({
    message: '给许多机关各生成一份，-o 是文件夹',
    found: file,
    expected: '文件夹',
    hint: '如 -o 填报/',
  }),
  'read-folder': ({ file }) => ({
    message: '-o 的路径不对',
    found: file,
    expected: '文件夹',
    hint: '几份报告写到一个文件夹，如 -o reports/',
  }),
  'read-extension': ({ file }) => ({
    message: '-o 的路径不对',
    found: file,
    expected: '以 .yaml 或 .json 结尾的文件名，或文件夹',
    hint: '如 -o 年报.yaml',
  }),
  'one-to-output': () => ({
    message: '标准输出只能写一个文件',
    found: '-o -',
    expected: '一个输入和一种格式',
    hint: '一次一份报告、一种格式，如 -f pdf -o -',
  }),
  'json-and-output': () => ({
    message: '--json 写到屏幕，不和 -o 一起用',
    found: '-o',
    expected: '两者之一',
    hint: '去掉 -o，或去掉 --json',
  }),
  'json-and-standard-output': () => ({
    message: '标准输出不能既写文件又写 JSON',
    found: '-o - 和 --json',
    expected: '二者之一',
    hint: '去掉 --json，或把 -o 改成文件夹或文件名',
  }),
  'batch-folder': () => ({
    message: '批量生成要写到文件夹',
    found: '-o -',
    expected: '文件夹',
    hint: '如 -o 输出；标准输出用 render',
  }),
  'findings-file': ({ file }) => ({
    message: '--report 只用于一份报告，文件名以 .pdf、.docx 或 .html 结尾',
    found: file,
    expected: 'xx.pdf、xx.docx 或 xx.html',
    hint: '一次检查一份报告',
  }),
  'templates-folder': ({ file }) => ({
    message: '要写文件夹，不是文件',
    found: file,
    expected: '文件夹；还没有的，会建立',
    hint: '如 nianbao templates copy 我的模板',
  }),
  'same-output': ({ name, other }) => ({
    message: `${name} 与 ${other} 会写成同一个文件`,
    found: '两份文件写到一处',
    expected: '各不相同的文件',
    hint: '分两次生成，写到不同的文件夹',
  }),
  locked: ({ file }) => ({
    message: '另一次批量生成正在写这个文件夹',
    found: file,
    expected: '没有别的进程在写的文件夹',
    hint: '等它结束，或用 -o 指定别处',
  }),
  'lock-lost': ({ file }) => ({
    message: '这个文件夹的锁被移走或被另一次批量生成接管',
    found: file,
    expected: '运行中没有别的进程在写的文件夹',
    hint: '等别的批量生成结束后再运行一次，只做剩下的',
  }),
  'name-end': (facts) => pattern('文件名要以 .{ext} 结尾', facts),
  'name-part': (facts) => pattern('文件名里有空的、或指向其他文件夹的部分', facts),
  'name-key': ({ key, ...facts }) => pattern(`文件名里不能用 {${key}}`, facts),
  'name-character': (facts) => pattern('文件名里有不能用的字符', facts),
};
