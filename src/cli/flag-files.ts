import { templateFiles } from '../host/templates.js';
import type { LookFlags } from './look-flags.js';

/** Options whose values are files. */
type FileFlags = Pick<LookFlags, 'templates' | 'form' | 'seal' | 'font'> & { readonly previous?: string };

/** The files that options name for reading, as they were typed; of templates those in their folder. */
export function flagFiles({ templates, form = [], seal, font = [], previous }: FileFlags): readonly string[] {
  return [
    ...form,
    ...font.map((item) => item.replace(/^[^=]*=/, '')),
    ...[seal, previous].flatMap((file) => file ?? []),
    ...(templates === undefined ? [] : templateFiles(templates)),
  ];
}
