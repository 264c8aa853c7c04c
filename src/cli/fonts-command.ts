import type { CommandSpec } from './command.js';
import type { FontsFlags } from './font-list.js';
import { fontOption, formOption, sofficeOption, templatesOption } from './look-options.js';

export const fontsCommand: CommandSpec = {
  name: 'fonts',
  operands: '[FILE...]',
  description: '列出各处用什么字体；给出 --font 时，列出自己的字体缺哪些字，给出报告 FILE 时只看报告里的字',
  options: [fontOption, { flags: '--json', description: '输出 JSON' }, formOption, templatesOption, sofficeOption],
  examples: [
    ['fonts', '列出各处用什么字体'],
    ['fonts --font body=仿宋.ttf', '这个字体缺常用字（GB 2312）里的哪些'],
    ['fonts 年报.yaml --font body=仿宋.ttf', '这个字体缺这份报告里的哪些字'],
  ],
  run: async (files, flags: FontsFlags) => (await import('./font-list.js')).listFonts(files, flags),
};
