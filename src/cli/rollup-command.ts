import type { CommandSpec } from './command.js';
import { forceOption, formOption, sofficeOption, templatesOption } from './look-options.js';
import { readingOptions } from './pool-options.js';
import type { RollupFlags } from './rollup-files.js';

export const rollupCommand: CommandSpec = {
  name: 'rollup',
  operands: '<INPUT...>',
  description:
    '把下级机关的报告逐格相加，汇总成上级机关的报告；缺一个机关的数就不给合计，并写明缺谁。INPUT 是各种格式的报告、文件夹、通配符',
  options: [
    { flags: '-a, --agency <NAME>', description: '汇总的机关，即这些机关的上级；必须写', required: true },
    { flags: '-y, --year <YEAR>', description: '报告年度；不写则为多数报告的年度' },
    {
      flags: '--agencies <CSV>',
      description: '机关名单，表头为 名称、曾用名、上级；不写则 INPUT 里的机关都是下级',
    },
    { flags: '-e, --edition <ID>', description: '哪一年版的格式，或自己报告格式的 id；不写则为多数报告的' },
    { flags: '-p, --previous <FILE>', description: '汇总的机关上年的报告，用来核对上年结转等' },
    { flags: '--previous-folder <DIR>', description: '各下级机关上年报告所在的文件夹，只用来核对与上年是否相接' },
    { flags: '--against <FILE>', description: '已经公布的合计，任何能读的格式，逐格比较' },
    { flags: '--blank-as-zero', description: '报告里留空的格按 0 计；没有读到的和缺报的不算' },
    {
      flags: '-o, --output <PATH>',
      description:
        '汇总写到这个 .yaml 或 .json 文件，各机关的数写到 .xlsx 文件，可重复；不写或写 - 则把 YAML 输出到屏幕',
      repeatable: true,
    },
    { flags: '--json', description: '把结果全部输出成 JSON：各格的来源、缺谁、比较、问题' },
    formOption,
    templatesOption,
    sofficeOption,
    ...readingOptions,
    forceOption,
  ],
  examples: [
    ['rollup 报告 -a 某县人民政府 -o 汇总.yaml -o 各机关.xlsx', '逐格相加，另存各机关的数'],
    ['rollup 报告 -a 某县人民政府 --agencies 名单.csv --against 公开.pdf', '查谁没有报，并与公布的合计比较'],
  ],
  exit: '缺报、对不上，或有错误',
  run: async (inputs, flags: RollupFlags) => (await import('./rollup-files.js')).rollupFiles(inputs, flags),
};
