import { byCause, type CodeEntries } from './code-entry.js';
import type { AtMost, Because, Cause, Clash, Given, Listed, Named, NoFacts, OfFile, Wanted } from './fact-pieces.js';

/** A machine that works for a queue. */
interface OfMachine {
  /** The name of the machine in the queue. */
  readonly worker: string;
}

type MismatchFacts =
  | Cause<'version', OfMachine & Given & Wanted>
  | Cause<'output', OfMachine>
  | Cause<'input', OfMachine & Listed>
  | Cause<'job', { readonly place: string }>
  | Cause<'font', OfFile>
  | Cause<'templates', OfFile>
  | Cause<'limit', Named & Given & AtMost>;

/** The facts of problems of rendering many reports, and of faults of nianbao itself. */
export interface BatchFacts {
  /** The id that two reports have, and where the second one stands. */
  'batch/same-id': Named & OfFile;
  /** The name that two files would have, and the id of the report that has it. */
  'batch/same-name': Clash;
  /** Nothing of the name was found. */
  'batch/no-name': NoFacts;
  /** The address of the server, without its password. */
  'queue/unreachable': Named & Because;
  /** What the server said. */
  'queue/refused': Because;
  /** In what a machine differs. */
  'queue/mismatch': MismatchFacts;
  /** What the queue knows of it. */
  'queue/abandoned': Because;
  /** What the thread left. */
  'worker/crashed': Because;
  /** Megabytes. */
  'worker/memory': AtMost;
  /** Seconds. */
  'worker/timeout': AtMost;
  /** The error. */
  internal: Because;
}

const unlisted = (file: string, what: string, option: string) => ({
  message: `任务要用的${what}不在这台 worker 的名单里`,
  found: file,
  expected: `启动 worker 时用 ${option} 列出的${what}`,
  hint: `确实要用的，在各台机器上给 worker 加上 ${option}，再重新启动`,
});

const differs = ({ worker }: OfMachine) => `worker ${worker} 与发起批量生成的机器不一致`;

