import type { CommandSpec } from '../command.js';
import { lookOptions } from '../look-options.js';
import { poolOptions, redisOption } from '../pool-options.js';
import type { BatchFlags } from './batch-files.js';

export const batchCommand: CommandSpec = {
  name: 'batch',
  operands: '<INPUT...>',
  description: '批量生成；INPUT 是报告、文件夹、通配符、列出路径的文本文件、JSONL，- 表示标准输入的 JSONL',
  options: [
    ...lookOptions,
    ...poolOptions,
    {
      flags: '-o, --output <DIR>',
      description: '写到这个文件夹，连同清单 manifest.jsonl；或 s3://桶/前缀',
      required: true,
    },
    {
      flags: '-n, --name <PATTERN>',
      description: '文件名；可用 {year}、{agency}、{edition}、{id}',
      default: '{year}/{agency}.{ext}',
    },
    { flags: '-c, --changed', description: '只重新生成有变化的' },
    {
      ...redisOption,
      description: '交给各台机器上的 nianbao worker；这时 --jobs 指队列中最多几份，--timeout、--memory 由 worker 定',
    },
    { flags: '--manifest <DIR>', description: '写到 S3 时，清单所在的文件夹；不写则是当前文件夹' },
  ],
  examples: [
    ['batch 报告 -o 公开 -j 4', '文件夹“报告”里的都生成，同时四份'],
    ['batch 名单.txt -o 公开 -c', '按名单生成，只重新生成有变化的'],
    ['batch 报告 -o s3://桶/年报 --redis redis://127.0.0.1:6379', '交给队列，由各台机器上的 worker 生成'],
  ],
  exit: '有报告没有生成',
  run: async (inputs, flags: BatchFlags) => (await import('./batch-files.js')).batchFiles(inputs, flags),
};
