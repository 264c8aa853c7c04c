import { extname } from 'node:path';
import { severityWord, visible } from '../diagnostics/problem-text.js';
import { readInputFile } from '../host/input-file.js';
import type { Diagnostic, TextOptions } from '../index.js';
import { annotateBook } from '../readers/xlsx/annotate-book.js';
import { misuse } from './misuse.js';

const IS_WORKBOOK = /\.xls[xm]$/i;

/** @throws ReportError `usage/argument` unless one workbook is checked, and the copy has the same extension, by which Excel knows whether macros may be in it */
export function refuseNoWorkbook(path: string, files: readonly string[]): void {
  const [file = '', ...others] = files;
  const isOne = others.length === 0 && IS_WORKBOOK.test(file);
  if (isOne && extname(path).toLowerCase() === extname(file).toLowerCase()) return;
  throw misuse({ cause: 'one-workbook', file: isOne ? path : file });
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

/** A copy of a workbook with what was found in it, and what was lost in reading it, as remarks on its cells. What belongs to no report has none. */
export function annotatedWorkbook(file: string, problems: readonly Diagnostic[], options: TextOptions): Uint8Array {
  const told = problems.filter(({ code }) => code !== 'read/left-out');
  const annotations = told.flatMap((problem) => placesOf(problem).map((at) => ({ at, text: remarkOf(problem) })));
  return annotateBook(readInputFile(file, options), file, annotations);
}
