import { extname, join } from 'node:path';
import { isFolderName } from '../host/destination.js';
import { exists, isFolder } from '../host/files.js';
import { type FormatId, formats } from '../index.js';
import type { Input } from './inputs.js';
import { misuse } from './misuse.js';
import { STANDARD_OUTPUT } from './outputs.js';

const dotted = (format: FormatId): string => `.${formats[format].extension}`;

/** What people end the names of documents with, and never those of folders. */
export const FILE_NAME = /\.[a-z][a-z0-9]{1,4}$/i;

/**
 * The name of the only file that is made; undefined if the path is a folder's.
 *
 * @throws ReportError `usage/argument` for the name of a file of another format
 */
function fileNamed(output: string, format: FormatId): string | undefined {
  const extension = extname(output).toLowerCase();
  if (extension === dotted(format)) return output;
  if (!FILE_NAME.test(output)) return exists(output) ? output : undefined;
  throw misuse({ cause: 'output-format', file: output, format, extension: dotted(format) });
}

/** @throws ReportError `usage/argument` for the name of a file that would have to hold several */
function refuseFileName(output: string): void {
  if (!FILE_NAME.test(output)) return;
  throw misuse({ cause: 'output-folder', file: output });
}

function refuseSeveral(): void {
  throw misuse({ cause: 'one-to-output' });
}

/** The files that are made of inputs, in their order, each in all formats; or standard output. */
export function outputPaths(
  inputs: readonly Input[],
  ids: readonly FormatId[],
  output: string,
): readonly (readonly string[])[] {
  const only = inputs.length === 1 && ids.length === 1 ? ids[0] : undefined;
  if (output === STANDARD_OUTPUT && only === undefined) refuseSeveral();
  if (output === STANDARD_OUTPUT) return [[output]];
  const isInFolder = isFolder(output) || isFolderName(output);
  if (!isInFolder && only === undefined) refuseFileName(output);
  const file = !isInFolder && only !== undefined ? fileNamed(output, only) : undefined;
  return inputs.map(({ name }) => ids.map((id) => file ?? join(output, `${name}${dotted(id)}`)));
}