/** Problems of rendering many reports, and faults of nianbao itself. */
export const BATCH_CODES: CodeEntries<BatchFacts> = {
  'batch/same-id': {
    kind: 'report',
    means: '批量生成的两份报告 id 相同',
    found: '第 8 行的 id：财政局',
    expected: '各不相同的 id',
    remedy: '改正其中一份的 id；重复的，删去一份',
    says: ({ name, file }) => ({ message: `前面已有一份报告的 id 是 ${name}`, found: `${file} 的 id：${name}` }),
  },
  'batch/same-name': {
    kind: 'report',
    means: '批量生成的两份报告会写成同一个文件',
    found: '2024/某县财政局.pdf',
    expected: '与其他报告不同的文件名',
    remedy: '核对年度和机关名称；确是两份报告的，在 --name 里加上 {edition} 或 {id}',
    says: ({ name, other }) => ({ message: `与 ${other} 的文件同名`, found: name }),
  },
  'batch/no-name': {
    kind: 'report',
    means: '报告里没有文件名要用的内容',
    found: '没有 agency.name',
    expected: '--name 用到的 year、agency.name、edition',
    remedy: '补上这些内容，或改用 {id} 命名',
    says: () => ({ found: '没有' }),
  },
  'queue/unreachable': {
    kind: 'io',
    means: '连不上 Redis',
    found: '10 秒内没有回答',
    expected: '在运行、可以连接的 Redis 或 Valkey',
    remedy: '检查地址、密码和防火墙，服务器是否已启动',
    says: ({ name, reason }) => ({ message: `连不上 Redis ${name}`, found: reason }),
  },
  'queue/refused': {
    kind: 'io',
    means: 'Redis 拒绝了请求',
    found: '内存已满',
    expected: '有空间、允许写入的 Redis',
    remedy: '检查 Redis 的内存上限和权限；再运行一次，只做剩下的',
    says: ({ reason }) => ({ found: reason }),
  },
  'queue/mismatch': {
    kind: 'io',
    means: '处理队列的机器与发起批量生成的机器不一致，如版本、模板、字体不同',
    found: 'nianbao 0.1.0',
    expected: '各台机器版本相同',
    remedy: '各台机器装同一版本，用同样的模板和字体',
    says: byCause<MismatchFacts>({
      version: ({ given, wanted, ...machine }) => ({
        message: differs(machine),
        found: `nianbao ${given}`,
        expected: `nianbao ${wanted}`,
        hint: '在各台机器上安装同一版本，再重新启动 worker',
      }),
      output: (machine) => ({
        message: differs(machine),
        found: '另一个输出位置',
        expected: '与批量生成相同的共享文件夹或 S3 位置',
        hint: '两边的 -o 要指同一处；共享文件夹要已挂载',
      }),
      input: ({ all, ...machine }) =>
        all.length > 0
          ? {
              message: differs(machine),
              found: '内容不同的报告格式、字体或模板',
              expected: `两边内容相同的报告格式 ${all.join('、')}、字体和模板`,
              hint: '用 --form 给 worker 同样的报告格式，把字体和模板放到各台机器的同一路径，再重新启动 worker',
            }
          : {
              message: differs(machine),
              found: '内容不同的字体或模板',
              expected: '两边内容相同的字体和模板',
              hint: '把字体和模板放到各台机器的同一路径，再重新启动 worker',
            },
      job: ({ place }) => ({
        message: '队列里的这一项不是批量生成放进去的任务',
        found: place === '' ? '整项' : place,
        expected: 'nianbao batch 写的任务，没有别的内容',
        hint: '查看谁能写入这个 Redis；队列只给 nianbao 用，要设密码',
      }),
      font: ({ file }) => unlisted(file, '字体', '--font'),
      templates: ({ file }) => unlisted(file, '模板', '--templates'),
      limit: ({ name, given, most }) => ({
        message: `任务的限制 ${name} 比这台 worker 的宽`,
        found: given,
        expected: `不超过 ${most}`,
        hint: '确实要放宽的，写进各台机器上 worker 的 nianbao.config.json，再重新启动',
      }),
    }),
  },
  'queue/abandoned': {
    kind: 'internal',
    means: '多次交给 worker 都没有完成',
    found: 'worker 中断了 3 次',
    expected: '由 worker 完成',
    remedy: '检查运行 worker 的机器是否内存不足、断电；再运行一次会重试',
    says: ({ reason }) => ({ found: reason }),
  },
  'worker/crashed': {
    kind: 'internal',
    means: '处理这份报告的线程崩溃了，其余报告不受影响',
    found: '线程退出',
    expected: '线程正常完成',
    remedy: '再运行一次会重试；仍然如此，请报告给 nianbao',
    says: ({ reason }) => ({
      message: '处理这份报告的线程崩溃了',
      found: reason,
      hint: '其余报告不受影响；再运行一次会重试，仍然如此请报告给 nianbao',
    }),
  },
  'worker/memory': {
    kind: 'internal',
    means: '处理这份报告所需的内存超过上限',
    found: '超过 512 MB',
    expected: '不超过 512 MB',
    remedy: '检查报告是否异常庞大；确实需要的，用 --memory 提高上限',
    says: ({ most }) => ({ found: `超过 ${most} MB`, expected: `不超过 ${most} MB` }),
  },
  'worker/timeout': {
    kind: 'internal',
    means: '处理这份报告的时间超过上限',
    found: '超过 60 秒',
    expected: '不超过 60 秒',
    remedy: '检查报告是否异常庞大、模板是否循环过多；确实需要的，用 --timeout 提高上限',
    says: ({ most }) => ({ found: `超过 ${most} 秒`, expected: `不超过 ${most} 秒` }),
  },
  internal: {
    kind: 'internal',
    means: 'nianbao 自身出错',
    found: '程序的出错信息',
    expected: '',
    remedy: '请带上这段文字报告',
    says: ({ reason }) => ({ found: reason }),
  },
};
