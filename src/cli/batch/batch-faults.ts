import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { FoundReport } from './find-reports.js';

/** Problems that a report has only as part of a batch. */

export function sameId({ id, place }: FoundReport): Diagnostic {
  return diagnostic('batch/same-id', {
    message: `前面已有一份报告的 id 是 ${id}`,
    found: `${place} 的 id：${id}`,
    expected: '各不相同的 id',
    hint: '改正其中一份的 id；重复的，删去一份',
  });
}

/** @param other the id of the report that has the name already */
export function sameName(name: string, other: string): Diagnostic {
  return diagnostic('batch/same-name', {
    message: `与 ${other} 的文件同名`,
    found: name,
    expected: '与其他报告不同的文件名',
    hint: '核对年度和机关名称；确是两份报告的，在 --name 里加上 {edition} 或 {id}',
  });
}

export function noName(): Diagnostic {
  return diagnostic('batch/no-name', {
    message: '报告里没有文件名要用的内容',
    found: '没有',
    expected: '--name 用到的 year、agency.name、edition',
    hint: '补上这些内容，或改用 {id} 命名',
  });
}
