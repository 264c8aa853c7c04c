import type { CommandSpec } from './command.js';
import { lookOptions } from './look-options.js';
import type { RenderFlags } from './render-files.js';

export const renderCommand: CommandSpec = {
  name: 'render',
  operands: '<FILE...>',
  description:
    '生成文件；FILE 是 JSON、YAML、工作簿、Word 文件、PDF、OFD、网页或纯文本，可以是文件夹和通配符，- 表示标准输入',
  options: [
    ...lookOptions,
    {
      flags: '-o, --output <PATH>',
      description: '写到这个文件夹，没有就建立；只生成一个文件时也可以是文件名，- 表示标准输出',
      default: '.',
    },
    {
      flags: '--json',
      description: '每份报告在标准输出上写一行 JSON：生成的文件、页数、签章的位置、读入时的遗漏和发现的问题',
    },
  ],
  run: async (files, flags: RenderFlags) => (await import('./render-files.js')).renderFiles(files, flags),
};
