import type { CommandSpec } from '../command.js';
import { fontOption, forceOption, formOption, sofficeOption, templatesOption } from '../look-options.js';
import type { AuditFlags } from './audit-files.js';

export const auditCommand: CommandSpec = {
  name: 'audit',
  operands: '<INPUT...>',
  description:
    '一次核对许多报告：各年相接、照抄、重复、缺报；INPUT 是各种格式的报告、文件夹、通配符、列出路径的文本文件、JSONL，- 表示标准输入的 JSONL',
  options: [
    { flags: '-a, --agencies <CSV>', description: '机关名单，表头为 名称、曾用名、上级；查谁没有交、曾用什么名称' },
    {
      flags: '-y, --years <YEARS>',
      description: '审核哪些年度，如 2021-2024 或 2022,2024；其他年度的报告只用来核对。不写则是多数机关交了报告的各年',
    },
    { flags: '--previous-folder <DIR>', description: '上年报告所在的文件夹，只用来核对' },
    {
      flags: '-o, --output <PATH>',
      description: '结果写到这个文件：.html、.xlsx、.pdf 或 .json；写 - 则把 JSON 输出到屏幕；不写则显示摘要',
    },
    templatesOption,
    formOption,
    sofficeOption,
    fontOption,
    { flags: '-s, --strict', description: '有警告也算不通过' },
    { flags: '-j, --jobs <N>', description: '同时核对几份；不写则与处理器核数相同' },
    { flags: '--timeout <SECONDS>', description: '每份报告读入、核对各最多用的时间（秒）', default: '60' },
    { flags: '--memory <MB>', description: '每个线程最多用的内存（MB）', default: '512' },
    forceOption,
  ],
  examples: [
    ['audit 报告 -a 名单.csv -o 审核.html', '核对一个文件夹，查谁没有交，写成网页'],
    ['audit 报告 --previous-folder 上年 -o 审核.xlsx', '连同与上年是否相接，写成工作簿'],
  ],
  exit: '有报告有错误，或没有交',
  run: async (inputs, flags: AuditFlags) => (await import('./audit-files.js')).auditFiles(inputs, flags),
};
