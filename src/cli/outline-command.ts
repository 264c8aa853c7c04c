import type { CommandSpec } from './command.js';
import { forceOption, formOption, sofficeOption, templatesOption, textOutputOption } from './look-options.js';
import type { OutlineFlags } from './outline-files.js';

export const outlineCommand: CommandSpec = {
  name: 'outline',
  operands: '<FILE...>',
  description: '以文字列出报告的全部内容和表格结构',
  options: [templatesOption, formOption, sofficeOption, textOutputOption, forceOption],
  examples: [['outline 年报.yaml', '看看报告会写成什么样']],
  run: async (files, flags: OutlineFlags) => (await import('./outline-files.js')).outlineFiles(files, flags),
};
