import type { CommandSpec } from './command.js';
import type { ExportFlags } from './export-files.js';
import { forceOption, formOption, sofficeOption, templatesOption, textOutputOption } from './look-options.js';

export const exportCommand: CommandSpec = {
  name: 'export',
  operands: '<FILE...>',
  description: '把报告的表格导出成开放数据，每个单元格一行；FILE 可以是文件夹和通配符',
  options: [
    { flags: '-f, --format <NAME>', description: 'csv 或 jsonl', default: 'csv' },
    textOutputOption,
    { flags: '--bom', description: 'CSV 开头加上 BOM，供 Excel 直接打开' },
    formOption,
    templatesOption,
    sofficeOption,
    forceOption,
  ],
  examples: [
    ['export 报告 -o 年报.csv --bom', '导出成 Excel 能直接打开的 CSV'],
    ['export 年报.yaml -f jsonl', '输出到屏幕，每行一个 JSON'],
  ],
  run: async (files, flags: ExportFlags) => (await import('./export-files.js')).exportFiles(files, flags),
};
