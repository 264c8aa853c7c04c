import type { CommandSpec } from './command.js';
import { editionChoice } from './edition-choice.js';
import type { InitFlags } from './init-report.js';
import { forceOption, formOption, sofficeOption, textOutputOption } from './look-options.js';

export const initCommand: CommandSpec = {
  name: 'init',
  description: '写出一份待填的报告',
  options: [
    {
      flags: '-e, --edition <ID>',
      description: async () => `${await editionChoice()}，或自己报告格式的 id；不写则按年度`,
    },
    { flags: '-y, --year <YEAR>', description: '报告年度；不写则为上年报告的下一年' },
    { flags: '-a, --agency <NAME>', description: '机关全称；不写则与上年报告相同' },
    { flags: '-p, --previous <FILE>', description: '上年的报告，据以填写上年结转' },
    textOutputOption,
    { flags: '--json', description: '写成 JSON；不写则为 YAML，文件名以 .json 结尾的除外' },
    forceOption,
    formOption,
    sofficeOption,
  ],
  examples: [
    ['init -e 2021 -y 2025 -a 某县财政局 -o 年报.yaml', '写出待填的 YAML'],
    ['init -e 2021 -y 2025 -a 某县财政局 -p 2024.docx -o 年报.yaml', '按上年的报告填好上年结转'],
  ],
  run: async (_, flags: InitFlags) => (await import('./init-report.js')).initReport(flags),
};
