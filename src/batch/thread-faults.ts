import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

/** What can go wrong with the thread that works on a report, as findings of that report. */

function crashed(found: string): Diagnostic {
  return diagnostic('worker/crashed', {
    message: '处理这份报告的线程崩溃了',
    found,
    expected: '线程正常完成',
    hint: '其余报告不受影响；再运行一次会重试，仍然如此请报告给 nianbao',
  });
}

function outOfMemory(megabytes: number): Diagnostic {
  return diagnostic('worker/memory', {
    message: '处理这份报告所需的内存超过上限',
    found: `超过 ${megabytes} MB`,
    expected: `不超过 ${megabytes} MB`,
    hint: '检查报告是否异常庞大；确实需要的，提高内存上限（--memory）',
  });
}

function notCloneable(found: string): Diagnostic {
  return diagnostic('shape/type', {
    message: '报告里有不能交给其他线程的值',
    found,
    expected: '只由对象、数组、文字、数字、布尔值和 null 组成的报告',
    hint: '去掉函数等值，或先转成 JSON',
  });
}

/** The finding for a report that took longer than allowed. */
export function timedOut(seconds: number): Diagnostic {
  return diagnostic('worker/timeout', {
    message: '处理这份报告的时间超过上限',
    found: `超过 ${seconds} 秒`,
    expected: `不超过 ${seconds} 秒`,
    hint: '检查报告是否异常庞大、模板是否循环过多；确实需要的，提高时间上限（--timeout）',
  });
}

/** The finding for an error of Piscina. */
export function faultOf(error: unknown, megabytes: number): Diagnostic {
  const { name, code, message = String(error) } = Object(error) as Partial<NodeJS.ErrnoException>;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return outOfMemory(megabytes);
  return name === 'DataCloneError' ? notCloneable(message) : crashed(message);
}
