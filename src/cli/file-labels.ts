import { sep } from 'node:path';

const foldersOf = (file: string): readonly string[] => file.split(sep === '\\' ? /[\\/]/ : '/').slice(0, -1);

/** What files are called in a document that is handed round: their names without the folders that they have in common. */
export function fileLabels(files: readonly string[]): readonly string[] {
  const folders = files.map(foldersOf);
  const [first = [], ...others] = folders;
  const differs = first.findIndex((folder, i) => others.some((other) => other[i] !== folder));
  const common = first
    .slice(0, differs < 0 ? first.length : differs)
    .reduce((length, folder) => length + folder.length + 1, 0);
  return files.map((file) => file.slice(common));
}
