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
    { flags: '--open', description: '生成后用这台机器上的程序打开' },
    { flags: '--watch', description: '改了报告、模板、字体或印章就重新生成，直到按 Ctrl+C' },
  ],
  examples: [
    ['render 年报.docx', '读入 Word 文件，在当前文件夹生成 PDF 和 Word 文件'],
    ['render 年报.yaml -f pdf,html -o 公开', '在文件夹“公开”里生成 PDF 和网页'],
    ['render 年报.yaml -f pdf -s 印章.png -o 年报.pdf', '落款处加上印章图片，写成一个文件'],
    ['render 年报.yaml -d --open', '加“草稿”水印，生成后打开'],
    ['render 年报.yaml --watch', '改了报告、模板就重新生成'],
  ],
  run: async (files, flags: RenderFlags) => (await import('./render-files.js')).renderFiles(files, flags),
};
