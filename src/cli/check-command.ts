import type { CheckFlags } from './check-files.js';
import type { CommandSpec } from './command.js';
import { fontOption, forceOption, formOption, sofficeOption, templatesOption } from './look-options.js';

export const checkCommand: CommandSpec = {
  name: 'check',
  operands: '<FILE...>',
  description: '检查报告，不生成文件；FILE 可以是文件夹和通配符，- 表示标准输入',
  options: [
    templatesOption,
    formOption,
    sofficeOption,
    fontOption,
    { flags: '-f, --format <NAME>', description: 'text、json、sarif 或 junit', default: 'text' },
    { flags: '-p, --previous <FILE>', description: '上年的报告，用来核对跨年的数字' },
    { flags: '-s, --strict', description: '有警告也算不通过' },
    { flags: '--places', description: '逐一列出各处，如每个空白的单元格' },
    { flags: '--fix', description: '改正不会改变意思的写法（半角标点、〈〉、多余的空格），写回 JSON、YAML' },
    { flags: '--fix-enumerators', description: '同上，并依次改正序号' },
    { flags: '--dry-run', description: '和 --fix 一起用：只显示会改哪些，不写文件' },
    { flags: '-r, --report <PATH>', description: '把校验结果另存为 PDF、DOCX 或 HTML' },
    { flags: '--annotate <XLSX>', description: '把校验结果写成批注，存到填报工作簿的一份副本里' },
    forceOption,
  ],
  examples: [
    ['check 年报.yaml -p 上年.yaml', '核对，连同与上年是否相接'],
    ['check 填报.xlsx --annotate 退回.xlsx', '把问题写成批注，存到一份副本里'],
    ['check 报告 -s -f junit', '核对一个文件夹，有警告也算不通过，结果供程序读取'],
    ['check 年报.yaml --fix', '改正不会改变意思的写法'],
  ],
  exit: '有错误；有 --strict 时，有警告也是',
  run: async (files, flags: CheckFlags) => (await import('./check-files.js')).checkFiles(files, flags),
};
