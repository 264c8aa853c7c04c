import { join } from 'node:path';
import type { Store } from '../../batch/index.js';
import { kindAt } from '../../host/destination.js';
import { isOwnFile } from '../../host/own-files.js';
import { linkOnTheWay } from '../../host/regular-file.js';
import type { Diagnostic } from '../../index.js';
import { alreadyThere, isInput } from '../output-faults.js';
import { inputFinder, type OutputRules } from '../outputs.js';

/** Why the files of a report cannot have these names: files are there that nianbao did not make. */
export type TakenNames = (names: readonly string[]) => Promise<readonly Diagnostic[]>;

/**
 * Looks into the folder of a batch; other stores are nianbao's own. A link in it is somebody's, and is not followed; with `--force` it
 * is replaced.
 */
export function takenNamesIn({ folder }: Store, { inputs, force }: OutputRules): TakenNames {
  if (folder === undefined) return async () => [];
  const inputAt = inputFinder(inputs);
  return async (names) => {
    const problems: Diagnostic[] = [];
    for (const name of names) {
      const path = join(folder, name);
      const kind = linkOnTheWay(folder, name) === undefined ? kindAt(path) : 'nothing';
      // That a folder is in the way, or a link on the way, is told when the files are written.
      if (kind === 'nothing' || kind === 'folder') continue;
      const input = kind === 'file' ? inputAt(path) : undefined;
      if (input !== undefined) problems.push(isInput(path, input));
      else if (!force && !(kind === 'file' && (await isOwnFile(path)))) problems.push(alreadyThere(path));
    }
    return problems;
  };
}
