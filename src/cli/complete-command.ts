import type { CommandSpec } from './command.js';

/** The command by which shells complete what is typed. @param others the commands that there are */
export const completeCommand = (others: readonly CommandSpec[]): CommandSpec => ({
  name: 'complete',
  operands: '[SHELL...]',
  description: '输出命令行补全的脚本：bash、zsh、fish 或 powershell',
  options: [],
  examples: [
    ['complete bash > ~/.nianbao.bash', '存成文件，在 ~/.bashrc 里加一行 source ~/.nianbao.bash'],
    ['complete zsh > ~/.zfunc/_nianbao', '存到 zsh 找补全函数的文件夹'],
    ['complete powershell >> $PROFILE', 'Windows 的 PowerShell'],
  ],
  exit: null,
  run: async (words) => (await import('./complete-words.js')).complete(words, others),
});
