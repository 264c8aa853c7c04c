import type { CommandSpec } from './command.js';
import { formOption, templatesOption } from './look-options.js';
import type { VerifyFlags } from './verify-files.js';

export const verifyCommand: CommandSpec = {
  name: 'verify',
  operands: '<PUBLISHED> <REPORT>',
  description: '核对公布的网页、Word 文件、PDF、OFD 或工作簿里看到的，是否就是签发的报告',
  options: [
    { flags: '--json', description: '输出 JSON：{ file, report, isSame, differences, outside, losses }' },
    formOption,
    templatesOption,
  ],
  examples: [['verify 公开.html 年报.yaml', '核对网上公布的是不是签发的那份']],
  exit: '公布的与报告不一致',
  run: async ([published = '', report = ''], flags: VerifyFlags) =>
    (await import('./verify-files.js')).verifyFiles(published, report, flags),
};
