import type { OptionSpec } from './command.js';

/** Options of the commands that render many reports: how many at once, what each may use, where files go. */
export const poolOptions: readonly OptionSpec[] = [
  { flags: '-j, --jobs <N>', description: '同时生成几份；不写则与处理器核数相同' },
  { flags: '--timeout <SECONDS>', description: '每份报告最多用的时间（秒）', default: '60' },
  { flags: '--memory <MB>', description: '每个线程最多用的内存（MB）', default: '512' },
  { flags: '--s3-path-style', description: 'S3 的存储桶写在路径里，不写在主机名里' },
];

/** Options of the commands that read many reports: how many at once, what each may use. */
export const readingOptions: readonly OptionSpec[] = [
  { flags: '-j, --jobs <N>', description: '同时读几份；不写则与处理器核数相同' },
  { flags: '--timeout <SECONDS>', description: '每份报告读入最多用的时间（秒）', default: '60' },
  { flags: '--memory <MB>', description: '每个线程最多用的内存（MB）', default: '512' },
];

/** The queue's address, which every machine may have in its environment. */
export const redisOption = { flags: '--redis <URL>', env: 'NIANBAO_REDIS' } as const;
