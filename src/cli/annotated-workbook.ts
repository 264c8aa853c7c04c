import { severityWord, visible } from '../diagnostics/problem-text.js';
import { readBytes } from '../host/files.js';
import type { Diagnostic } from '../index.js';
import { annotateBook } from '../readers/xlsx/annotate-book.js';
import { misuse } from './misuse.js';

const IS_WORKBOOK = /\.xls[xm]$/i;

/** @throws ReportError `usage/argument` unless one workbook is checked, and the copy is named as one */
export function refuseNoWorkbook(path: string, files: readonly string[]): void {
  const [file = '', ...others] = files;
  const isOne = others.length === 0 && IS_WORKBOOK.test(file);
  if (isOne && /\.xlsx$/i.test(path)) return;
  const found = isOne ? path : file;
  throw misuse(
    '--annotate 只用于一份工作簿',
    found,
    '一份 .xlsx，副本的文件名以 .xlsx 结尾',
    '如 nianbao check 填报.xlsx --annotate 批注.xlsx',
  );
}

/** A finding as a remark says it. */
function remarkOf(problem: Diagnostic): string {
  const { message, found, expected, hint, label } = problem;
  return visible(
    [
      `【${severityWord(problem)}】${message}`,
      ...(label === undefined || message.includes(label) ? [] : [`位置：${label}`]),
      ...(found === undefined ? [] : [`实际：${found}`]),
      ...(expected === undefined ? [] : [`应为：${expected}`]),
      `提示：${hint}`,
    ].join('\n'),
  );
}

/** Every place that a finding has in a file: its own, or those of all cells that it gathers. */
function placesOf({ place, places }: Diagnostic): readonly (string | undefined)[] {
  const all = (places ?? []).flatMap((one) => (one.place && 'at' in one.place ? one.place.at : []));
  if (all.length > 0) return all;
  return [place && 'at' in place ? place.at : undefined];
}

/** A copy of a workbook with what was found in it as remarks on its cells. */
export function annotatedWorkbook(file: string, problems: readonly Diagnostic[]): Uint8Array {
  const annotations = problems.flatMap((problem) => placesOf(problem).map((at) => ({ at, text: remarkOf(problem) })));
  return annotateBook(readBytes(file), file, annotations);
}
