import type { CommandSpec } from './command.js';
import type { CopyFlags } from './copy-templates.js';
import { editionChoice } from './edition-choice.js';

export const templatesCommand: CommandSpec = {
  name: 'templates',
  operands: 'copy <DIR>',
  description: '把自带的模板（报告里自动写出的句子）复制一份，供修改',
  options: [{ flags: '-e, --edition <ID>', description: async () => `${await editionChoice()}；不写则为最新的` }],
  examples: [
    ['templates copy 我的模板', '复制到“我的模板”文件夹，用“记事本”等修改'],
    ['templates copy 我的模板 -e 2019', '2019、2020 年度报告用的模板'],
  ],
  run: async ([, folder = ''], flags: CopyFlags) => (await import('./copy-templates.js')).copyTemplates(folder, flags),
};
