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
  run: async (files, flags: ExportFlags) => (await import('./export-files.js')).exportFiles(files, flags),
};
