import type { CommandSpec } from './command.js';
import { forceOption, formOption, sofficeOption, templatesOption } from './look-options.js';
import type { ReadFlags } from './read-files.js';

export const readCommand: CommandSpec = {
  name: 'read',
  operands: '<FILE...>',
  description: '把工作簿、Word 文件、PDF、OFD、网页、纯文本读成报告数据，并说明没有读入和没有把握的地方',
  options: [
    {
      flags: '-o, --output <PATH>',
      description: '写到这个 .yaml 或 .json 文件，或这个文件夹；不写或写 - 则输出到屏幕',
    },
    { flags: '--json', description: '每份一行 JSON：{ file, report, losses }' },
    { flags: '--no-loss', description: '读得不完整、换算过或没有把握的，退出码为 1' },
    formOption,
    templatesOption,
    sofficeOption,
    forceOption,
  ],
  examples: [
    ['read 年报.docx -o 年报.yaml', '把 Word 文件读成报告数据'],
    ['read 公开.html --no-loss', '读网页，读得不完整的不算成功'],
  ],
  exit: '读不出报告；有 --no-loss 时，读得不完整也是',
  run: async (files, flags: ReadFlags) => (await import('./read-files.js')).readFiles(files, flags),
};
