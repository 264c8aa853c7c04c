import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

/** Why a file is not written, before anything is. */

/** @param input the input as it was typed */
export function isInput(path: string, input: string): Diagnostic {
  return diagnostic('usage/output-is-input', { file: path, given: input });
}

export function alreadyThere(path: string): Diagnostic {
  return diagnostic('file/exists', { cause: 'output', file: path });
}

/** @param other the output that is the same file, as it was typed */
export function sameOutput(path: string, other: string): Diagnostic {
  return diagnostic('usage/argument', { cause: 'same-output', name: path, other });
}

export function folderThere(path: string): Diagnostic {
  return diagnostic('file/unwritable', { cause: 'folder', file: path });
}
