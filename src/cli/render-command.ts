import type { CommandSpec } from './command.js';
import { lookOptions } from './look-options.js';
import type { RenderFlags } from './render-files.js';

export const renderCommand: CommandSpec = {
  name: 'render',
  operands: '<FILE...>',
  description: '生成文件；FILE 是 JSON 或 YAML，- 表示标准输入',
  options: [
    ...lookOptions,
    {
      flags: '-o, --output <PATH>',
      description: '写到这个文件夹；只生成一个文件时也可以是文件名',
      default: '.',
    },
  ],
  run: async (files, flags: RenderFlags) => (await import('./render-files.js')).renderFiles(files, flags),
};
