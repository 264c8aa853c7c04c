import type { CommandSpec } from './command.js';
import { formOption } from './look-options.js';
import { poolOptions, redisOption } from './pool-options.js';
import type { WorkerFlags } from './run-worker.js';

export const workerCommand: CommandSpec = {
  name: 'worker',
  description: '生成队列中的报告，直到收到 SIGINT 或 SIGTERM',
  options: [
    ...poolOptions,
    { ...redisOption, description: '队列所在的 Redis，如 redis://127.0.0.1:6379', required: true },
    {
      flags: '-o, --output <DIR>',
      description: '写到这个共享文件夹，或 s3://桶/前缀；与 batch 的 -o 指同一处',
      required: true,
    },
    {
      flags: '--stalled-after <SECONDS>',
      description: 'worker 多久没有响应，就把它手上的报告交给别的 worker（秒）',
      default: '30',
    },
    formOption,
    { flags: '--font <FILE>', description: '任务可以用的字体文件，可重复；名单以外的不用', repeatable: true },
    { flags: '--templates <DIR>', description: '任务可以用的模板文件夹，可重复；名单以外的不用', repeatable: true },
  ],
  examples: [['worker --redis redis://127.0.0.1:6379 -o /共享/公开', '处理队列中的报告，写到共享文件夹']],
  run: async (_, flags: WorkerFlags) => (await import('./run-worker.js')).runWorker(flags),
};
