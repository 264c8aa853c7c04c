import type { CodeEntries } from './code-entry.js';

/** Problems of rendering many reports, and faults of nianbao itself. */
export const BATCH_CODES = {
  'batch/same-id': {
    kind: 'report',
    means: '批量生成的两份报告 id 相同',
    found: '第 8 行的 id：财政局',
    expected: '各不相同的 id',
    remedy: '改正其中一份的 id；重复的，删去一份',
  },
  'batch/same-name': {
    kind: 'report',
    means: '批量生成的两份报告会写成同一个文件',
    found: '2024/某县财政局.pdf',
    expected: '与其他报告不同的文件名',
    remedy: '核对年度和机关名称；确是两份报告的，在 --name 里加上 {edition} 或 {id}',
  },
  'batch/no-name': {
    kind: 'report',
    means: '报告里没有文件名要用的内容',
    found: '没有 agency.name',
    expected: '--name 用到的 year、agency.name、edition',
    remedy: '补上这些内容，或改用 {id} 命名',
  },
  'queue/unreachable': {
    kind: 'io',
    means: '连不上 Redis',
    found: '10 秒内没有回答',
    expected: '在运行、可以连接的 Redis 或 Valkey',
    remedy: '检查地址、密码和防火墙，服务器是否已启动',
  },
  'queue/refused': {
    kind: 'io',
    means: 'Redis 拒绝了请求',
    found: '内存已满',
    expected: '有空间、允许写入的 Redis',
    remedy: '检查 Redis 的内存上限和权限；再运行一次，只做剩下的',
  },
  'queue/mismatch': {
    kind: 'io',
    means: '处理队列的机器与发起批量生成的机器不一致，如版本、模板、字体不同',
    found: 'nianbao 0.1.0',
    expected: '各台机器版本相同',
    remedy: '各台机器装同一版本，用同样的模板和字体',
  },
  'queue/abandoned': {
    kind: 'internal',
    means: '多次交给 worker 都没有完成',
    found: 'worker 中断了 3 次',
    expected: '由 worker 完成',
    remedy: '检查运行 worker 的机器是否内存不足、断电；再运行一次会重试',
  },
  'worker/crashed': {
    kind: 'internal',
    means: '处理这份报告的线程崩溃了，其余报告不受影响',
    found: '线程退出',
    expected: '线程正常完成',
    remedy: '再运行一次会重试；仍然如此，请报告给 nianbao',
  },
  'worker/memory': {
    kind: 'internal',
    means: '处理这份报告所需的内存超过上限',
    found: '超过 512 MB',
    expected: '不超过 512 MB',
    remedy: '检查报告是否异常庞大；确实需要的，用 --memory 提高上限',
  },
  'worker/timeout': {
    kind: 'internal',
    means: '处理这份报告的时间超过上限',
    found: '超过 60 秒',
    expected: '不超过 60 秒',
    remedy: '检查报告是否异常庞大、模板是否循环过多；确实需要的，用 --timeout 提高上限',
  },
  internal: {
    kind: 'internal',
    means: 'nianbao 自身出错',
    found: '程序的出错信息',
    expected: '',
    remedy: '请带上这段文字报告',
  },
} as const satisfies CodeEntries;
