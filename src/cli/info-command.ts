import type { CommandSpec } from './command.js';
import type { InfoFlags } from './info-text.js';

export const infoCommand: CommandSpec = {
  name: 'info',
  description: '显示版本、用到的文件夹、找到的设置，和装了哪些可选的包',
  options: [{ flags: '--json', description: '输出 JSON' }],
  examples: [['info', '报告问题时附上这些']],
  exit: null,
  run: async (_, flags: InfoFlags) => (await import('./info-text.js')).tellInfo(flags),
};
