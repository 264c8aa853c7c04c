import type { CommandSpec } from './command.js';
import type { CompareFlags } from './compare-files.js';
import { fontOption, forceOption, formOption, sofficeOption, templatesOption } from './look-options.js';
import { readingOptions } from './pool-options.js';

export const compareCommand: CommandSpec = {
  name: 'compare',
  operands: '<FILE...>',
  description: '比较同一机关的各年报告，或同一年各机关的报告：表格各格的增减、文字的改动',
  options: [
    {
      flags: '-o, --output <PATH>',
      description: '写到这个文件：.html、.pdf、.docx 或 .json，可重复；不写则只在屏幕上列出概要',
      repeatable: true,
    },
    { flags: '--json', description: '在屏幕上输出 JSON' },
    { flags: '--renamed', description: '这些报告是同一机关的，机关改过名' },
    formOption,
    templatesOption,
    sofficeOption,
    fontOption,
    ...readingOptions,
    forceOption,
  ],
  examples: [
    ['compare 2022.yaml 2023.yaml 2024.yaml -o 比较.html', '比较同一机关三年的报告，写成网页'],
    ['compare 甲局.docx 乙局.docx', '在屏幕上列出两个机关的差别'],
  ],
  run: async (files, flags: CompareFlags) => (await import('./compare-files.js')).compareFiles(files, flags),
};
