import type { WorkbookFlags } from './blank-workbook.js';
import type { CommandSpec } from './command.js';
import { forceOption, formOption, sofficeOption } from './look-options.js';

export const workbookCommand: CommandSpec = {
  name: 'workbook',
  operands: '[REPORT]',
  description: '生成填报用的 Excel 工作簿：空白的，或填好 REPORT 各项的；填完的工作簿可以直接 check、render、batch',
  options: [
    { flags: '-e, --edition <ID>', description: '哪一年版的格式，或自己报告格式的 id；不写则按年度' },
    { flags: '-y, --year <YEAR>', description: '报告年度；不写则为上年报告的下一年' },
    { flags: '-a, --agency <NAME>', description: '机关全称；不写则与上年报告相同' },
    { flags: '-p, --previous <FILE>', description: '上年的报告：填好上年结转，并在旁边列出上年的数字' },
    {
      flags: '-o, --output <PATH>',
      description: '写到这个 .xlsx 文件；有 --agencies 时是文件夹',
      default: '填报.xlsx',
    },
    { flags: '--agencies <CSV>', description: '机关名单，每个机关一份；表头有名称，可有曾用名、上级' },
    { flags: '--previous-folder <DIR>', description: '上年各机关报告所在的文件夹，和 --agencies 一起用' },
    formOption,
    sofficeOption,
    forceOption,
  ],
  examples: [
    ['workbook -y 2025 -a 某县财政局', '生成空白的填报工作簿'],
    ['workbook -p 2024.docx', '按上年的报告生成本年的'],
    ['workbook -y 2025 --agencies 名单.csv -o 填报', '名单上每个机关一份'],
  ],
  run: async ([report], flags: WorkbookFlags) => (await import('./workbook-files.js')).workbookFiles(report, flags),
};
