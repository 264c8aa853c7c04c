import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

/** Why a file is not written, before anything is. */

/** @param input the input as it was typed */
export function isInput(path: string, input: string): Diagnostic {
  return diagnostic('usage/output-is-input', {
    message: `${path} 是这次要读取的文件，不能写在它上面`,
    found: input === path ? '输出和输入是同一个文件' : `与输入 ${input} 是同一个文件`,
    expected: '不同于所有输入的文件',
    hint: '用 -o 写到别处',
  });
}

export function alreadyThere(path: string): Diagnostic {
  return diagnostic('file/exists', {
    message: `不覆盖已有的文件 ${path}`,
    found: '已有同名文件，它不是 nianbao 生成的，或者生成后签过章、可能改过',
    expected: '没有文件，或 nianbao 生成后没有动过的文件',
    hint: '用 -o 写到别处；确定不要这个文件的，加 --force 覆盖',
  });
}

/** @param other the output that is the same file, as it was typed */
export function sameOutput(path: string, other: string): Diagnostic {
  return diagnostic('usage/argument', {
    message: `${path} 与 ${other} 会写成同一个文件`,
    found: '两份文件写到一处',
    expected: '各不相同的文件',
    hint: '分两次生成，写到不同的文件夹',
  });
}

export function folderThere(path: string): Diagnostic {
  return diagnostic('file/unwritable', {
    message: `无法写入 ${path}`,
    found: '这是一个文件夹',
    expected: '可以写入的位置',
    hint: '写文件的名字；或移走这个同名的文件夹',
  });
}
