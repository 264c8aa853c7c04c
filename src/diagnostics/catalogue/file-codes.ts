import { firstFew } from '../first-few.js';
import { byCause, type CodeEntries } from './code-entry.js';
import type { Because, Cause, Given, Listed, OfFile } from './fact-pieces.js';

type NotFoundFacts =
  | Cause<'file', OfFile & Because>
  | Cause<'folder', OfFile>
  | Cause<'folder-of-documents', OfFile>
  | Cause<'pattern', OfFile>;

type UnreadableFacts = Cause<'file' | 'folder' | 'object', OfFile & Because>;

type UnwritableFacts =
  | Cause<'file', OfFile & Because>
  | Cause<'long-name', OfFile & Because>
  | Cause<'folder', OfFile>
  | Cause<'outside', OfFile>
  | Cause<'link', OfFile>
  | Cause<'unusual-name', OfFile>
  | Cause<'object', OfFile & Because>;

type ExistsFacts = Cause<'output', OfFile> | Cause<'templates', OfFile & Listed>;

/** The facts of problems of the files that a call names. */
export interface FileFacts {
  /** The input; another name of it, if it was typed otherwise. */
  'usage/output-is-input': OfFile & Given;
  /** What was not found. */
  'file/not-found': NotFoundFacts;
  /** What could not be read. */
  'file/unreadable': UnreadableFacts;
  /** What could not be written. */
  'file/unwritable': UnwritableFacts;
  /** What is there already. */
  'file/exists': ExistsFacts;
  /** What did not find room, in a folder or in an object store. */
  'file/no-space': Cause<'file' | 'object', OfFile & Because>;
}

const STORE = {
  expected: '可以读写的 S3 存储',
  hint: '检查存储桶、密钥、地域（AWS_REGION）和服务地址（AWS_ENDPOINT_URL_S3）',
};

/** Problems of the files that a call names. */
export const FILE_CODES: CodeEntries<FileFacts> = {
  'usage/output-is-input': {
    kind: 'usage',
    means: '要写的文件就是这次要读的文件，不能写在它上面',
    found: '输出和输入都是 年报.docx',
    expected: '不同于所有输入的文件',
    remedy: '用 -o 写到别处；加 --force 也不会覆盖',
    says: ({ file, given }) => ({
      message: `${file} 是这次要读取的文件，不能写在它上面`,
      found: given === file ? '输出和输入是同一个文件' : `与输入 ${given} 是同一个文件`,
    }),
  },
  'file/not-found': {
    kind: 'io',
    means: '找不到文件，或文件夹、通配符里没有报告',
    found: '没有 年报.yaml',
    expected: '可以读取的文件',
    remedy: '检查路径；命令行里的通配符要加引号',
    says: byCause<NotFoundFacts>({
      file: ({ file, reason }) => ({ message: `找不到文件 ${file}`, found: reason, hint: '检查路径是否写对' }),
      folder: ({ file }) => ({
        message: `${file} 里没有报告`,
        found: '没有匹配的文件',
        expected: 'JSON、YAML 文件或填报的工作簿',
        hint: `检查路径；Word 文件、PDF 和网页要写文件名或通配符，如 "${file.replace(/\/$/, '')}/*.docx"`,
      }),
      'folder-of-documents': ({ file }) => ({
        message: `${file} 里没有报告`,
        found: '没有匹配的文件',
        expected: 'Word 文件、网页、PDF、工作簿、JSON 或 YAML 文件',
        hint: '检查路径',
      }),
      pattern: ({ file }) => ({
        message: `${file} 里没有报告`,
        found: '没有匹配的文件',
        expected: '报告的文件',
        hint: '检查路径和通配符；命令行里的通配符要加引号',
      }),
    }),
  },
  'file/unreadable': {
    kind: 'io',
    means: '文件或文件夹在，但读不了',
    found: '没有权限',
    expected: '可以读取的文件',
    remedy: '检查它是不是文件、有没有读取权限',
    says: byCause<UnreadableFacts>({
      file: ({ file, reason }) => ({ message: `无法读取文件 ${file}`, found: reason }),
      folder: ({ file, reason }) => ({
        message: `无法读取文件夹 ${file}`,
        found: reason,
        expected: '可以读取的文件夹',
        hint: '检查它有没有读取权限，或只写要用的文件',
      }),
      object: ({ file, reason }) => ({ message: `无法读取 ${file}`, found: reason, ...STORE }),
    }),
  },
  'file/unwritable': {
    kind: 'io',
    means: '不能写到那里，如没有权限、文件正被 Word 打开、那里是一个文件夹',
    found: '文件正被别的程序使用',
    expected: '可以写入的位置',
    remedy: '关闭打开着它的程序，或用 -o 写到别处',
    says: byCause<UnwritableFacts>({
      file: ({ file, reason }) => ({
        message: `无法写入 ${file}`,
        found: reason,
        hint: '检查文件夹的写入权限和同名的文件夹',
      }),
      'long-name': ({ file, reason }) => ({
        message: `无法写入 ${file}`,
        found: reason,
        hint: '把文件名改短：多数系统最多 255 字节，加上扩展名约 83 个汉字',
      }),
      folder: ({ file }) => ({
        message: `无法写入 ${file}`,
        found: '这是一个文件夹',
        hint: '写文件的名字；或移走这个同名的文件夹',
      }),
      outside: ({ file }) => ({
        message: '文件名越出了输出文件夹',
        found: file,
        expected: '输出文件夹之内的相对路径',
        hint: '检查文件名的写法',
      }),
      link: ({ file }) => ({
        message: '文件名越出了输出文件夹',
        found: `${file} 是链接`,
        expected: '输出文件夹之内的相对路径',
        hint: '把这个链接换成文件夹；要写到别处，用 -o 指定',
      }),
      'unusual-name': ({ file }) => ({
        message: '任务要写的文件名不能用',
        found: file,
        expected: '输出文件夹之内、以格式的扩展名结尾、不以点开头的相对路径',
        hint: '用 nianbao batch 发起任务',
      }),
      object: ({ file, reason }) => ({ message: `无法写入 ${file}`, found: reason, ...STORE }),
    }),
  },
  'file/exists': {
    kind: 'io',
    means: '已有同名文件，它不是 nianbao 生成的，或者生成后签过章、改过，不覆盖',
    found: '年报.docx 生成后改过',
    expected: '没有文件，或 nianbao 生成后没有动过的文件',
    remedy: '用 -o 写到别处；确定不要的，加 --force 覆盖',
    says: byCause<ExistsFacts>({
      output: ({ file }) => ({
        message: `不覆盖已有的文件 ${file}`,
        found: '已有同名文件，它不是 nianbao 生成的，或者生成后签过章、可能改过',
        hint: '用 -o 写到别处；确定不要这个文件的，加 --force 覆盖',
      }),
      templates: ({ file, all }) => ({
        message: `${file} 里已有同名的模板，不覆盖`,
        found: firstFew(all, '个文件'),
        expected: '没有同名的文件',
        hint: '复制到别的文件夹；要重新取得自带的，先把已有的移到别处',
      }),
    }),
  },
  'file/no-space': {
    kind: 'io',
    means: '磁盘写不下',
    found: '磁盘已满',
    expected: '有空间、可写入的磁盘',
    remedy: '腾出空间后再运行一次；批量生成只做剩下的',
    says: ({ cause, file, reason }) =>
      cause === 'object'
        ? { message: `无法写入 ${file}`, found: reason, ...STORE }
        : { message: `磁盘写不下 ${file}`, found: reason },
  },
};
