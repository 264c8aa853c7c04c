import type { CodeEntries } from './code-entry.js';

/** Problems of a call, of its settings and of the files that it names. */
export const CALL_CODES = {
  'usage/argument': {
    kind: 'usage',
    means: '命令或函数的参数不对：少写、多写，或互相矛盾；名单写得不对的也算',
    found: '--seal-width 500',
    expected: '大于 0、不超过 100 的毫米数',
    remedy: '按“应为”改正；命令的用法见 nianbao help 命令',
  },
  'usage/output-is-input': {
    kind: 'usage',
    means: '要写的文件就是这次要读的文件，不能写在它上面',
    found: '输出和输入都是 年报.docx',
    expected: '不同于所有输入的文件',
    remedy: '用 -o 写到别处；加 --force 也不会覆盖',
  },
  'config/invalid': {
    kind: 'usage',
    means: 'nianbao.config.json 里的设置，或代码里的 rules、limits 选项不对',
    found: '"text/figuer": "off"',
    expected: '"text/figure": "off"',
    remedy: '按提示的名称改正；规则见 docs/rules.md，限制见 docs/limits.md',
  },
  'package/missing': {
    kind: 'usage',
    means: '要做的事另需一个包，没有安装',
    found: '没有 pdfjs-dist',
    expected: '与 nianbao 装在一处的 pdfjs-dist',
    remedy: '照提示安装，如 npm install pdfjs-dist@5.4.296',
  },
  'file/not-found': {
    kind: 'io',
    means: '找不到文件，或文件夹、通配符里没有报告',
    found: '没有 年报.yaml',
    expected: '可以读取的文件',
    remedy: '检查路径；命令行里的通配符要加引号',
  },
  'file/unreadable': {
    kind: 'io',
    means: '文件或文件夹在，但读不了',
    found: '没有权限',
    expected: '可以读取的文件',
    remedy: '检查它是不是文件、有没有读取权限',
  },
  'file/unwritable': {
    kind: 'io',
    means: '不能写到那里，如没有权限、文件正被 Word 打开、那里是一个文件夹',
    found: '文件正被别的程序使用',
    expected: '可以写入的位置',
    remedy: '关闭打开着它的程序，或用 -o 写到别处',
  },
  'file/exists': {
    kind: 'io',
    means: '已有同名文件，它不是 nianbao 生成的，或者生成后签过章、改过，不覆盖',
    found: '年报.docx 生成后改过',
    expected: '没有文件，或 nianbao 生成后没有动过的文件',
    remedy: '用 -o 写到别处；确定不要的，加 --force 覆盖',
  },
  'file/no-space': {
    kind: 'io',
    means: '磁盘写不下',
    found: '磁盘已满',
    expected: '有空间的磁盘',
    remedy: '腾出空间后再运行一次；批量生成只做剩下的',
  },
} as const satisfies CodeEntries;
